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

import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { InputError, toError } from '@backstage/errors';
import { PLATFORM_FILE } from '@gitops-platform/backstage-plugin-gitops-node';
import { readTree, type Tree } from '../tree';

const run = promisify(execFile);

/** Where the tree is in the repository that releases it. */
const FOLDER = 'gitops-platform';

const OF_A_HOOK =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|OBJECT_DIRECTORY|NAMESPACE)$/;
const REF = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;

/**
 * The tree of a release: of a folder, or of a tag, branch or commit of a remote repository.
 *
 * Rejects with an `InputError` where neither is there.
 */
export async function readRelease(
  source: string,
  { remote }: { remote: string },
): Promise<Tree> {
  if (await isFolder(source)) {
    return treeIn(source);
  }
  if (!REF.test(source)) {
    throw new InputError(
      `${source} is neither a folder nor the name of a tag, branch or commit`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'gitops-platform-release-'));
  try {
    await git(folder, ['init', '--quiet']);
    await git(folder, [
      'fetch',
      '--quiet',
      '--depth',
      '1',
      '--',
      remote,
      source,
    ]);
    await git(folder, ['checkout', '--quiet', 'FETCH_HEAD']);
    return await treeIn(folder);
  } catch (error) {
    throw new InputError(
      `The release ${source} of ${remote} cannot be read: ${
        toError(error).message.trim().split('\n').at(-1) ?? ''
      }; name another one, or a folder`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function treeIn(folder: string): Promise<Tree> {
  const nested = join(folder, FOLDER);
  const tree = await readTree((await isFolder(nested)) ? nested : folder);
  if (!tree.has(PLATFORM_FILE)) {
    throw new InputError(`There is no ${PLATFORM_FILE} in ${folder}`);
  }
  return tree;
}

async function git(cwd: string, args: string[]): Promise<void> {
  // Nobody sits there who could type a password. A hook of git names its own repository, which this is not.
  const env = Object.entries({ ...process.env, GIT_TERMINAL_PROMPT: '0' });
  await run('git', args, {
    cwd,
    env: Object.fromEntries(env.filter(([name]) => !OF_A_HOOK.test(name))),
  });
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  );
}
