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

import {
  chmod,
  lstat,
  mkdir,
  readdir,
  realpath,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '@backstage/errors';
import type { TreeChanges } from './TreeChanges';

const EXECUTABLE = 0o755;

/**
 * Writes and deletes files below a folder; folders that are empty then go too. Scripts become executable.
 * Rejects with an `InputError` where a link stands in the way.
 */
export async function applyChanges(
  root: string,
  { write, remove }: TreeChanges,
): Promise<void> {
  const folders = new Set<string>();
  for (const [path, text] of write) {
    const file = join(root, path);
    if (!folders.has(dirname(file))) {
      await mkdir(dirname(file), { recursive: true });
      await refuseLink(root, dirname(path));
      folders.add(dirname(file));
    }
    await refuseLink(root, path);
    await writeFile(file, text);
    if (text.startsWith('#!')) {
      await chmod(file, EXECUTABLE);
    }
  }
  for (const path of remove) {
    await rm(join(root, path), { force: true });
    await removeEmpty(root, dirname(path));
  }
}

/** Trees are read without their links: what one of them leads to, perhaps outside, is not ours to write. */
async function refuseLink(root: string, path: string): Promise<void> {
  const file = join(root, path);
  const isLink = await lstat(file).then(
    found => found.isSymbolicLink(),
    () => false,
  );
  const real = isLink ? undefined : await realpath(file).catch(() => file);
  const isInside = real === file || real === join(await realpath(root), path);
  if (!isInside) {
    throw new InputError(
      `${path} is a link, or below one: put a file or folder there`,
    );
  }
}

async function removeEmpty(root: string, folder: string): Promise<void> {
  if (folder === '.') {
    return;
  }
  const entries = await readdir(join(root, folder));
  if (entries.length === 0) {
    await rmdir(join(root, folder));
    await removeEmpty(root, dirname(folder));
  }
}
