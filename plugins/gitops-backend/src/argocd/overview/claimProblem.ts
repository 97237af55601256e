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

import { ANNOTATION_ARGOCD_INSTANCE_NAME } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ApplicationClaim } from '@gitops-platform/backstage-plugin-gitops-node';
import { MAX_CLAIMED } from '../ClaimedApplications';

/** What is wrong with an entity's annotations, in themselves or as this installation is configured and runs. */
export function claimProblem(
  claim: ApplicationClaim,
  configured: string[],
  found: number,
): string | undefined {
  if (claim.problem) {
    return claim.problem;
  }
  if (found >= MAX_CLAIMED) {
    return `The annotations match ${MAX_CLAIMED} Applications or more, and no more than these are looked at: narrow them down.`;
  }
  const unknown = claim.instances?.find(name => !configured.includes(name));
  return unknown === undefined
    ? undefined
    : `${ANNOTATION_ARGOCD_INSTANCE_NAME} names "${unknown}", which is not configured. Choose from: ${
        configured.join(', ') || 'no instance is configured'
      }.`;
}
