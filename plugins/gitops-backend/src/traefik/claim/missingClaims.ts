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

import type { FoundRoute } from '../findings/FoundRoute';
import { servingServices } from '../routes/servingServices';
import type { RouteApplication, RouteInstance } from '../routes/RouteFacts';
import type { NamedResource, RouteClaim } from './routeClaimOf';

/**
 * What the annotations name and is found nowhere. As long as one upstream has not been read, or there is none,
 * nothing is said to be missing.
 */
export function missingClaims(
  claim: RouteClaim,
  context: {
    applications: RouteApplication[];
    instances: RouteInstance[];
    routes: FoundRoute[];
    /** What nothing proves is as good as not there. */
    strict: boolean;
  },
): string[] {
  const { applications, instances, routes, strict } = context;
  if (
    instances.length === 0 ||
    instances.some(({ status }) => status.status !== 'ok') ||
    applications.some(({ applied }) => !applied)
  ) {
    return [];
  }
  const hosts = new Set(routes.flatMap(({ route }) => route.hosts));
  const named = new Set(
    routes.flatMap(({ route: { resource } }) =>
      resource ? [`${resource.namespace}/${resource.name}`] : [],
    ),
  );
  const services = new Set(
    routes.flatMap(({ selected: { applied } }) =>
      applied
        ? servingServices(
            applied.rule.services,
            applied.route.namespace,
            applied.route.of.applied ?? [],
          ).map(nameOf)
        : [],
    ),
  );
  const isServed = ({ namespace, name }: NamedResource) =>
    services.has(`${namespace}/${name}`) ||
    (!strict &&
      instances.some(
        ({ view }) =>
          (view?.ofKubernetesService(namespace, name).length ?? 0) > 0,
      ));
  return [
    ...claim.ingressRoutes.map(nameOf).filter(name => !named.has(name)),
    ...claim.services.filter(one => !isServed(one)).map(nameOf),
    ...claim.hosts.filter(host => !hosts.has(host)),
  ];
}

function nameOf({ namespace, name }: NamedResource): string {
  return `${namespace}/${name}`;
}
