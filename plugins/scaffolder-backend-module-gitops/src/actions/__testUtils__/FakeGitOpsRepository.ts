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

import { createHash } from 'crypto';
import {
  CommitRange,
  Comparison,
  GitOpsRepository,
  PullRequest,
} from '@gitops-platform/backstage-plugin-gitops-node';

/** A repository that can only be read, held in memory. */
export class FakeGitOpsRepository implements GitOpsRepository {
  readonly fullName: string;
  /** Files by ref. */
  readonly refs = new Map<string, Map<string, string>>();
  pullRequests: PullRequest[] = [];

  constructor(readonly url: string, files: Record<string, string>) {
    this.fullName = new URL(url).pathname.slice(1);
    this.set('main', files);
  }

  set(ref: string, files: Record<string, string>) {
    this.refs.set(ref, new Map(Object.entries(files)));
  }

  openFrom(head: string, files: Record<string, string>): PullRequest {
    this.set(`tip of ${head}`, files);
    const pullRequest: PullRequest = {
      number: 7,
      title: 'Create orders',
      body: '',
      url: `${this.url}/pull/7`,
      state: 'open',
      head,
      base: 'main',
      headRevision: `tip of ${head}`,
      createdAt: '2026-01-01T00:00:00Z',
    };
    this.pullRequests = [pullRequest];
    return pullRequest;
  }

  async getDefaultBranch() {
    return 'main';
  }

  async getBranch(name: string) {
    return this.refs.has(name) ? name : undefined;
  }

  async listFiles({ ref, prefix }: { ref: string; prefix?: string }) {
    return [...(this.refs.get(ref) ?? [])]
      .filter(([path]) => !prefix || path.startsWith(`${prefix}/`))
      .map(([path, content]) => ({
        path,
        id: createHash('sha1').update(content).digest('hex'),
      }));
  }

  async readFile({ ref, path }: { ref: string; path: string }) {
    return this.refs.get(ref)?.get(path);
  }

  async findPullRequests(filter: { head?: string; state?: 'open' | 'all' }) {
    return this.pullRequests.filter(
      ({ head, state }) =>
        (!filter.head || head === filter.head) &&
        (filter.state === 'all' || state === 'open'),
    );
  }

  /** Branches start from what `original` names, else from the base itself. */
  async compare({ base }: { base: string; head: string }): Promise<Comparison> {
    const mergeBase = this.refs.has('original') ? 'original' : base;
    return {
      base,
      mergeBase,
      behind: mergeBase === base ? 0 : 1,
      messages: [],
      changed: [],
    };
  }

  async getCommit(): Promise<undefined> {
    return undefined;
  }

  async listCommits(): Promise<CommitRange> {
    return { total: 0, behind: 0, commits: [] };
  }

  async commit(): Promise<never> {
    throw new Error('Nothing may be committed');
  }

  async openPullRequest(): Promise<never> {
    throw new Error('No pull request may be opened');
  }

  async updatePullRequest(): Promise<never> {
    throw new Error('No pull request may be updated');
  }

  async deleteBranch(): Promise<never> {
    throw new Error('No branch may be deleted');
  }
}
