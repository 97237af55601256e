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

/**
 * One file of a commit. Without content and id the file is removed.
 * @public
 */
export interface FileChange {
  path: string;
  content?: string;
  /** Content that the repository has already, by git's blob id; instead of `content`. */
  id?: string;
  executable?: boolean;
}

/**
 * A file as it stands in the repository; `id` names its content (git's blob id).
 * @public
 */
export interface RepositoryFile {
  path: string;
  id: string;
  executable?: boolean;
}

/**
 * A pull request, as far as we look at it.
 * @public
 */
export interface PullRequest {
  number: number;
  title: string;
  body: string;
  url: string;
  state: 'open' | 'closed' | 'merged';
  head: string;
  base: string;
  /** The commit that the head branch pointed at when the pull request was read. */
  headRevision: string;
  /** Set where it was merged. */
  mergeRevision?: string;
  /** ISO 8601. */
  createdAt: string;
}

/**
 * How a branch stands to another one.
 * @public
 */
export interface Comparison {
  /** The commit of `base`. */
  base: string;
  /** The newest commit that both have. */
  mergeBase: string;
  /** Commits that only `base` has. */
  behind: number;
  /** Paths that `head` has changed since the merge base; the first 300. */
  changed: string[];
  /** Messages of the commits that only `head` has, oldest first; the first 250. */
  messages: string[];
}

/**
 * A commit, as far as we show it.
 * @public
 */
export interface RepositoryCommit {
  revision: string;
  /** The first line of its message. */
  title: string;
  /** A name, not an address. */
  author?: string;
  /** When it was made. ISO 8601. */
  date?: string;
  /** Its page. */
  url?: string;
}

/**
 * What one commit has that another has not.
 * @public
 */
export interface CommitRange {
  /** How many commits only `head` has. */
  total: number;
  /** How many commits only `base` has. */
  behind: number;
  /** The newest of those that only `head` has, newest first. */
  commits: RepositoryCommit[];
}

/**
 * Git as the actions and the backend see it: one repository of one provider, over the provider's API, no clone.
 *
 * Paths are relative to the repository's root, without a leading slash. Every method rejects with an error of
 * `@backstage/errors` that names the repository and the remedy: `NotFoundError` (repository or ref),
 * `NotAllowedError` (403), `AuthenticationError` (401), `ConflictError` (a branch that moved),
 * `ServiceUnavailableError` (rate limit after its Retry-After, 5xx, a broken connection, after retries).
 * @public
 */
export interface GitOpsRepository {
  /** As a browser would open it, without `.git`. */
  readonly url: string;
  /** `owner/name` */
  readonly fullName: string;

  getDefaultBranch(options?: CallOptions): Promise<string>;
  /** The commit that a branch points at, `undefined` where there is no such branch. */
  getBranch(name: string, options?: CallOptions): Promise<string | undefined>;
  /** All files below a folder at a commit or branch, recursively. */
  listFiles(
    options: { ref: string; prefix?: string } & CallOptions,
  ): Promise<RepositoryFile[]>;
  /** UTF-8 text of a file, byte for byte (BOM and CRLF kept); `undefined` where there is none. */
  readFile(
    options: { ref: string; path: string } & CallOptions,
  ): Promise<string | undefined>;
  /** How `head` stands to `base`, each a commit or a branch. */
  compare(
    options: { base: string; head: string } & CallOptions,
  ): Promise<Comparison>;
  /** One commit, by its whole hash; `undefined` where the repository does not know it. */
  getCommit(
    revision: string,
    options?: CallOptions,
  ): Promise<RepositoryCommit | undefined>;
  /**
   * The commits that only `head` has, and not `base`; no more than `max` of them, which is 100 at most.
   * Rejects with `NotFoundError` where the repository does not know one of the two.
   */
  listCommits(
    options: { base: string; head: string; max: number } & CallOptions,
  ): Promise<CommitRange>;
  /**
   * Makes one commit on top of `parents` (the first is the branch's present commit; a second one makes it a merge)
   * with the tree of `base` plus `changes`, and moves the branch to it without force.
   * Creates the branch where `create` is set. Rejects with `ConflictError` where the branch has moved meanwhile.
   */
  commit(
    options: {
      branch: string;
      create?: boolean;
      parents: string[];
      base: string;
      message: string;
      changes: FileChange[];
    } & CallOptions,
  ): Promise<{ revision: string }>;
  /** Pull requests from branches of the repository itself, not of forks, newest first. */
  findPullRequests(
    options: {
      head?: string;
      base?: string;
      state?: 'open' | 'all';
    } & CallOptions,
  ): Promise<PullRequest[]>;
  openPullRequest(
    options: {
      head: string;
      base: string;
      title: string;
      body: string;
    } & CallOptions,
  ): Promise<PullRequest>;
  updatePullRequest(
    options: {
      number: number;
      title?: string;
      body?: string;
      state?: 'closed';
    } & CallOptions,
  ): Promise<PullRequest>;
  deleteBranch(name: string, options?: CallOptions): Promise<void>;
}

/** @public */
export interface CallOptions {
  signal?: AbortSignal;
}
