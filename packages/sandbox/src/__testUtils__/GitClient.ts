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

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runGit } from '../git/runGit';

/** A clone, driven with real git as a person would. */
export class GitClient {
  readonly directory: string;

  static async clone(url: string, directory: string): Promise<GitClient> {
    await runGit(['clone', '--quiet', url, directory]);
    return new GitClient(directory);
  }

  /** A new repository with a remote, for a first push. */
  static async init(url: string, directory: string): Promise<GitClient> {
    await runGit(['init', '--quiet', '--initial-branch=main', directory]);
    const client = new GitClient(directory);
    await client.run('remote', 'add', 'origin', url);
    return client;
  }

  private constructor(directory: string) {
    this.directory = directory;
  }

  async run(...args: string[]): Promise<string> {
    const output = await runGit(args, { cwd: this.directory });
    return output.toString('utf8').trim();
  }

  /** Commits files and answers the commit. */
  async commit(files: Record<string, string | Buffer>): Promise<string> {
    for (const [path, content] of Object.entries(files)) {
      const target = join(this.directory, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    await this.run('add', '--all');
    await this.run('commit', '--quiet', '--allow-empty', '-m', 'Change');
    return this.run('rev-parse', 'HEAD');
  }

  async push(...args: string[]): Promise<string> {
    return this.run('push', 'origin', ...(args.length > 0 ? args : ['main']));
  }
}

/** The same address with the sandbox's token, as CI would push. */
export function withToken(url: string, password = 'sandbox-token'): string {
  return url.replace('://', `://x-access-token:${password}@`);
}
