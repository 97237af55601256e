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

import type { Finding } from '@gitops-platform/backstage-plugin-gitops-common';
import type { KnownRouter } from '../store/TraefikView';
import {
  applicationRemedy,
  dashboardRemedy,
  placeOf,
  sourceOf,
  type FindingContext,
  type FoundRoute,
} from './FoundRoute';
import { rivalsOf } from './rivalsOf';

/**
 * That a host leads to two services, and that nobody can say which of two routers gets a request.
 *
 * The other may be somebody else's: unless it is among what the caller sees, no more is said than that it is there.
 */
export function rivalFindings(
  found: FoundRoute,
  { routes }: Pick<FindingContext, 'routes'>,
): Finding[] {
  const { route, selected } = found;
  return route.hosts.flatMap((host): Finding[] => {
    const rivals = rivalsOf(selected, host);
    if (rivals.length === 0) {
      return [];
    }
    const names = rivals.map(rival => nameOf(rival, routes));
    const tied = rivals.filter(
      ({ router }) => router.priority === route.priority,
    );
    const common = {
      ...placeOf(route),
      subject: host,
      remedy: dashboardRemedy(route.url) ?? applicationRemedy(route),
    };
    const twice: Finding = {
      ...common,
      kind: 'hostRoutedTwice',
      severity: 'warning',
      message: `${host} is routed to two services`,
      evidence: [
        ...sourceOf(route),
        `The same requests are taken by ${[...new Set(names)].join(', ')}`,
        verdictOf(route.priority, rivals),
      ],
    };
    const conflict: Finding = {
      ...common,
      kind: 'routePriorityConflict',
      severity: 'error',
      message: `Two routes of ${host} have the same priority: which one gets a request is left to chance`,
      evidence: [
        ...sourceOf(route),
        `Both have priority ${route.priority}, the same rule and a common entry point`,
      ],
    };
    return tied.length > 0 ? [conflict, twice] : [twice];
  });
}

function nameOf({ router }: KnownRouter, routes: FoundRoute[]): string {
  const seen = routes.find(
    ({ selected }) => selected.known?.router.router === router,
  )?.route;
  return seen?.resource
    ? `${seen.resource.kind} ${seen.resource.namespace}/${seen.resource.name}`
    : 'another IngressRoute';
}

/** Priorities exceed safe integers. */
function verdictOf(
  priority: string | undefined,
  rivals: KnownRouter[],
): string {
  const own = BigInt(priority ?? '0');
  const others = rivals.map(({ router }) => BigInt(router.priority ?? '0'));
  if (others.some(other => other > own)) {
    return 'The other has the higher priority: this route gets no request';
  }
  return others.some(other => other === own)
    ? 'Both have the same priority'
    : 'This route has the higher priority: the other gets no request';
}
