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
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A developer's push: clones a repository of the sandbox, adds a line to its README and pushes main.
 *
 * @param {string} repository - `owner/name`
 * @returns {string} the commit that was pushed
 */
export function pushChange(repository) {
  const clone = mkdtempSync(path.join(tmpdir(), 'gitops-e2e-clone-'));
  const git = (...args) =>
    execFileSync(
      'git',
      [
        '-C',
        clone,
        '-c',
        'user.name=Dev',
        '-c',
        'user.email=dev@acme.example',
        ...args,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    ).trim();
  try {
    git(
      'clone',
      '--quiet',
      `http://x-access-token:sandbox-token@localhost:7020/${repository}.git`,
      '.',
    );
    appendFileSync(path.join(clone, 'README.md'), '\nIt has changed.\n');
    git(
      'commit',
      '--quiet',
      '--all',
      '--message',
      'docs: say that it has changed',
    );
    git('push', '--quiet', 'origin', 'HEAD:main');
    return git('rev-parse', 'HEAD');
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}
