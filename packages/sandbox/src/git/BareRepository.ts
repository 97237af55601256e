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

import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve as resolvePath } from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import { type CommitInfo, parseCommit } from './parseCommit';
import { isFullSha, revisionCandidates } from './revisionCandidates';
import { runGit } from './runGit';

/** A blob of a tree: `mode` as git writes it (100644, 100755, 120000). */
export interface TreeFile {
  path: string;
  id: string;
  mode: string;
}

/** A path inside a repository, without slashes at its ends; refuses what would leave it. */
export function repositoryPath(path: string): string {
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  const outside = trimmed
    .split('/')
    .some(part => part === '..' || part === '.' || part === '.git');
  if (outside || /[\0\n]/.test(trimmed)) {
    throw new InputError(
      `The path '${path}' is not inside the repository; use a path relative to its root`,
    );
  }
  return trimmed;
}

/**
 * A bare git repository, driven with git's plumbing.
 *
 * A `revision` is a branch, a tag, HEAD or a (short) commit id. Methods that take one reject with `NotFoundError`
 * where the repository has no such revision.
 */
export class BareRepository {
  readonly directory: string;

  static open(directory: string): BareRepository {
    return new BareRepository(resolvePath(directory));
  }

  /** Makes an empty repository whose HEAD is `branch`; nothing half-made is left where this is interrupted. */
  static async init(
    directory: string,
    options: { branch?: string } = {},
  ): Promise<BareRepository> {
    const target = resolvePath(directory);
    await mkdir(dirname(target), { recursive: true });
    const draft = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    const branch = options.branch ?? 'main';
    await runGit([
      'init',
      '--quiet',
      '--bare',
      `--initial-branch=${branch}`,
      draft,
    ]);
    const settings = {
      'http.receivepack': 'true',
      'uploadpack.allowAnySHA1InWant': 'true',
      // The refs that GitHub keeps for pull requests are read-only to everybody who pushes.
      'receive.hideRefs': 'refs/pull',
      'receive.fsckObjects': 'true',
      // Objects made over the API hang on no ref until the caller makes one.
      'gc.auto': '0',
    };
    for (const [key, value] of Object.entries(settings)) {
      await runGit(['config', key, value], { cwd: draft });
    }
    await rename(draft, target);
    return new BareRepository(target);
  }

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** Runs git in this repository; rejects with `GitError` where it does not exit with 0. */
  async run(
    args: string[],
    options: { input?: Buffer | string; env?: Record<string, string> } = {},
  ): Promise<Buffer> {
    return runGit(args, {
      cwd: this.directory,
      input: options.input,
      env: { GIT_DIR: this.directory, ...options.env },
    });
  }

  /** The commit that a branch, tag, HEAD or (short) id stands for. */
  async resolve(ref: string): Promise<string | undefined> {
    const candidates = revisionCandidates(ref);
    if (candidates.length === 0) {
      return undefined;
    }
    const output = await this.run(['cat-file', '--batch-check'], {
      input: candidates.map(name => `${name}^{commit}\n`).join(''),
    });
    return /^([0-9a-f]{40}) commit /m.exec(output.toString('utf8'))?.[1];
  }

  /** A file's bytes, `undefined` where there is none (or a folder). */
  async readFile(revision: string, path: string): Promise<Buffer | undefined> {
    const sha = await this.#commit(revision);
    const object = await this.readObject(`${sha}:${repositoryPath(path)}`);
    return object?.type === 'blob' ? object.content : undefined;
  }

  /** Any object by id or `revision:path`. */
  async readObject(
    name: string,
  ): Promise<{ id: string; type: string; content: Buffer } | undefined> {
    const output = await this.run(['cat-file', '--batch'], {
      input: `${name}\n`,
    });
    const lineEnd = output.indexOf('\n');
    const header = output.subarray(0, lineEnd).toString('utf8');
    const match = /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(header);
    if (!match) {
      return undefined;
    }
    const start = lineEnd + 1;
    const content = output.subarray(start, start + Number(match[3]));
    return { id: match[1], type: match[2], content };
  }

  /** All blobs below a folder (or the one file that `prefix` names), recursively. */
  async listFiles(revision: string, prefix?: string): Promise<TreeFile[]> {
    const sha = await this.#commit(revision);
    const folder = repositoryPath(prefix ?? '');
    const output = await this.run([
      'ls-tree',
      '-r',
      '-z',
      '--full-tree',
      sha,
      ...(folder ? ['--', folder] : []),
    ]);
    return output
      .toString('utf8')
      .split('\0')
      .filter(Boolean)
      .map(line => {
        const tab = line.indexOf('\t');
        const [mode, type, id] = line.slice(0, tab).split(' ');
        return { path: line.slice(tab + 1), id, mode, type };
      })
      .filter(({ type }) => type === 'blob')
      .map(({ path, id, mode }) => ({ path, id, mode }));
  }

  /** Writes the whole tree of a revision into a folder, which is made where it is missing. */
  async exportTree(revision: string, targetDirectory: string): Promise<void> {
    const sha = await this.#commit(revision);
    const target = resolvePath(targetDirectory);
    await mkdir(target, { recursive: true });
    await this.withIndex(async env => {
      await this.run(['read-tree', sha], { env });
      await runGit(['checkout-index', '--all', '--force', '--quiet'], {
        cwd: target,
        env: { ...env, GIT_DIR: this.directory, GIT_WORK_TREE: target },
      });
    });
  }

  async commitInfo(revision: string): Promise<CommitInfo> {
    const sha = await this.#commit(revision);
    const raw = await this.run(['cat-file', 'commit', sha]);
    return parseCommit(sha, raw.toString('utf8'));
  }

  /** Gives `use` an index file of its own: a bare repository has none, and two writers must not share one. */
  async withIndex<T>(
    use: (env: Record<string, string>) => Promise<T>,
  ): Promise<T> {
    const directory = await mkdtemp(join(tmpdir(), 'sandbox-index-'));
    try {
      return await use({ GIT_INDEX_FILE: join(directory, 'index') });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  async #commit(revision: string): Promise<string> {
    const sha = isFullSha(revision) ? revision : await this.resolve(revision);
    if (!sha) {
      throw new NotFoundError(
        `${basename(this.directory)} has no revision '${revision}'`,
      );
    }
    return sha;
  }
}
