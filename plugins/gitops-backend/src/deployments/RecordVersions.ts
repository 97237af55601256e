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

const MAX_APPLICATIONS = 50_000;

/** Counts what was recorded of each Application, so that it shows whether a page has changed. */
export class RecordVersions {
  readonly #versions = new LRUCache<string, number>({ max: MAX_APPLICATIONS });

  /** More is recorded of an Application, by its key. */
  changed(key: string): void {
    this.#versions.set(key, (this.#versions.get(key) ?? 0) + 1);
  }

  /** Another text whenever more is recorded of one of them. */
  of(keys: string[]): string {
    return keys.map(key => `${key} ${this.#versions.get(key) ?? 0}`).join();
  }
}
