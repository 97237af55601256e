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

import type { PushEvent, RepositoryStore } from '../../git';
import { mergeBase } from '../../git/history';
import { type MergeResult, mergeTrees } from '../../git/mergeTrees';
import { SerialQueue } from '../../SerialQueue';
import { GitHubError } from '../GitHubError';
import { findRepository } from '../GitHub';
import type { RecordStore } from '../RecordStore';
import type { RepositoryContext } from '../RepositoryContext';
import type { PullRecord } from '../RepositoryRecord';
import { signatureOf } from '../signatureOf';
import { followPush } from './followPush';
import { type MergeRequest, mergePullRequest } from './mergePullRequest';
import { type NewPullRequest, openPullRequest } from './openPullRequest';

/** What of a pull request can be changed. */
export interface PullRequestChange {
  title?: string;
  body?: string;
  state?: 'open' | 'closed';
  base?: string;
}

/**
 * The pull requests of all repositories. Changes happen one after the other, together with what pushes do to them,
 * so that two callers never open the same one twice.
 */
export class PullRequests {
  readonly #repositories: RepositoryStore;
  readonly #records: RecordStore;
  readonly #now: () => Date;
  readonly #queue = new SerialQueue();
  readonly #mergeability = new Map<string, MergeResult>();

  constructor(options: {
    repositories: RepositoryStore;
    records: RecordStore;
    now: () => Date;
    onError: (error: unknown) => void;
  }) {
    this.#repositories = options.repositories;
    this.#records = options.records;
    this.#now = options.now;
    this.#repositories.onPush(event => {
      if (event.ref.startsWith('refs/heads/')) {
        this.#queue
          .run(() => this.#follow(event))
          .catch(error => options.onError(error));
      }
    });
  }

  /** Resolves when every change so far has been written. */
  async settled(): Promise<void> {
    await this.#queue.settled();
  }

  /** All of a repository, once every push so far has had its effect on them. */
  async list(context: RepositoryContext): Promise<PullRecord[]> {
    await this.#queue.settled();
    return [...context.record.pulls];
  }

  async get(context: RepositoryContext, number: number): Promise<PullRecord> {
    const pulls = await this.list(context);
    const found = pulls.find(pull => pull.number === number);
    if (!found) {
      throw GitHubError.notFound();
    }
    return found;
  }

  async create(
    context: RepositoryContext,
    asked: NewPullRequest,
  ): Promise<PullRecord> {
    return this.#queue.run(async () => {
      const pull = await openPullRequest(context, asked, this.#now());
      context.record.pulls.push(pull);
      await this.#keepHead(context, pull);
      await this.#save(context);
      return pull;
    });
  }

  async update(
    context: RepositoryContext,
    number: number,
    change: PullRequestChange,
  ): Promise<PullRecord> {
    const pull = await this.get(context, number);
    return this.#queue.run(async () => {
      if (change.state === 'open' && pull.state === 'closed') {
        await this.#reopen(context, pull);
      } else if (change.state === 'closed' && pull.state === 'open') {
        pull.state = 'closed';
        pull.closedAt = this.#now().toISOString();
      }
      if (change.base !== undefined) {
        const sha = await context.repository.resolve(
          `refs/heads/${change.base}`,
        );
        if (!sha) {
          throw GitHubError.invalid({
            resource: 'PullRequest',
            field: 'base',
            code: 'invalid',
          });
        }
        pull.base = { ref: change.base, sha };
      }
      pull.title = change.title ?? pull.title;
      pull.body = change.body ?? pull.body;
      pull.updatedAt = this.#now().toISOString();
      await this.#save(context);
      return pull;
    });
  }

  async merge(
    context: RepositoryContext,
    number: number,
    asked: MergeRequest & { by: string },
  ): Promise<PullRecord> {
    const pull = await this.get(context, number);
    const merged = await this.#queue.run(async () => {
      const at = this.#now().toISOString();
      const who = signatureOf(asked.by, this.#now());
      const result = await mergePullRequest(context, pull, { ...asked, who });
      pull.state = 'closed';
      pull.closedAt = at;
      pull.updatedAt = at;
      pull.merged = { at, by: asked.by, ...result };
      await this.#save(context);
      return pull;
    });
    await this.#repositories.publishChanges(context.owner, context.name);
    return merged;
  }

  /** Whether it merges without conflicts now; kept per pair of commits. */
  async mergeability(
    context: RepositoryContext,
    pull: PullRecord,
  ): Promise<MergeResult> {
    const { repository } = context;
    const base = await repository.resolve(`refs/heads/${pull.base.ref}`);
    if (!base) {
      return { clean: false, conflicts: [] };
    }
    const key = `${base}..${pull.head.sha}`;
    const known = this.#mergeability.get(key);
    if (known) {
      return known;
    }
    const result = await mergeTrees(repository, base, pull.head.sha);
    this.#mergeability.set(key, result);
    return result;
  }

  /** The two commits whose difference the pull request shows, also after it was merged. */
  async comparison(
    context: RepositoryContext,
    pull: PullRecord,
  ): Promise<{ base: string; head: string }> {
    const head = pull.head.sha;
    if (pull.merged) {
      return { base: pull.merged.mergeBase, head };
    }
    const { repository } = context;
    const tip = await repository.resolve(`refs/heads/${pull.base.ref}`);
    const base = tip ?? pull.base.sha;
    return { base: (await mergeBase(repository, base, head)) ?? base, head };
  }

  async #follow(event: PushEvent): Promise<void> {
    const context = await findRepository(
      { repositories: this.#repositories, records: this.#records },
      event.owner,
      event.name,
    );
    const changed = await followPush(context, event, this.#now());
    for (const pull of changed) {
      await this.#keepHead(context, pull);
    }
    if (changed.length > 0) {
      await this.#save(context);
    }
  }

  async #reopen(context: RepositoryContext, pull: PullRecord): Promise<void> {
    const refuse = (message: string) =>
      GitHubError.invalid({
        resource: 'PullRequest',
        field: 'state',
        code: 'invalid',
        message: `state cannot be changed. ${message}`,
      });
    if (pull.merged) {
      throw refuse('The pull request cannot be reopened.');
    }
    const { ref } = pull.head;
    const sha = await context.repository.resolve(`refs/heads/${ref}`);
    if (!sha) {
      throw refuse(`The ${ref} branch has been deleted.`);
    }
    const rival = context.record.pulls.find(
      other =>
        other.state === 'open' &&
        other.head.ref === ref &&
        other.base.ref === pull.base.ref,
    );
    if (rival) {
      throw refuse(
        `There is already an open pull request (#${rival.number}) from ${ref}.`,
      );
    }
    pull.state = 'open';
    pull.closedAt = undefined;
    pull.head.sha = sha;
    await this.#keepHead(context, pull);
  }

  /** GitHub's `refs/pull/N/head`: keeps the commits when the branch is gone. */
  async #keepHead(context: RepositoryContext, pull: PullRecord) {
    const ref = `refs/pull/${pull.number}/head`;
    await context.repository.run(['update-ref', ref, pull.head.sha]);
  }

  async #save({ owner, name }: RepositoryContext): Promise<void> {
    await this.#records.save(owner, name);
  }
}
