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
  FindingRemedy,
  Route,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { SelectedRoute } from '../routes/RouteFacts';

/** A route that the caller may see, with what it was made of. */
export interface FoundRoute {
  selected: SelectedRoute;
  route: Route;
}

/** What else counts. */
export interface FindingContext {
  /** All that the caller may see. */
  routes: FoundRoute[];
  now: number;
  /** How long before a certificate ends it is a finding, in milliseconds. */
  certificateWarningMs: number;
}

/** What a route is called in a sentence: by its host, else by its IngressRoute or router. */
export function titleOf({ hosts, resource, router }: Route): string {
  return (
    hosts[0] ??
    (resource && `${resource.namespace}/${resource.name}`) ??
    router ??
    'the route'
  );
}

/** Where the route runs, for a finding about it. */
export function placeOf(
  route: Route,
): Pick<Finding, 'environment' | 'cluster' | 'subject'> {
  const { environment, cluster } = route;
  return { environment, cluster, subject: titleOf(route) };
}

/** Its Application, where there is one; else its page on the dashboard. */
export function applicationRemedy({
  application,
  url,
}: Route): FindingRemedy | undefined {
  return application
    ? { label: 'Look at the Application', tab: 'argocd', application }
    : dashboardRemedy(url);
}

/** Its page on the dashboard. */
export function dashboardRemedy(
  url: string | undefined,
): FindingRemedy | undefined {
  return url === undefined
    ? undefined
    : { label: 'Open the router in Traefik', url };
}

/** The IngressRoute that a route is of, as evidence. */
export function sourceOf({ resource, router, instance }: Route): string[] {
  return [
    ...(resource
      ? [`${resource.kind} ${resource.namespace}/${resource.name}`]
      : []),
    ...(router ? [`Router ${router} of Traefik '${instance}'`] : []),
  ];
}
