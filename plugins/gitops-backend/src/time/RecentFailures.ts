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

const MAX_KEYS = 20_000;

/** What failed a short while ago and is not worth another try yet. */
export class RecentFailures {
  readonly #rememberForMs: number;
  readonly #failedAt = new LRUCache<string, number>({ max: MAX_KEYS });

  static create(options: { rememberForMs: number }): RecentFailures {
    return new RecentFailures(options.rememberForMs);
  }

  private constructor(rememberForMs: number) {
    this.#rememberForMs = rememberForMs;
  }

  add(key: string): void {
    this.#failedAt.set(key, Date.now());
  }

  has(key: string): boolean {
    const at = this.#failedAt.get(key);
    return at !== undefined && Date.now() - at < this.#rememberForMs;
  }
}
