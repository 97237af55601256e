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

const NONE: ReadonlySet<never> = new Set<never>();

/** Several values under one key. */
export class MultiMap<V> {
  readonly #values = new Map<string, Set<V>>();

  static create<V>(): MultiMap<V> {
    return new MultiMap();
  }

  private constructor() {}

  add(key: string, value: V): void {
    const values = this.#values.get(key);
    if (values) {
      values.add(value);
    } else {
      this.#values.set(key, new Set([value]));
    }
  }

  delete(key: string, value: V): void {
    const values = this.#values.get(key);
    values?.delete(value);
    if (values?.size === 0) {
      this.#values.delete(key);
    }
  }

  get(key: string): ReadonlySet<V> {
    return this.#values.get(key) ?? NONE;
  }

  /** What is under any of the keys. */
  union(keys: Iterable<string>): Set<V> {
    const found = new Set<V>();
    for (const key of keys) {
      this.#values.get(key)?.forEach(value => found.add(value));
    }
    return found;
  }
}
