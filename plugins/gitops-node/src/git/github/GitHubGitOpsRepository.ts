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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type { Octokit } from '@octokit/rest';
import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import type { Clock } from '../../upstream';
import type {
  CallOptions,
  Comparison,
  FileChange,
  GitOpsRepository,
  PullRequest,
  RepositoryFile,
} from '../GitOpsRepository';
import {
  blobAnswer,
  branchAnswer,
  commitAnswer,
  comparisonAnswer,
  contentAnswer,
  pullAnswer,
  repositoryAnswer,
} from './answers';
import { GitHubCalls } from './GitHubCalls';
import { GitHubCommits } from './GitHubCommits';
import { GitHubTrees } from './GitHubTrees';

const PAGE = 100;

/**
 * A repository on GitHub or GitHub Enterprise, over the REST API.
 * @public
 */
export class GitHubGitOpsRepository implements GitOpsRepository {
  readonly url: string;
  readonly fullName: string;
  readonly #octokit: Octokit;
  readonly #calls: GitHubCalls;
  readonly #repo: { owner: string; repo: string };
  readonly #commits: GitHubCommits;
  readonly #trees: GitHubTrees;
  /** The tree of each commit that was seen. */
  readonly #treeIds = new Map<string, string>();

  /** With a client that knows the API's address and brings the credentials. */
  static create(options: {
    octokit: Octokit;
    owner: string;
    name: string;
    url: string;
    logger: LoggerService;
    clock?: Clock;
  }): GitHubGitOpsRepository {
    return new GitHubGitOpsRepository(options);
  }

  private constructor(options: {
    octokit: Octokit;
    owner: string;
    name: string;
    url: string;
    logger: LoggerService;
    clock?: Clock;
  }) {
    const { octokit, owner, name, url } = options;
    this.url = url;
    this.fullName = `${owner}/${name}`;
    this.#octokit = octokit;
    this.#repo = { owner, repo: name };
    this.#calls = GitHubCalls.create({ ...options, fullName: this.fullName });
    const shared = {
      octokit,
      calls: this.#calls,
      repo: this.#repo,
      repository: this,
    };
    this.#commits = GitHubCommits.create(shared);
    this.#trees = GitHubTrees.create(shared);
  }

  async getDefaultBranch(options: CallOptions = {}): Promise<string> {
    const { default_branch: branch } = await this.#calls.send({
      what: 'read the repository',
      send: request => this.#octokit.rest.repos.get({ ...this.#repo, request }),
      answer: repositoryAnswer,
      ...options,
    });
    return branch;
  }

  async getBranch(
    name: string,
    options: CallOptions = {},
  ): Promise<string | undefined> {
    const { branch } = await this.#calls.send({
      what: `read the branch ${name}`,
      send: async request => {
        const { data } = await this.#octokit.rest.repos.getBranch({
          ...this.#repo,
          branch: name,
          request,
        });
        return { data: { branch: data } };
      },
      answer: z.object({ branch: branchAnswer.optional() }),
      refused: ({ status, message }) =>
        status === 404 && /^Branch not found/.test(message)
          ? { branch: undefined }
          : undefined,
      ...options,
    });
    // A renamed branch is answered under its new name.
    if (branch?.name !== name) {
      return undefined;
    }
    this.#treeIds.set(branch.commit.sha, branch.commit.commit.tree.sha);
    return branch.commit.sha;
  }

  async listFiles(
    options: { ref: string; prefix?: string } & CallOptions,
  ): Promise<RepositoryFile[]> {
    return this.#trees.list(options);
  }

  async readFile(
    options: { ref: string; path: string } & CallOptions,
  ): Promise<string | undefined> {
    const { ref, path, signal } = options;
    const what = `read ${path} at ${ref}`;
    const { file } = await this.#calls.send({
      what,
      send: async request => {
        const { data } = await this.#octokit.rest.repos.getContent({
          ...this.#repo,
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
        : await this.#calls.send({
            what,
            send: request =>
              this.#octokit.rest.git.getBlob({
                ...this.#repo,
                file_sha: file.sha,
                request,
              }),
            answer: blobAnswer,
            signal,
          });
    const bytes = Buffer.from(content, 'base64');
    if (!isUtf8(bytes)) {
      throw new InputError(
        `${path} in ${this.fullName} is not UTF-8 text, so it cannot be read or edited here.`,
      );
    }
    return bytes.toString('utf8');
  }

  async compare(
    options: { base: string; head: string } & CallOptions,
  ): Promise<Comparison> {
    const { base, head, signal } = options;
    const comparison = await this.#calls.send({
      what: `compare ${head} with ${base}`,
      send: request =>
        this.#octokit.rest.repos.compareCommitsWithBasehead({
          ...this.#repo,
          basehead: `${base}...${head}`,
          request,
        }),
      answer: comparisonAnswer,
      signal,
    });
    const { base_commit: baseCommit, merge_base_commit: origin } = comparison;
    for (const { sha, commit } of [baseCommit, ...comparison.commits]) {
      this.#treeIds.set(sha, commit.tree.sha);
    }
    return {
      base: baseCommit.sha,
      mergeBase: origin.sha,
      behind: comparison.behind_by,
      changed: comparison.files.map(({ filename }) => filename),
      messages: comparison.commits.map(({ commit }) => commit.message),
    };
  }

  async commit(
    options: {
      branch: string;
      create?: boolean;
      parents: string[];
      base: string;
      message: string;
      changes: FileChange[];
    } & CallOptions,
  ): Promise<{ revision: string }> {
    const treeId = await this.#treeIdOf(options.base, options.signal);
    const made = await this.#commits.make({ ...options, treeId });
    this.#treeIds.set(made.revision, made.treeId);
    return { revision: made.revision };
  }

  async findPullRequests(
    options: {
      head?: string;
      base?: string;
      state?: 'open' | 'all';
    } & CallOptions,
  ): Promise<PullRequest[]> {
    const { head, base, state = 'open', signal } = options;
    const found: PullRequest[] = [];
    for (let page = 1; ; page++) {
      const pulls = await this.#calls.send({
        what: 'list pull requests',
        send: request =>
          this.#octokit.rest.pulls.list({
            ...this.#repo,
            head: head && `${this.#repo.owner}:${head}`,
            base,
            state,
            sort: 'created',
            direction: 'desc',
            per_page: PAGE,
            page,
            request,
          }),
        answer: z.array(pullAnswer),
        signal,
      });
      // Servers pass over a head that they cannot read.
      found.push(...pulls.filter(pull => !head || pull.head === head));
      if (pulls.length < PAGE) {
        return found;
      }
    }
  }

  async openPullRequest(
    options: {
      head: string;
      base: string;
      title: string;
      body: string;
    } & CallOptions,
  ): Promise<PullRequest> {
    const { head, base, title, body, signal } = options;
    const present = async () =>
      (await this.findPullRequests({ head, base, signal }))[0];
    return this.#calls.send<PullRequest>({
      what: `open a pull request for ${head}`,
      send: request =>
        this.#octokit.rest.pulls.create({
          ...this.#repo,
          head,
          base,
          title,
          body,
          request,
        }),
      answer: pullAnswer,
      recheck: present,
      refused: async ({ status, message }) => {
        if (status === 422 && /already exists/.test(message)) {
          return present();
        }
        return status === 422 && /No commits between|invalid/i.test(message)
          ? new ConflictError(
              `There is nothing to open a pull request for in ${this.fullName}: ${message}.`,
            )
          : undefined;
      },
      signal,
    });
  }

  async updatePullRequest(
    options: {
      number: number;
      title?: string;
      body?: string;
      state?: 'closed';
    } & CallOptions,
  ): Promise<PullRequest> {
    const { number, title, body, state, signal } = options;
    return this.#calls.send({
      what: `update pull request #${number}`,
      send: request =>
        this.#octokit.rest.pulls.update({
          ...this.#repo,
          pull_number: number,
          title,
          body,
          state,
          request,
        }),
      answer: pullAnswer,
      signal,
    });
  }

  async deleteBranch(name: string, options: CallOptions = {}): Promise<void> {
    await this.#calls.send({
      what: `delete the branch ${name}`,
      send: request =>
        this.#octokit.rest.git.deleteRef({
          ...this.#repo,
          ref: `heads/${name}`,
          request,
        }),
      answer: z.unknown().transform(() => true),
      refused: ({ status, message }) =>
        status === 422 && /does not exist/.test(message) ? true : undefined,
      ...options,
    });
  }

  async #treeIdOf(revision: string, signal?: AbortSignal): Promise<string> {
    const known = this.#treeIds.get(revision);
    if (known) {
      return known;
    }
    const { tree } = await this.#calls.send({
      what: `read the commit ${revision}`,
      send: request =>
        this.#octokit.rest.git.getCommit({
          ...this.#repo,
          commit_sha: revision,
          request,
        }),
      answer: commitAnswer,
      signal,
    });
    this.#treeIds.set(revision, tree.sha);
    return tree.sha;
  }
}
