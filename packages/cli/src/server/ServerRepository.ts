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
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { applyChanges, type Tree } from '../tree';
import { BRANCH } from './ServerTarget';

const run = promisify(execFile);

/** A work tree whose commits Argo CD reads. */
export class ServerRepository {
  readonly #directory: string;
  readonly #url: string;

  static async create(url: string): Promise<ServerRepository> {
    const directory = await mkdtemp(join(tmpdir(), 'platform-check-'));
    const repository = new ServerRepository(directory, url);
    await repository.#git('init', '--quiet', `--initial-branch=${BRANCH}`);
    return repository;
  }

  private constructor(directory: string, url: string) {
    this.#directory = directory;
    this.#url = url;
  }

  /** Commits the files, and pushes. Resolves to the commit. */
  async push(files: Tree, message: string): Promise<string> {
    await applyChanges(this.#directory, { write: files, remove: [] });
    await this.#git('add', '--all', '--force');
    await this.#git(
      ...[
        '-c',
        'user.name=platform check',
        '-c',
        'user.email=platform-check@localhost',
      ],
      ...['commit', '--quiet', '--message', message],
    );
    await this.#git('push', '--quiet', '--force', this.#url, BRANCH);
    return (await this.#git('rev-parse', 'HEAD')).trim();
  }

  async remove(): Promise<void> {
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #git(...args: string[]): Promise<string> {
    const { stdout } = await run('git', args, { cwd: this.#directory });
    return stdout;
  }
}
