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

import type { PendingPullRequest } from '@gitops-platform/backstage-plugin-gitops-common';
import { PullRequestList } from './PullRequestList';

const WATCH_EVERY_MS = 10_000;

/** What an entity waits for, and why that may not be all. */
export interface PendingOfEntity {
  items: PendingPullRequest[];
  error?: string;
}

/**
 * The open pull requests of all GitOps repositories, by the entity that each names.
 * One list per repository serves every entity; see {@link PullRequestList}.
 */
export class PendingPullRequests {
  readonly #lists: PullRequestList[];
  readonly #viewed: () => string[];
  #timer: NodeJS.Timeout | undefined;

  static create(options: {
    lists: PullRequestList[];
    /** The entities whose pages were looked at of late. */
    viewed: () => string[];
  }): PendingPullRequests {
    return new PendingPullRequests(options.lists, options.viewed);
  }

  private constructor(lists: PullRequestList[], viewed: () => string[]) {
    this.#lists = lists;
    this.#viewed = viewed;
  }

  /** Never rejects, and waits a bounded time. */
  async of(entityRef: string): Promise<PendingOfEntity> {
    await Promise.all(this.#lists.map(list => list.freshen()));
    return this.known(entityRef);
  }

  /** What is known now. */
  known(entityRef: string): PendingOfEntity {
    const items = this.#lists.flatMap(list => list.known(entityRef));
    const error = this.#lists.flatMap(list => list.error ?? []).join(' ');
    return { items, ...(error && { error }) };
  }

  /**
   * Asks again now and then, as long as somebody waits: a pull request that is merged goes away without anybody
   * asking for it.
   */
  start(): void {
    this.#timer = setInterval(() => {
      const isAwaited = this.#viewed().some(
        entityRef => this.known(entityRef).items.length > 0,
      );
      if (isAwaited) {
        void Promise.all(this.#lists.map(list => list.freshen()));
      }
    }, WATCH_EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
