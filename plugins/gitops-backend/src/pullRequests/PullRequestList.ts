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
import { toError } from '@backstage/errors';
import type { PendingPullRequest } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  entityRefOfPullRequest,
  GitOpsRepository,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { settledWithin } from '../time/settledWithin';

const FRESH_FOR_MS = 10_000;
const WAIT_MS = 2_000;

/**
 * The open pull requests of one GitOps repository.
 *
 * They are listed with one call, at most every `freshForMs`, whoever asks. A caller waits for a call for `waitMs` at
 * most, and not at all while the repository is failing.
 */
export class PullRequestList {
  readonly #repository: GitOpsRepository;
  readonly #logger: LoggerService;
  readonly #onChange: () => void;
  readonly #freshForMs: number;
  readonly #waitMs: number;
  #byEntity = new Map<string, PendingPullRequest[]>();
  #content = '';
  #error: string | undefined;
  #askedAt = -Infinity;
  #asking: Promise<void> | undefined;

  static create(options: {
    repository: GitOpsRepository;
    logger: LoggerService;
    onChange: () => void;
    freshForMs?: number;
    waitMs?: number;
  }): PullRequestList {
    return new PullRequestList(options);
  }

  private constructor(options: {
    repository: GitOpsRepository;
    logger: LoggerService;
    onChange: () => void;
    freshForMs?: number;
    waitMs?: number;
  }) {
    this.#repository = options.repository;
    this.#logger = options.logger;
    this.#onChange = options.onChange;
    this.#freshForMs = options.freshForMs ?? FRESH_FOR_MS;
    this.#waitMs = options.waitMs ?? WAIT_MS;
  }

  /** Why the list may not be right. */
  get error(): string | undefined {
    return this.#error;
  }

  known(entityRef: string): PendingPullRequest[] {
    return this.#byEntity.get(entityRef) ?? [];
  }

  /** Lists again where that is due. Never rejects. */
  async freshen(): Promise<void> {
    const age = Date.now() - this.#askedAt;
    if (!this.#asking) {
      if (age < this.#freshForMs) {
        return;
      }
      this.#askedAt = Date.now();
      this.#asking = this.#ask();
    }
    const waitMs = this.#askedAt + this.#waitMs - Date.now();
    if (this.#error === undefined && waitMs > 0) {
      const inTime = await settledWithin(waitMs, this.#asking);
      if (!inTime) {
        this.#setError('no answer yet');
      }
    }
  }

  async #ask(): Promise<void> {
    try {
      this.#accept(await this.#repository.findPullRequests({ state: 'open' }));
    } catch (error) {
      const { message } = toError(error);
      this.#setError(message);
      this.#logger.warn(
        `Could not list the open pull requests of ${
          this.#repository.url
        }: ${message}`,
      );
    } finally {
      this.#asking = undefined;
    }
  }

  #accept(
    found: Awaited<ReturnType<GitOpsRepository['findPullRequests']>>,
  ): void {
    const byEntity = new Map<string, PendingPullRequest[]>();
    for (const { body, number, title, url, createdAt } of found) {
      const entityRef =
        entityRefOfPullRequest(body)?.toLocaleLowerCase('en-US');
      if (entityRef) {
        const items = byEntity.get(entityRef) ?? [];
        items.push({
          repository: this.#repository.fullName,
          number,
          title,
          url,
          createdAt,
        });
        byEntity.set(entityRef, items);
      }
    }
    const content = JSON.stringify([...byEntity]);
    const changed = content !== this.#content || this.#error !== undefined;
    this.#byEntity = byEntity;
    this.#content = content;
    this.#error = undefined;
    if (changed) {
      this.#onChange();
    }
  }

  #setError(reason: string): void {
    const error = `The open pull requests of ${
      this.#repository.fullName
    } could not be read: ${reason.replace(/\.?$/, '.')}`;
    if (error !== this.#error) {
      this.#error = error;
      this.#onChange();
    }
  }
}
