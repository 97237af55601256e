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

import { ConflictError } from '@backstage/errors';
import type { BareRepository } from './BareRepository';
import { GitError } from './runGit';

const NOTHING = '0'.repeat(40);

/**
 * Moves a ref from where the caller saw it (`undefined`: nowhere) to where it should be (`undefined`: deleted).
 * Rejects with `ConflictError` where the ref has moved meanwhile: git compares and swaps under one lock.
 */
export async function moveRef(
  repository: BareRepository,
  move: { ref: string; before?: string; after?: string },
): Promise<void> {
  const { ref, before = NOTHING, after } = move;
  try {
    await repository.run(
      after
        ? ['update-ref', ref, after, before]
        : ['update-ref', '-d', ref, before],
    );
  } catch (error) {
    if (error instanceof GitError && /lock ref|lock'/.test(error.stderr)) {
      throw new ConflictError(`${ref} is not at ${before} any more`);
    }
    throw error;
  }
}
