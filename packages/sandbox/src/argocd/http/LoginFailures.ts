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

const MAX_FAILURES = 5;
const WINDOW_MS = 300_000;

/** Counts wrong passwords: after five of them, an account is locked until five minutes after the last one. */
export class LoginFailures {
  readonly #now: () => Date;
  readonly #attempts = new Map<string, { count: number; last: number }>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  isLocked(username: string): boolean {
    return (this.#recent(username)?.count ?? 0) >= MAX_FAILURES;
  }

  /** A right password takes back what wrong ones have counted. */
  record(username: string, right: boolean): void {
    const count = (this.#recent(username)?.count ?? 0) + 1;
    if (right) {
      this.#attempts.delete(username);
    } else {
      this.#attempts.set(username, { count, last: this.#now().getTime() });
    }
  }

  #recent(username: string) {
    const attempt = this.#attempts.get(username);
    return attempt && this.#now().getTime() - attempt.last <= WINDOW_MS
      ? attempt
      : undefined;
  }
}
