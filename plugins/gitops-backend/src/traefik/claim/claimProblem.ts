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

import { ANNOTATION_TRAEFIK_INSTANCE_NAME } from '@gitops-platform/backstage-plugin-gitops-common';
import type { RouteClaim } from './routeClaimOf';

/** What is wrong with an entity's annotations, in themselves or as this installation is configured. */
export function claimProblem(
  claim: RouteClaim,
  configured: string[],
): string | undefined {
  if (claim.problem) {
    return claim.problem;
  }
  const unknown = claim.instances?.find(name => !configured.includes(name));
  return unknown === undefined
    ? undefined
    : `${ANNOTATION_TRAEFIK_INSTANCE_NAME} names "${unknown}", which is not configured. Choose from: ${
        configured.join(', ') || 'no instance is configured'
      }.`;
}
