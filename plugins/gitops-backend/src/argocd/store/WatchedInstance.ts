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

/** How the reading of an instance fares. */
export interface WatchedState {
  /** `stale`: there is data, but the instance does not answer now. `error`: nothing was ever read. */
  status: 'ok' | 'stale' | 'error';
  /** What failed and what mends it, with addresses and paths: for those who run the instance. */
  error?: string;
  /** What failed, for everybody who sees the page of an entity. */
  reason?: string;
  /** When the present status began. ISO 8601. */
  since?: string;
  /** When the instance last answered. ISO 8601. */
  fetchedAt?: string;
}

/** Keeps count of answers and failures of one instance. */
export class WatchedInstance {
  readonly #now: () => number;
  #status: WatchedState['status'] = 'error';
  #error: string | undefined;
  #reason: string | undefined;
  #since: string;
  #fetchedAt: string | undefined;
  #complete = false;

  constructor(options: { name: string; now: () => number }) {
    this.#now = options.now;
    this.#error = `Argo CD instance '${options.name}' has not been read yet: its Applications appear as soon as it has answered`;
    this.#reason = this.#error;
    this.#since = this.#timestamp();
  }

  get state(): WatchedState {
    return {
      status: this.#status,
      error: this.#error,
      reason: this.#reason,
      since: this.#since,
      fetchedAt: this.#fetchedAt,
    };
  }

  /** Everything there is has been read once: from now on, what is not here does not exist. */
  completed(): boolean {
    this.#complete = true;
    return this.answered();
  }

  /** The instance answered. Whether that is news. */
  answered(): boolean {
    this.#fetchedAt = this.#timestamp();
    if (!this.#complete) {
      return false;
    }
    this.#error = undefined;
    this.#reason = undefined;
    return this.#become('ok');
  }

  /** The instance did not answer. Whether that is news. */
  failed({ error, reason }: { error: string; reason: string }): boolean {
    const firstTime = this.#become(this.#complete ? 'stale' : 'error');
    const news = firstTime || this.#error !== error;
    this.#error = error;
    this.#reason = reason;
    return news;
  }

  #become(status: WatchedState['status']): boolean {
    if (this.#status === status) {
      return false;
    }
    this.#status = status;
    this.#since = this.#timestamp();
    return true;
  }

  #timestamp(): string {
    return new Date(this.#now()).toISOString();
  }
}
