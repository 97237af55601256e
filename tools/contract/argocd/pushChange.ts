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

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { target } from './target';

/** Why tests that push are left out, if they are. */
export const skipPush = target.gitUrl ? false : 'GIT_URL is not given';

const IDENTITY = [
  '-c',
  'user.name=Contract',
  '-c',
  'user.email=contract@example.com',
];

/** Commits what `edit` changes in a clone, pushes it, and gives back the commit; the present one where nothing changed. */
export function pushChange(
  message: string,
  edit: (clone: string) => void,
): string {
  const clone = mkdtempSync(path.join(tmpdir(), 'gitops-contract-clone-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', clone, ...IDENTITY, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  try {
    git('clone', '--quiet', '--depth', '1', target.gitUrl ?? '', '.');
    edit(clone);
    git('add', '--all');
    if (git('status', '--porcelain')) {
      git('commit', '--quiet', '--message', message);
      git('push', '--quiet', 'origin', 'HEAD');
    }
    return git('rev-parse', 'HEAD');
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}
