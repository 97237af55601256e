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

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isError, NotFoundError } from '@backstage/errors';
import type { Tree } from './Tree';

/** Neither reviewed nor ours: git's own, dependencies, and what builds leave behind. */
const LEFT_OUT = new Set([
  '.git',
  '.terraform',
  'dist',
  'node_modules',
  'target',
]);

/**
 * Reads the text files below a folder; links are not followed.
 *
 * Rejects with a `NotFoundError` where the folder is not there.
 * @public
 */
export async function readTree(root: string): Promise<Tree> {
  const tree = new Map<string, string>();
  const visit = async (folder: string) => {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) {
        await visit(path);
      } else if (entry.isFile()) {
        const bytes = await readFile(join(root, path));
        if (!bytes.includes(0)) {
          tree.set(path, bytes.toString('utf8'));
        }
      }
    }
  };
  try {
    await visit('');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      throw new NotFoundError(
        `There is no folder ${root}; name the platform's tree with --tree`,
      );
    }
    throw error;
  }
  return tree;
}
