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
import type { Fields, Router, Section } from './Configuration';
import { TLS_ENTRY_POINTS } from './entryPoints';
import { addServices, resolveService, weightedService } from './httpServices';
import { middlewareName } from './middlewares';
import { normalize, qualify, routeName } from './names';
import { type RouteSpec, routeSpec, type ServiceRef } from './routeShapes';
import { LoadError } from './servers';

/** What every router says that nobody has told otherwise. */
export const OBSERVABILITY = {
  accessLogs: true,
  metrics: true,
  tracing: true,
  traceVerbosity: 'minimal',
};

/** The TLS part of a router; `undefined` where the route has none. */
export function tlsOf(
  namespace: string,
  { tls }: RouteSpec,
): Fields | undefined {
  if (!tls) {
    return undefined;
  }
  const { options, certResolver, domains } = tls;
  return {
    options: options
      ? qualify(`${options.namespace ?? namespace}-${options.name}`)
      : 'default',
    ...(certResolver ? { certResolver } : {}),
    ...(domains ? { domains } : {}),
  };
}

/** What a route hands requests to. Throws `LoadError`: then it makes no router. */
function serviceOf(
  section: Section,
  cluster: ClusterView,
  namespace: string,
  route: { name: string; services: ServiceRef[] },
): string | undefined {
  const { name, services } = route;
  if (services.length > 1) {
    const names = addServices(section, cluster, namespace, services);
    section.services.set(qualify(name), weightedService(services, names));
    return name;
  }
  if (services.length === 0) {
    return undefined;
  }
  const only = resolveService(cluster, namespace, services[0]);
  if (only.service) {
    section.services.set(qualify(name), only.service);
    return name;
  }
  return only.name;
}

/** Loads the routes of the IngressRoutes. A route whose Service is not there makes no router. */
export function loadHttpRouters(section: Section, cluster: ClusterView): void {
  for (const { namespace, name, spec } of cluster.custom('IngressRoute')) {
    const parsed = routeSpec.safeParse(spec);
    const routes = (parsed.data?.routes ?? []).filter(
      ({ kind = 'Rule', match }) => kind === 'Rule' && match !== '',
    );
    for (const route of routes) {
      const router = normalize(routeName({ namespace, name }, route.match));
      try {
        const service = serviceOf(section, cluster, namespace, {
          name: router,
          services: route.services,
        });
        const { middlewares, match, syntax, priority } = route;
        const entryPoints = parsed.data?.entryPoints ?? [];
        const tls =
          (parsed.data && tlsOf(namespace, parsed.data)) ??
          (entryPoints.some(one => TLS_ENTRY_POINTS.has(one))
            ? { options: 'default' }
            : undefined);
        const loaded: Router = {
          entryPoints,
          ...(middlewares.length > 0
            ? {
                middlewares: middlewares.map(one =>
                  middlewareName(namespace, one),
                ),
              }
            : {}),
          ...(service ? { service } : {}),
          rule: match,
          ...(syntax ? { ruleSyntax: syntax } : {}),
          ...(priority ? { priority: String(priority) } : {}),
          ...(tls ? { tls } : {}),
          observability: OBSERVABILITY,
          status: 'enabled',
        };
        section.routers.set(qualify(router), loaded);
      } catch (error) {
        if (!(error instanceof LoadError)) {
          throw error;
        }
      }
    }
  }
}
