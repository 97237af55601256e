/*
 * Copyright 2026 The GitOps Platform Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import {
  appliedOf,
  type AppliedResource,
} from '../../argocd/applied/AppliedResource';
import type { ServiceRef } from '../../argocd/applied/projectors/serviceRef';

/** A Service of Kubernetes. */
export interface KubernetesService {
  namespace: string;
  name: string;
  port?: string;
}

/** Whoever applies TraefikServices may chain any number of them. */
const MOST = 200;

/**
 * The Services that answer the requests of a rule, those behind a TraefikService included. A mirror answers nobody,
 * nor does what has no weight.
 *
 * @param seen - TraefikServices that were looked into: they may refer to one another in a circle
 */
export function servingServices(
  refs: ServiceRef[],
  namespace: string,
  applied: AppliedResource[],
  seen = new Set<string>(),
): KubernetesService[] {
  return refs
    .filter(({ weight }) => weight !== 0)
    .flatMap(ref => {
      const service = { ...nameOf(ref, namespace), port: ref.port };
      if (ref.kind === 'Service') {
        return [service];
      }
      const id = `${service.namespace}/${service.name}`;
      const facts =
        seen.has(id) || seen.size >= MOST
          ? undefined
          : traefikServiceOf(service, applied);
      if (!facts) {
        return [];
      }
      seen.add(id);
      const serving =
        facts.kind === 'mirroring'
          ? facts.services.slice(0, 1)
          : facts.services;
      return servingServices(serving, service.namespace, applied, seen);
    });
}

/** What Argo CD applied of a TraefikService. */
export function traefikServiceOf(
  { namespace, name }: { namespace: string; name: string },
  applied: AppliedResource[],
) {
  return appliedOf(applied, 'TraefikService').find(
    one => one.name === name && one.namespace === namespace,
  )?.facts;
}

/** What a reference names; without a namespace, in that of the resource that refers. */
export function nameOf(
  ref: { namespace?: string; name: string },
  namespace: string,
): { namespace: string; name: string } {
  return { namespace: ref.namespace ?? namespace, name: ref.name };
}
