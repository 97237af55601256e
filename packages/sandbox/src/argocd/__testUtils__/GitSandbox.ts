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
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { RepositoryStore } from '../../git';

/** Where the sandbox's GitHub would be; nothing listens there. */
export const GITHUB = 'http://localhost:7020';

/** A command-line tool that the project's own set-up has put into place. */
export function findTool(name: 'helm' | 'kustomize'): string {
  // Tests run in their package's folder.
  const root = resolve('../..');
  const candidates = [
    process.env[`GITOPS_${name.toUpperCase()}`],
    join(root, '.toolchain', 'bin', name),
    ...(process.env.PATH ?? '').split(':').map(folder => join(folder, name)),
  ];
  const found = candidates.find(path => path && existsSync(path));
  if (!found) {
    throw new Error(
      `${name} is not installed; run the project's set-up, or set GITOPS_${name.toUpperCase()}`,
    );
  }
  return found;
}

/** Real bare repositories in a folder of their own. */
export class GitSandbox {
  readonly store: RepositoryStore;
  readonly directory: string;
  #minute = 0;

  static async create(): Promise<GitSandbox> {
    const directory = await mkdtemp(join(tmpdir(), 'argocd-test-'));
    const store = await RepositoryStore.open(join(directory, 'repositories'));
    return new GitSandbox(directory, store);
  }

  private constructor(directory: string, store: RepositoryStore) {
    this.directory = directory;
    this.store = store;
  }

  /** Commits files on main (`undefined` deletes one) and tells the listeners; answers the commit. */
  async commit(
    repository: string,
    files: Record<string, string | undefined>,
    message: string = 'Change',
  ): Promise<string> {
    const [owner, name] = repository.split('/');
    const bare =
      this.store.get(owner, name) ?? (await this.store.create(owner, name));
    const parent = await bare.resolve('main');
    this.#minute += 1;
    const stream = [
      'commit refs/heads/main',
      `committer Ada <ada@example.com> ${
        1_790_000_000 + this.#minute * 60
      } +0000`,
      `data ${Buffer.byteLength(message)}`,
      message,
      ...(parent ? [`from ${parent}`] : []),
      ...Object.entries(files).flatMap(([path, content]) =>
        content === undefined
          ? [`D ${path}`]
          : [
              `M 100644 inline ${path}`,
              `data ${Buffer.byteLength(content)}`,
              content,
            ],
      ),
      '',
    ].join('\n');
    execFileSync('git', ['fast-import', '--quiet', '--date-format=raw'], {
      cwd: bare.directory,
      input: stream,
    });
    await this.store.publishChanges(owner, name);
    const commit = await bare.resolve('main');
    return commit ?? '';
  }

  async dispose(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}
