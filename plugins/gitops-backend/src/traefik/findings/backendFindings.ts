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
  titleOf,
  type FoundRoute,
} from './FoundRoute';

/** That a route leads to nothing that answers. */
export function backendFindings({ route, selected }: FoundRoute): Finding[] {
  const { backends, reason } = route;
  const isInternal =
    selected.known?.router.router.service?.endsWith('@internal') ?? false;
  if (!backends || backends.alive > 0 || isInternal) {
    return [];
  }
  return [
    {
      ...placeOf(route),
      kind: 'noLiveBackend',
      severity: 'error',
      message: `Nothing answers behind ${titleOf(route)}`,
      // Traefik takes the route away where it has no endpoint to send requests to.
      evidence: [...backends.evidence, ...(reason ? [reason] : [])],
      remedy: applicationRemedy(route),
    },
  ];
}
