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
import { repositoryPath } from './BareRepository';
import { moveRef } from './moveRef';
import type { Signature } from './parseCommit';
import { writeBlob } from './writeBlob';
import { writeTree } from './writeTree';
import { writeCommit } from './writeCommit';

/** A file of a commit; without content it is removed. */
export interface FileContent {
  path: string;
  content?: Buffer | string;
  executable?: boolean;
}

/**
 * Makes one commit on a branch. `parent` is what the caller saw there (`undefined`: no such branch); rejects with
 * `ConflictError` where the branch has moved meanwhile.
 */
export async function commitFiles(
  repository: BareRepository,
  options: {
    branch: string;
    parent?: string;
    message: string;
    author: Signature;
    committer?: Signature;
    files: FileContent[];
    /** The commit to build on, where it is not `parent`: for a branch that is new, or made anew. */
    startFrom?: string;
  },
): Promise<string> {
  const { parent, startFrom } = options;
  const base = startFrom ?? parent;
  const changes = [];
  for (const { path, content, executable } of options.files) {
    const id =
      content === undefined ? undefined : await writeBlob(repository, content);
    const mode = executable ? '100755' : '100644';
    changes.push({ path: repositoryPath(path), mode, id });
  }
  const revision = await writeCommit(repository, {
    tree: await writeTree(repository, { base, changes }),
    parents: base ? [base] : [],
    message: options.message,
    author: options.author,
    committer: options.committer,
  });
  const ref = `refs/heads/${options.branch}`;
  await moveRef(repository, { ref, before: parent, after: revision });
  return revision;
}
