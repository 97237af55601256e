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
import {
  applicationRemedy,
  placeOf,
  sourceOf,
  titleOf,
  type FoundRoute,
} from './FoundRoute';

/** That Traefik made no router of what was applied, or one that does not work, or works with a warning. */
export function routeStateFindings({ route }: FoundRoute): Finding[] {
  const title = titleOf(route);
  const common = { ...placeOf(route), remedy: applicationRemedy(route) };
  if (route.status === 'missing') {
    return [
      {
        ...common,
        kind: 'routeMissing',
        severity: 'error',
        message: `Traefik does not route ${title}`,
        evidence: [...sourceOf(route), ...(route.reason ? [route.reason] : [])],
      },
    ];
  }
  const errors = [
    ...route.errors,
    ...route.services.flatMap(service =>
      service.errors.map(error => `service ${service.name}: ${error}`),
    ),
    ...route.middlewares
      .filter(({ status }) => status === 'disabled' || status === 'missing')
      .map(({ name, status }) => `the middleware ${name} is ${status}`),
  ];
  const disabled = route.status === 'disabled';
  if (!disabled && route.status !== 'warning' && errors.length === 0) {
    return [];
  }
  return [
    {
      ...common,
      kind: 'routeError',
      severity: disabled ? 'error' : 'warning',
      message: disabled
        ? `Traefik has switched off the route of ${title}, because it has errors`
        : `Traefik warns of the route of ${title}`,
      evidence: [...errors, ...sourceOf(route)],
    },
  ];
}
