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

import type { BareRepository } from './BareRepository';
import { GitError } from './runGit';

/** The tree that a merge gives, or the files that both sides changed. */
export type MergeResult =
  | { clean: true; tree: string }
  | { clean: false; conflicts: string[] };

/** Merges two commits without a work tree; nothing but objects is written. */
export async function mergeTrees(
  repository: BareRepository,
  ours: string,
  theirs: string,
): Promise<MergeResult> {
  const command = ['merge-tree', '--write-tree', '--name-only', '-z'];
  try {
    const output = await repository.run([
      ...command,
      '--no-messages',
      ours,
      theirs,
    ]);
    return { clean: true, tree: output.toString('utf8').split('\0')[0].trim() };
  } catch (error) {
    if (!(error instanceof GitError)) {
      throw error;
    }
    if (error.exitCode === 1) {
      const [, ...names] = error.stdout.toString('utf8').split('\0');
      return { clean: false, conflicts: [...new Set(names.filter(Boolean))] };
    }
    if (/unrelated histories/.test(error.stderr)) {
      return { clean: false, conflicts: [] };
    }
    throw error;
  }
}
