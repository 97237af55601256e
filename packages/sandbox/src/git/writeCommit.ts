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
import type { Signature } from './parseCommit';

function identity(role: 'AUTHOR' | 'COMMITTER', who: Signature) {
  const seconds = Math.floor(new Date(who.date).getTime() / 1000);
  return {
    [`GIT_${role}_NAME`]: who.name,
    [`GIT_${role}_EMAIL`]: who.email,
    [`GIT_${role}_DATE`]: `@${seconds} +0000`,
  };
}

/** Stores a commit and answers its id; no ref moves. */
export async function writeCommit(
  repository: BareRepository,
  commit: {
    tree: string;
    parents: string[];
    message: string;
    author: Signature;
    committer?: Signature;
  },
): Promise<string> {
  const output = await repository.run(
    ['commit-tree', commit.tree, ...commit.parents.flatMap(p => ['-p', p])],
    {
      input: commit.message.endsWith('\n')
        ? commit.message
        : `${commit.message}\n`,
      env: {
        ...identity('AUTHOR', commit.author),
        ...identity('COMMITTER', commit.committer ?? commit.author),
      },
    },
  );
  return output.toString('utf8').trim();
}
