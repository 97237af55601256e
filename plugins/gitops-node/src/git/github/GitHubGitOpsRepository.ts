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
import type { Octokit } from '@octokit/rest';
import { z } from 'zod';
import type { Clock } from '../../upstream';
import type {
  CallOptions,
  CommitRange,
  Comparison,
  FileChange,
  GitOpsRepository,
  PullRequest,
  RepositoryCommit,
  RepositoryFile,
} from '../GitOpsRepository';
import {
  branchAnswer,
  commitAnswer,
  comparisonAnswer,
  repositoryAnswer,
} from './answers';
import { GitHubCalls } from './GitHubCalls';
import { GitHubCommitRanges } from './GitHubCommitRanges';
import { GitHubCommits } from './GitHubCommits';
import { GitHubFiles } from './GitHubFiles';
import { GitHubPullRequests } from './GitHubPullRequests';

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
  readonly #commitRanges: GitHubCommitRanges;
  readonly #files: GitHubFiles;
  readonly #pullRequests: GitHubPullRequests;
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
    this.#commitRanges = GitHubCommitRanges.create(shared);
    this.#files = GitHubFiles.create(shared);
    this.#pullRequests = GitHubPullRequests.create(shared);
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
    return this.#files.list(options);
  }

  readFile(
    options: { ref: string; path: string } & CallOptions,
  ): Promise<string | undefined> {
    return this.#files.read(options);
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

  getCommit(
    revision: string,
    options: CallOptions = {},
  ): Promise<RepositoryCommit | undefined> {
    return this.#commitRanges.get(revision, options);
  }

  listCommits(
    options: { base: string; head: string; max: number } & CallOptions,
  ): Promise<CommitRange> {
    return this.#commitRanges.list(options);
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

  findPullRequests(
    options: {
      head?: string;
      base?: string;
      state?: 'open' | 'all';
    } & CallOptions,
  ): Promise<PullRequest[]> {
    return this.#pullRequests.find(options);
  }

  openPullRequest(
    options: {
      head: string;
      base: string;
      title: string;
      body: string;
    } & CallOptions,
  ): Promise<PullRequest> {
    return this.#pullRequests.open(options);
  }

  updatePullRequest(
    options: {
      number: number;
      title?: string;
      body?: string;
      state?: 'closed';
    } & CallOptions,
  ): Promise<PullRequest> {
    return this.#pullRequests.update(options);
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
