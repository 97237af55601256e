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

/** One change to a tree; without an `id` the path is removed. */
export interface TreeChange {
  path: string;
  /** 100644, 100755, 120000 or, for a whole folder, 040000. */
  mode: string;
  id?: string;
}

const NOTHING = '0'.repeat(40);

/** The files of a folder (`revision:path` or a tree's id) as they will stand below another path. */
async function filesOf(
  repository: BareRepository,
  tree: string,
  below: string,
): Promise<TreeChange[]> {
  const output = await repository.run(['ls-tree', '-r', '-z', tree]);
  return output
    .toString('utf8')
    .split('\0')
    .filter(Boolean)
    .map(line => {
      const tab = line.indexOf('\t');
      const [mode, , id] = line.slice(0, tab).split(' ');
      return { path: `${below}/${line.slice(tab + 1)}`, mode, id };
    });
}

/** A whole folder, as what happens to each of its files. */
async function expandFolder(
  repository: BareRepository,
  base: string | undefined,
  { path, id }: TreeChange,
): Promise<TreeChange[]> {
  const present = base && (await repository.readObject(`${base}:${path}`));
  const removed =
    present && present.type === 'tree'
      ? await filesOf(repository, present.id, path)
      : [];
  const added = id ? await filesOf(repository, id, path) : [];
  return [...removed.map(file => ({ ...file, id: undefined })), ...added];
}

/** Stores the tree that `base` (a tree or commit) becomes with the changes, and answers its id. */
export async function writeTree(
  repository: BareRepository,
  options: { base?: string; changes: TreeChange[] },
): Promise<string> {
  const { base, changes } = options;
  const files: TreeChange[] = [];
  for (const change of changes) {
    files.push(
      ...(change.mode === '040000'
        ? await expandFolder(repository, base, change)
        : [change]),
    );
  }
  return repository.withIndex(async env => {
    await repository.run(['read-tree', base ?? '--empty'], { env });
    await repository.run(['update-index', '--replace', '-z', '--index-info'], {
      env,
      input: files
        .map(({ path, mode, id }) =>
          id ? `${mode} ${id}\t${path}\0` : `0 ${NOTHING}\t${path}\0`,
        )
        .join(''),
    });
    const output = await repository.run(['write-tree'], { env });
    return output.toString('utf8').trim();
  });
}
