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

import { InputError } from '@backstage/errors';
import type { Octokit } from '@octokit/rest';
import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import type { CallOptions, RepositoryFile } from '../GitOpsRepository';
import {
  blobAnswer,
  contentAnswer,
  treeAnswer,
  type TreeAnswer,
} from './answers';
import type { GitHubCalls } from './GitHubCalls';

interface Options {
  octokit: Octokit;
  calls: GitHubCalls;
  repo: { owner: string; repo: string };
}

const EMPTY: TreeAnswer = { sha: '', truncated: false, tree: [] };

/**
 * The files of a commit.
 * @internal
 */
export class GitHubFiles {
  readonly #options: Options;

  static create(options: Options): GitHubFiles {
    return new GitHubFiles(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(options: {
    ref: string;
    prefix?: string;
    signal?: AbortSignal;
  }): Promise<RepositoryFile[]> {
    const { ref, signal } = options;
    const prefix = options.prefix?.replace(/\/+$/, '');
    const whole = await this.#tree(ref, true, signal);
    const { folder, answer } =
      whole.truncated && prefix
        ? { folder: prefix, answer: await this.#below(ref, prefix, signal) }
        : { folder: undefined, answer: whole };
    if (answer.truncated) {
      const { owner, repo } = this.#options.repo;
      throw new InputError(
        `${owner}/${repo} has more files${
          folder ? ` below ${folder}` : ''
        } than GitHub lists at once. Narrow gitops.repositories[].path to a smaller folder.`,
      );
    }
    return answer.tree
      .filter(({ type }) => type === 'blob')
      .map(({ path, sha, mode }) => ({
        path: folder ? `${folder}/${path}` : path,
        id: sha,
        executable: mode === '100755',
      }))
      .filter(({ path }) => !prefix || path.startsWith(`${prefix}/`));
  }

  async read(
    options: { ref: string; path: string } & CallOptions,
  ): Promise<string | undefined> {
    const { octokit, calls, repo } = this.#options;
    const { ref, path, signal } = options;
    const what = `read ${path} at ${ref}`;
    const { file } = await calls.send({
      what,
      send: async request => {
        const { data } = await octokit.rest.repos.getContent({
          ...repo,
          path,
          ref,
          request,
        });
        return { data: { file: data } };
      },
      answer: z.object({ file: contentAnswer.optional() }),
      refused: ({ status, message }) =>
        status === 404 && !/No commit found|repository is empty/.test(message)
          ? { file: undefined }
          : undefined,
      signal,
    });
    if (!file || Array.isArray(file) || file.type !== 'file') {
      return undefined;
    }
    // Above 1 MB the content is left out.
    const { content } =
      file.encoding === 'base64' && file.content !== undefined
        ? { content: file.content }
        : await calls.send({
            what,
            send: request =>
              octokit.rest.git.getBlob({
                ...repo,
                file_sha: file.sha,
                request,
              }),
            answer: blobAnswer,
            signal,
          });
    const bytes = Buffer.from(content, 'base64');
    if (!isUtf8(bytes)) {
      throw new InputError(
        `${path} in ${repo.owner}/${repo.repo} is not UTF-8 text, so it cannot be read or edited here.`,
      );
    }
    return bytes.toString('utf8');
  }

  /** Where the whole is too big, the folder alone may not be. */
  async #below(
    ref: string,
    folder: string,
    signal?: AbortSignal,
  ): Promise<TreeAnswer> {
    let id = ref;
    for (const name of folder.split('/')) {
      const { tree } = await this.#tree(id, false, signal);
      const entry = tree.find(
        ({ path, type }) => path === name && type === 'tree',
      );
      if (!entry) {
        return EMPTY;
      }
      id = entry.sha;
    }
    return this.#tree(id, true, signal);
  }

  async #tree(
    id: string,
    recursive: boolean,
    signal?: AbortSignal,
  ): Promise<TreeAnswer> {
    const { octokit, calls, repo } = this.#options;
    return calls.send({
      what: `list the files at ${id}`,
      send: request =>
        octokit.rest.git.getTree({
          ...repo,
          tree_sha: id,
          ...(recursive && { recursive: '1' }),
          request,
        }),
      answer: treeAnswer,
      refused: ({ status, message }) =>
        status === 409 && /empty/i.test(message) ? EMPTY : undefined,
      signal,
    });
  }
}
