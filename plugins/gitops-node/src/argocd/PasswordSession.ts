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

import { UpstreamError, type Clock } from '../upstream';
import type { ArgoCdSession } from './ArgoCdSession';

/** Argo CD locks an account out after five failures in 300 s, and several backends may share one. */
const FIRST_PAUSE = 150_000;
const LONGEST_PAUSE = 600_000;
/** A token that is refused this soon after the one before was is not refused for its age. */
const BETWEEN_RENEWALS = 60_000;

/** Obtains a token with a user name and password. */
export type ArgoCdLogin = (credentials: {
  username: string;
  password: string;
}) => Promise<string>;

/** Logs in when it must, once for all callers, and more and more rarely while Argo CD refuses. */
export class PasswordSession implements ArgoCdSession {
  readonly #credentials: { username: string; password: string };
  readonly #login: ArgoCdLogin;
  readonly #clock: Clock;
  #token?: string;
  #renewedAt = -Infinity;
  #underWay?: Promise<string>;
  #refusals = 0;
  #refusal?: { error: unknown; until: number };

  constructor(
    credentials: { username: string; password: string },
    login: ArgoCdLogin,
    clock: Clock,
  ) {
    const { username, password } = credentials;
    this.#credentials = { username, password };
    this.#login = login;
    this.#clock = clock;
  }

  async token(): Promise<string> {
    return this.#token ?? this.#loginOnce();
  }

  async renew(refused: string): Promise<boolean> {
    if (this.#token === refused) {
      const now = this.#clock.now();
      if (now - this.#renewedAt < BETWEEN_RENEWALS) {
        return false;
      }
      this.#renewedAt = now;
      this.#token = undefined;
    }
    return (await this.token()) !== refused;
  }

  #loginOnce(): Promise<string> {
    this.#underWay ??= this.#loginUnlessRefused().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #loginUnlessRefused(): Promise<string> {
    if (this.#refusal && this.#clock.now() < this.#refusal.until) {
      throw this.#refusal.error;
    }
    try {
      this.#token = await this.#login(this.#credentials);
      this.#refusal = undefined;
      this.#refusals = 0;
      return this.#token;
    } catch (error) {
      if (isRefusal(error)) {
        const pause = Math.min(
          LONGEST_PAUSE,
          FIRST_PAUSE * 2 ** this.#refusals,
        );
        this.#refusals += 1;
        this.#refusal = { error, until: this.#clock.now() + pause };
      }
      throw error;
    }
  }
}

/** A login that did not get through, as while Argo CD restarts behind its proxy, counts for nothing there. */
function isRefusal(error: unknown): boolean {
  const { status = 0 } = error instanceof UpstreamError ? error : {};
  return status >= 400 && status < 500 && status !== 429;
}
