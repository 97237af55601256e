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

import type { TraefikRouter } from '@gitops-platform/backstage-plugin-gitops-node';
import { conditionsBesideHost } from '../rule/conditionsBesideHost';
import type { SelectedRoute } from '../routes/RouteFacts';
import type { KnownRouter, TraefikView } from '../store/TraefikView';

/**
 * The other routers of the same instance that take the same requests of one of a route's hosts: same entry point, same
 * conditions beside the host, and another service.
 */
export function rivalsOf(
  { known }: SelectedRoute,
  host: string,
): KnownRouter[] {
  const view = known?.instance.view;
  const own = known?.router;
  if (!view || !own?.rule || own.router.status === 'disabled') {
    return [];
  }
  const { router } = own;
  const asks = conditionsBesideHost(own.rule);
  return view
    .ofHost(host)
    .filter(
      other =>
        other !== own &&
        other.rule !== undefined &&
        other.router.protocol === router.protocol &&
        other.router.status !== 'disabled' &&
        sharesEntryPoint(router, other.router) &&
        conditionsBesideHost(other.rule) === asks &&
        !servesTheSame(view, router, other.router),
    );
}

function sharesEntryPoint(one: TraefikRouter, other: TraefikRouter): boolean {
  return one.entryPoints.some(name => other.entryPoints.includes(name));
}

/** A rule's only Service is called like its router, so that only its servers tell which it is. */
function servesTheSame(
  view: TraefikView,
  one: TraefikRouter,
  other: TraefikRouter,
): boolean {
  const serversOf = ({ protocol, service }: TraefikRouter) =>
    (service ? view.service(protocol, service)?.servers ?? [] : [])
      .map(({ address }) => address)
      .sort()
      .join();
  const servers = serversOf(one);
  return (
    one.service === other.service ||
    (servers !== '' && servers === serversOf(other))
  );
}
