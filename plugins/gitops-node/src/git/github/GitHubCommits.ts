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

import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { Octokit } from '@octokit/rest';
import { assertRepositoryPath } from '../assertRepositoryPath';
import type {
  CallOptions,
  FileChange,
  GitOpsRepository,
} from '../GitOpsRepository';
import { refAnswer, shaAnswer } from './answers';
import type { GitHubCalls } from './GitHubCalls';
import type { GitHubFailure } from './GitHubFailure';

interface Options {
  octokit: Octokit;
  calls: GitHubCalls;
  repo: { owner: string; repo: string };
  repository: Pick<GitOpsRepository, 'getBranch' | 'fullName'>;
}

/**
 * Makes commits. Until its last call, which moves the branch, nothing that anybody sees has changed.
 * @internal
 */
export class GitHubCommits {
  readonly #options: Options;

  static create(options: Options): GitHubCommits {
    return new GitHubCommits(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async make(
    options: {
      branch: string;
      create?: boolean;
      parents: string[];
      message: string;
      changes: FileChange[];
      /** The tree that the changes are made to. */
      treeId: string;
    } & CallOptions,
  ): Promise<{ revision: string; treeId: string }> {
    const { octokit, calls, repo } = this.#options;
    const { message, parents, signal } = options;
    const tree = await this.#tree(options);
    const { sha } = await calls.send({
      what: 'make a commit',
      send: request =>
        octokit.rest.git.createCommit({
          ...repo,
          message,
          tree,
          parents,
          request,
        }),
      answer: shaAnswer,
      signal,
    });
    await this.#move({ ...options, revision: sha });
    return { revision: sha, treeId: tree };
  }

  async #tree(options: {
    treeId: string;
    changes: FileChange[];
    signal?: AbortSignal;
  }): Promise<string> {
    const { treeId, changes, signal } = options;
    if (changes.length === 0) {
      return treeId;
    }
    const { octokit, calls, repo } = this.#options;
    const { sha } = await calls.send({
      what: `write ${
        changes.length === 1 ? changes[0].path : `${changes.length} files`
      }`,
      send: request =>
        octokit.rest.git.createTree({
          ...repo,
          base_tree: treeId,
          tree: changes.map(treeEntry),
          request,
        }),
      answer: shaAnswer,
      signal,
    });
    return sha;
  }

  async #move(options: {
    branch: string;
    create?: boolean;
    revision: string;
    signal?: AbortSignal;
  }): Promise<void> {
    const { octokit, calls, repo, repository } = this.#options;
    const { branch, create, revision, signal } = options;
    const made = { object: { sha: revision } };
    const isMade = async () =>
      (await repository.getBranch(branch, { signal })) === revision;
    await calls.send({
      what: create
        ? `create the branch ${branch}`
        : `move the branch ${branch}`,
      send: request =>
        create
          ? octokit.rest.git.createRef({
              ...repo,
              ref: `refs/heads/${branch}`,
              sha: revision,
              request,
            })
          : octokit.rest.git.updateRef({
              ...repo,
              ref: `heads/${branch}`,
              sha: revision,
              force: false,
              request,
            }),
      answer: refAnswer,
      recheck: async () => ((await isMade()) ? made : undefined),
      // An attempt before this one may have moved it.
      refused: async failure =>
        failure.status === 422 && (await isMade())
          ? made
          : this.#refusal(branch, failure),
      signal,
    });
  }

  #refusal(branch: string, { status, message }: GitHubFailure) {
    const { fullName } = this.#options.repository;
    if (status !== 422 && status !== 409) {
      return undefined;
    }
    if (
      /fast.?forward|already exists|does not exist|cannot be updated|reference update failed/i.test(
        message,
      )
    ) {
      return new ConflictError(
        `The branch ${branch} of ${fullName} has moved meanwhile (${message}). Try again.`,
      );
    }
    return new NotAllowedError(
      `${fullName} does not let the branch ${branch} be written: ${message}. Check its branch rules.`,
    );
  }
}

function treeEntry(change: FileChange) {
  assertRepositoryPath(change.path);
  const mode = change.executable ? ('100755' as const) : ('100644' as const);
  const entry = { path: change.path, mode, type: 'blob' as const };
  if (change.content !== undefined) {
    return { ...entry, content: change.content };
  }
  return { ...entry, sha: change.id ?? null };
}
