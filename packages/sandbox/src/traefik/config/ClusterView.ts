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

import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  type HealthClock,
  identityOf,
  type KubernetesObject,
  type LiveResource,
  resourceNodes,
} from '../../argocd';
import { containerPortOf } from './containerPortOf';

/** A cluster as Traefik watches it. */
export interface WatchedCluster {
  list(): LiveResource[];
  clock(): HealthClock;
}

const serviceSpec = z.looseObject({
  type: z.string().optional(),
  externalName: z.string().optional(),
  selector: z.record(z.string(), z.string()).optional(),
  ports: z
    .array(
      z.looseObject({
        name: z.string().optional(),
        port: z.number(),
        targetPort: z.union([z.string(), z.number()]).optional(),
      }),
    )
    .default([]),
});

export type KubernetesService = z.infer<typeof serviceSpec> & { uid: string };

/** An address that can be reached: host and port. */
export type Endpoint = { address: string; port: number };

/** A made-up address that is always the same for the same identity. */
function addressOf(prefix: string, uid: string): string {
  const [a, b] = createHash('sha256').update(uid).digest();
  return `${prefix}.${a}.${b === 0 ? 1 : b}`;
}

const CUSTOM_RESOURCES = 'traefik.io';

const classed = z.looseObject({ ingressClassName: z.string().optional() });

/** Whether a route is for this Traefik: it names its class, or none. */
function isOurs({ metadata, spec }: KubernetesObject): boolean {
  const name =
    classed.safeParse(spec).data?.ingressClassName ??
    metadata.annotations?.['kubernetes.io/ingress.class'] ??
    '';
  return ['', 'traefik'].includes(name);
}

/** The cluster of one moment, looked up as Traefik's provider does. */
export class ClusterView {
  readonly #resources: LiveResource[];
  readonly #clock: HealthClock;

  constructor(cluster: WatchedCluster) {
    this.#resources = cluster.list();
    this.#clock = cluster.clock();
  }

  /** The custom resources of a kind that are for this Traefik. */
  custom(kind: string) {
    return this.#resources
      .map(({ applied }) => ({ applied, ...identityOf(applied) }))
      .filter(
        one =>
          one.group === CUSTOM_RESOURCES &&
          one.kind === kind &&
          isOurs(one.applied),
      )
      .map(({ applied, namespace, name }) => ({
        namespace,
        name,
        spec: applied.spec,
      }));
  }

  service(namespace: string, name: string): KubernetesService | undefined {
    const found = this.#find('', 'Service', namespace, name);
    const spec = serviceSpec.safeParse(found?.applied.spec).data;
    return found && spec ? { ...spec, uid: found.uid } : undefined;
  }

  /** The data of a Secret, as text; also of one that an operator would have made. */
  secret(namespace: string, name: string): Record<string, string> | undefined {
    const found = this.#find('', 'Secret', namespace, name)?.applied;
    if (!found) {
      return undefined;
    }
    const texts = (value: unknown) =>
      Object.entries(Object(value)).map(([key, text]) => [key, String(text)]);
    return Object.fromEntries([
      ...texts(found.data).map(([key, text]) => [
        key,
        Buffer.from(text, 'base64').toString('utf8'),
      ]),
      ...texts(found.stringData),
    ]);
  }

  clusterAddress({ uid }: KubernetesService): string {
    return addressOf('10.96', uid);
  }

  /** Where the pods answer that are ready for a port of a Service. */
  endpoints(
    namespace: string,
    { selector }: KubernetesService,
    port: KubernetesService['ports'][number],
  ): Endpoint[] {
    if (!selector) {
      return [];
    }
    return this.#resources
      .filter(
        ({ applied, rollout }) =>
          rollout && (applied.metadata.namespace ?? '') === namespace,
      )
      .flatMap(live => {
        const target = containerPortOf(live.applied, port);
        return resourceNodes(live, this.#clock)
          .filter(
            ({ kind, health, networkingInfo }) =>
              kind === 'Pod' &&
              health?.status === 'Healthy' &&
              Object.entries(selector).every(
                ([key, value]) => networkingInfo?.labels?.[key] === value,
              ),
          )
          .map(({ uid = '' }) => ({
            address: addressOf('10.244', uid),
            port: target,
          }));
      });
  }

  #find(group: string, kind: string, namespace: string, name: string) {
    return this.#resources.find(({ applied }) => {
      const one = identityOf(applied);
      return (
        one.name === name &&
        one.kind === kind &&
        one.namespace === namespace &&
        one.group === group
      );
    });
  }
}
