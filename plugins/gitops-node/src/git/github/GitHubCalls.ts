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
import type { z } from 'zod';
import { backoff, type Clock, systemClock } from '../../upstream';
import { gitHubError } from './gitHubError';
import { gitHubFailure, type GitHubFailure } from './GitHubFailure';

const ATTEMPTS = 5;
/** Where GitHub asks to wait longer, the caller is told instead. */
const LONGEST_WAIT = 60_000;
const TIMEOUT = 30_000;

/**
 * One call of the API.
 * @internal
 */
export interface GitHubCall<T> {
  /** Completes "Could not … in acme/repo". */
  what: string;
  send: (request: { signal: AbortSignal }) => Promise<{ data: unknown }>;
  /** What the answer must look like: Octokit passes a truncated one on as text. */
  answer: z.ZodType<T>;
  signal?: AbortSignal;
  /** Of a write whose outcome is unknown: finds what it made, `undefined` where it made nothing. */
  recheck?: () => Promise<T | undefined>;
  /** Turns a refusal into an answer, or into an error of its own. */
  refused?: (
    failure: GitHubFailure,
  ) => Promise<T | Error | undefined> | T | Error | undefined;
}

/**
 * Calls of one repository, tried again where that can help.
 * @internal
 */
export class GitHubCalls {
  readonly #fullName: string;
  readonly #logger: LoggerService;
  readonly #clock: Clock;

  static create(options: {
    fullName: string;
    logger: LoggerService;
    clock?: Clock;
  }): GitHubCalls {
    return new GitHubCalls(options);
  }

  private constructor(options: {
    fullName: string;
    logger: LoggerService;
    clock?: Clock;
  }) {
    this.#fullName = options.fullName;
    this.#logger = options.logger;
    this.#clock = options.clock ?? systemClock;
  }

  async send<T>(call: GitHubCall<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const result = await this.#attempt(call);
      if ('value' in result) {
        return result.value;
      }
      const { failure } = result;
      if (failure.kind === 'refused') {
        const decided = await call.refused?.(failure);
        if (decided instanceof Error || decided === undefined) {
          throw decided ?? gitHubError(this.#fullName, call.what, failure);
        }
        return decided;
      }
      if (failure.kind === 'unknown') {
        const made = await call.recheck?.();
        if (made !== undefined) {
          return made;
        }
      }
      await this.#pause(call, failure, attempt);
    }
  }

  async #attempt<T>(
    call: GitHubCall<T>,
  ): Promise<{ value: T } | { failure: GitHubFailure }> {
    call.signal?.throwIfAborted();
    const timeout = AbortSignal.timeout(TIMEOUT);
    const signal = call.signal
      ? AbortSignal.any([call.signal, timeout])
      : timeout;
    try {
      const { data } = await call.send({ signal });
      const answer = call.answer.safeParse(data);
      return answer.success
        ? { value: answer.data }
        : { failure: { kind: 'unknown', message: 'the answer is incomplete' } };
    } catch (error) {
      call.signal?.throwIfAborted();
      return { failure: gitHubFailure(error, this.#clock.now()) };
    }
  }

  async #pause(
    call: GitHubCall<unknown>,
    failure: GitHubFailure,
    attempt: number,
  ): Promise<void> {
    const own = backoff(attempt, () => this.#clock.random());
    const wait = Math.max(own, failure.retryAfter ?? 0);
    if (attempt >= ATTEMPTS || wait > LONGEST_WAIT) {
      throw gitHubError(this.#fullName, call.what, failure);
    }
    this.#logger.debug(
      `Could not ${call.what} in ${this.#fullName}: ${
        failure.message
      }; next attempt in ${Math.round(wait)} ms`,
    );
    await this.#clock.sleep(wait, call.signal);
  }
}
