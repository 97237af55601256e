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

import { ConflictError, InputError } from '@backstage/errors';
import type { ReleasePlan } from '@gitops-platform/backstage-plugin-gitops-node';

const LONGEST = 500;

/**
 * The reason that is recorded. Throws a `ConflictError` where a plan is in doubt and nobody says why it is done.
 */
export function readReason(
  plan: ReleasePlan,
  given: string | undefined,
): string | undefined {
  const reason = given?.replace(/\s+/g, ' ').trim();
  if (reason && reason.length > LONGEST) {
    throw new InputError(
      `reason: found ${reason.length} characters, expected at most ${LONGEST}`,
    );
  }
  if (plan.doubt && !reason) {
    throw new ConflictError(
      `${plan.doubt} To go on in spite of it, give a reason, which is recorded in the pull request and the commit`,
    );
  }
  return reason || undefined;
}
