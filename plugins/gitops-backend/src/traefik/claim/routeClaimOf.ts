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

import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_TRAEFIK_HOST,
  ANNOTATION_TRAEFIK_INGRESS_ROUTE,
  ANNOTATION_TRAEFIK_INSTANCE_NAME,
  ANNOTATION_TRAEFIK_SERVICE,
} from '@gitops-platform/backstage-plugin-gitops-common';

/** A resource of Kubernetes, as an annotation names it. */
export interface NamedResource {
  namespace: string;
  name: string;
}

/** Which routes an entity says lead to it. A claim is no proof. */
export interface RouteClaim {
  ingressRoutes: NamedResource[];
  services: NamedResource[];
  hosts: string[];
  /** Only on these instances. */
  instances?: string[];
  /** Whether it names any route, service or host; else it is those of the entity's Applications. */
  named: boolean;
  /** What is wrong with the annotations, and how to put it right. */
  problem?: string;
}

const NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
const HOST = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/** Reads the annotations. What is wrong with one does not hide what the others name. */
export function routeClaimOf(entity: Entity): RouteClaim {
  const annotations = entity.metadata.annotations ?? {};
  const ingressRoutes = resourcesOf(
    ANNOTATION_TRAEFIK_INGRESS_ROUTE,
    annotations,
  );
  const services = resourcesOf(ANNOTATION_TRAEFIK_SERVICE, annotations);
  const hosts = hostsOf(annotations);
  const instances = listOf(annotations[ANNOTATION_TRAEFIK_INSTANCE_NAME]);
  return {
    ingressRoutes: ingressRoutes.resources,
    services: services.resources,
    hosts: hosts.hosts,
    instances: instances.length > 0 ? instances : undefined,
    named: [
      ANNOTATION_TRAEFIK_INGRESS_ROUTE,
      ANNOTATION_TRAEFIK_SERVICE,
      ANNOTATION_TRAEFIK_HOST,
    ].some(name => annotations[name] !== undefined),
    problem: ingressRoutes.problem ?? services.problem ?? hosts.problem,
  };
}

function resourcesOf(
  annotation: string,
  annotations: Record<string, string>,
): { resources: NamedResource[]; problem?: string } {
  const items = listOf(annotations[annotation]);
  const resources = items.flatMap(item => {
    const [namespace, name, ...rest] = item.split('/');
    return rest.length === 0 && NAME.test(namespace) && NAME.test(name ?? '')
      ? [{ namespace, name }]
      : [];
  });
  const wrong = resources.length < items.length || items.length === 0;
  return {
    resources,
    problem:
      wrong && annotations[annotation] !== undefined
        ? `The annotation ${annotation} cannot be used as it is: write <namespace>/<name>, and commas between several`
        : undefined,
  };
}

function hostsOf(annotations: Record<string, string>): {
  hosts: string[];
  problem?: string;
} {
  const text = annotations[ANNOTATION_TRAEFIK_HOST];
  const items = listOf(text).map(host => host.toLowerCase());
  const hosts = items.filter(host => HOST.test(host));
  const wrong = hosts.length < items.length || items.length === 0;
  return {
    hosts,
    problem:
      wrong && text !== undefined
        ? `The annotation ${ANNOTATION_TRAEFIK_HOST} cannot be used as it is: write a host without scheme, port and path, such as shop.example.com, and commas between several`
        : undefined,
  };
}

function listOf(text: string | undefined): string[] {
  const items = (text ?? '').split(',').map(item => item.trim());
  return [...new Set(items.filter(item => item.length > 0))];
}
