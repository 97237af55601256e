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

import type {
  DeliveryRoute,
  Route,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { RowFacts } from './RowFacts';

/** A row's routes, a host each; a route without one goes by its rule. */
export function routesOf({ routes }: RowFacts): DeliveryRoute[] {
  const shown = routes.flatMap(route => {
    const hosts = route.hosts.length > 0 ? route.hosts : [nameOf(route)];
    return hosts.map(host => ({
      host,
      url: siteOf(host, route),
      status: route.status,
      tlsEnded: route.tls.ended,
      certificateExpiresAt: route.tls.certificate?.expiresAt,
      backends: route.backends,
    }));
  });
  return [
    ...new Map(shown.map(route => [JSON.stringify(route), route])).values(),
  ];
}

function nameOf({ id, router, rule }: Route): string {
  return rule ?? router ?? id;
}

/** Where a browser finds it, as far as that is certain. */
function siteOf(
  host: string,
  { hosts, protocol, tls }: Route,
): string | undefined {
  const isSite = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host);
  if (!isSite || !hosts.includes(host) || protocol !== 'http') {
    return undefined;
  }
  switch (tls.ended) {
    case 'unknown':
      return undefined;
    case 'nowhere':
      return `http://${host}`;
    default:
      return `https://${host}`;
  }
}
