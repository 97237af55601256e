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

import { LRUCache } from 'lru-cache';
import { singleFlight } from './singleFlight';

/**
 * Keeps the answers of calls for a while: bounded in number, oldest use dropped first, and a key that is asked
 * for many times at once is fetched once.
 * @public
 */
export class TtlCache<T extends {}> {
  readonly #entries: LRUCache<string, T>;
  readonly #share = singleFlight<T>();

  private constructor(options: { max: number; ttl: number }) {
    this.#entries = new LRUCache(options);
  }

  /**
   * @param options - `max`: how many answers are kept; `ttl`: for how many milliseconds, 0 for as long as there is
   * room (what never changes).
   */
  static create<T extends {}>(options: {
    max: number;
    ttl: number;
  }): TtlCache<T> {
    return new TtlCache<T>(options);
  }

  /** The kept answer, or that of the call. A call that fails is not kept. */
  async get(key: string, call: () => Promise<T>): Promise<T> {
    const kept = this.#entries.get(key);
    if (kept !== undefined) {
      return kept;
    }
    return this.#share(key, async () => {
      const value = await call();
      this.#entries.set(key, value);
      return value;
    });
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
