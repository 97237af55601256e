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
  Finding,
  Route,
} from '@gitops-platform/backstage-plugin-gitops-common';

/** Findings beside the route that they are about; those that are about none are the rest. */
export type AssignedFindings = {
  byRoute: Map<Route, Finding[]>;
  rest: Finding[];
};

/**
 * Puts each finding beside one route: of those in its environment and cluster, the first that it names, else the first.
 */
export function assignFindings(
  routes: Route[],
  findings: Finding[],
): AssignedFindings {
  const byRoute = new Map<Route, Finding[]>();
  const rest: Finding[] = [];
  for (const finding of findings) {
    const there = routes.filter(route => isThere(route, finding));
    const route =
      there.find(each => isNamed(each, finding)) ??
      (finding.environment === undefined ? undefined : there[0]);
    if (route) {
      byRoute.set(route, [...(byRoute.get(route) ?? []), finding]);
    } else {
      rest.push(finding);
    }
  }
  return { byRoute, rest };
}

function isThere(route: Route, { environment, cluster }: Finding): boolean {
  return (
    (environment === undefined || environment === route.environment) &&
    (cluster === undefined || cluster === route.cluster)
  );
}

function isNamed(route: Route, { subject }: Finding): boolean {
  const { hosts, router, resource } = route;
  const names = [
    ...hosts,
    router,
    resource?.name,
    resource && `${resource.namespace}/${resource.name}`,
  ];
  return subject !== undefined && names.includes(subject);
}
