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

import { createHash } from 'node:crypto';
import { NotFoundError, NotImplementedError } from '@backstage/errors';
import type {
  CommitRange,
  GitOpsRepository,
  GitOpsRepositoryProvider,
  PullRequest,
  RepositoryCommit,
} from '@gitops-platform/backstage-plugin-gitops-node';

/** A repository for tests: files at the head of `main`, and open pull requests. */
export class InMemoryRepository implements GitOpsRepository {
  readonly url: string;
  readonly fullName: string;
  readonly files = new Map<string, string>();
  readonly pullRequests: PullRequest[] = [];
  /** By `base...head`. */
  readonly commitRanges = new Map<string, CommitRange>();
  /** By revision; those of `commitRanges` beside it. */
  readonly commits = new Map<string, RepositoryCommit>();
  /** The methods that were called. */
  readonly calls: string[] = [];
  /** Every call rejects with it. */
  failure: Error | undefined;
  revision = 'c'.repeat(40);

  constructor(url: string, files: Record<string, string> = {}) {
    this.url = url;
    this.fullName = new URL(url).pathname.slice(1);
    this.files = new Map(Object.entries(files));
  }

  async getDefaultBranch() {
    this.#called('getDefaultBranch');
    return 'main';
  }

  async getBranch(name: string) {
    this.#called('getBranch');
    return name === 'main' ? this.revision : undefined;
  }

  async listFiles({ prefix = '' }: { prefix?: string }) {
    this.#called('listFiles');
    return [...this.files]
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, text]) => ({
        path,
        id: createHash('sha1').update(text).digest('hex'),
      }));
  }

  async readFile({ path }: { path: string }) {
    this.#called('readFile');
    return this.files.get(path);
  }

  async findPullRequests({ head }: { head?: string }) {
    this.#called('findPullRequests');
    return this.pullRequests.filter(
      pullRequest => head === undefined || pullRequest.head === head,
    );
  }

  async getCommit(revision: string) {
    this.#called('getCommit');
    return [
      ...this.commits.values(),
      ...[...this.commitRanges.values()].flatMap(({ commits }) => commits),
    ].find(commit => commit.revision === revision);
  }

  async listCommits({ base, head }: { base: string; head: string }) {
    this.#called('listCommits');
    const range = this.commitRanges.get(`${base}...${head}`);
    if (!range) {
      throw new NotFoundError(`${this.fullName} does not know ${base}`);
    }
    return range;
  }

  commit(): never {
    throw new NotImplementedError('The backend must not write');
  }

  openPullRequest(): never {
    throw new NotImplementedError('The backend must not write');
  }

  updatePullRequest(): never {
    throw new NotImplementedError('The backend must not write');
  }

  compare(): never {
    throw new NotImplementedError('The backend compares nothing');
  }

  deleteBranch(): never {
    throw new NotImplementedError('The backend must not write');
  }

  #called(method: string): void {
    this.calls.push(method);
    if (this.failure) {
      throw this.failure;
    }
  }
}

/** The host of a test's repositories. What it does not have is answered as providers do. */
export class InMemoryGitHost implements GitOpsRepositoryProvider {
  readonly #repositories: InMemoryRepository[];

  constructor(repositories: InMemoryRepository[]) {
    this.#repositories = repositories;
  }

  supports(): boolean {
    return true;
  }

  create(url: string): InMemoryRepository {
    const found = this.#repositories.find(repository => repository.url === url);
    if (found) {
      return found;
    }
    const missing = new InMemoryRepository(url);
    missing.failure = new NotFoundError(`There is no repository ${url}`);
    return missing;
  }
}
