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

import { InputError } from '@backstage/errors';
import { PLATFORM_FILE } from '@gitops-platform/backstage-plugin-gitops-node';
import type { PlatformFile } from './PlatformFile';
import { PLATFORM_RULES, type PlatformProblem } from './rules';

/**
 * What does not fit together in a `platform.yaml`, each with the reason and what mends it.
 * @public
 */
export function checkPlatform(platform: PlatformFile): PlatformProblem[] {
  return PLATFORM_RULES.flatMap(({ name, find }) =>
    find(platform).map(problem => ({ rule: name, ...problem })),
  );
}

/** Throws an `InputError` that lists what does not fit together. */
export function refuseUnfit(platform: PlatformFile): void {
  const problems = checkPlatform(platform);
  if (problems.length > 0) {
    throw new InputError(
      problems
        .map(
          ({ rule, at, reason, remedy }) =>
            `${PLATFORM_FILE}: ${at}: ${reason}; ${remedy} (${rule})`,
        )
        .join('\n'),
    );
  }
}
