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

import type { ClusterView } from './ClusterView';
import type { Router, Section, Service } from './Configuration';
import { tlsOf } from './httpRouters';
import { middlewareName } from './middlewares';
import { qualify, routeName } from './names';
import { routeSpec, type ServiceRef } from './routeShapes';
import { LoadError, streamServers } from './servers';

/** A Service that is not there is left out of its route; the router stays, and has nothing behind it. */
function addServers(
  section: Section,
  cluster: ClusterView,
  namespace: string,
  router: { name: string; services: ServiceRef[] },
): void {
  const { name, services } = router;
  const found = services.flatMap((ref): [ServiceRef, Service][] => {
    try {
      return [[ref, streamServers(cluster, namespace, ref)]];
    } catch (error) {
      if (error instanceof LoadError) {
        return [];
      }
      throw error;
    }
  });
  if (services.length === 1) {
    found.forEach(([, service]) =>
      section.services.set(qualify(name), service),
    );
  } else if (found.length > 0) {
    const weighted = found.map(([ref, service]) => {
      const key = `${name}-${ref.name}-${ref.port}`;
      section.services.set(qualify(key), service);
      return { name: key, weight: ref.weight ?? 1 };
    });
    section.services.set(qualify(name), {
      weighted: { services: weighted },
      status: 'enabled',
    });
  }
}

/** Loads the routes of the IngressRouteTCPs or IngressRouteUDPs, whose names are not normalized. */
export function loadStreamRouters(
  section: Section,
  cluster: ClusterView,
  kind: 'IngressRouteTCP' | 'IngressRouteUDP',
): void {
  const udp = kind === 'IngressRouteUDP';
  for (const { namespace, name, spec } of cluster.custom(kind)) {
    const parsed = routeSpec.safeParse(spec).data;
    (parsed?.routes ?? []).forEach((route, index) => {
      const { match, middlewares, services, priority } = route;
      if (!udp && match === '') {
        return;
      }
      const router = udp
        ? `${namespace}-${name}-${index}`
        : routeName({ namespace, name }, match);
      addServers(section, cluster, namespace, { name: router, services });
      const tls = parsed && tlsOf(namespace, parsed);
      const passthrough = parsed?.tls?.passthrough ?? false;
      const loaded: Router = {
        entryPoints: parsed?.entryPoints ?? [],
        ...(middlewares.length > 0
          ? {
              middlewares: middlewares.map(one =>
                middlewareName(namespace, one),
              ),
            }
          : {}),
        service: router,
        ...(udp
          ? {}
          : {
              rule: match,
              ...(priority ? { priority: String(priority) } : {}),
              ...(tls ? { tls: { passthrough, ...tls } } : {}),
            }),
        status: 'enabled',
      };
      section.routers.set(qualify(router), loaded);
    });
  }
}
