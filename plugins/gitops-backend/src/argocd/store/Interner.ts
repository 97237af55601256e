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

const GENERATION = 50_000;

/**
 * Keeps one copy of what many Applications repeat: projects, clusters, repositories, labels, revisions. What nobody
 * has asked for in a while is forgotten, so that revisions of long ago do not pile up.
 */
export class Interner {
  readonly #generation: number;
  #young = new Map<string, string>();
  #old = new Map<string, string>();

  /** @param options - `generation`: how many texts are known at least; no more than twice as many are. */
  static create(options: { generation?: number } = {}): Interner {
    return new Interner(options.generation ?? GENERATION);
  }

  private constructor(generation: number) {
    this.#generation = generation;
  }

  /** How many texts are known. */
  get size(): number {
    return this.#young.size + this.#old.size;
  }

  text(text: string): string {
    const young = this.#young.get(text);
    if (young !== undefined) {
      return young;
    }
    const kept = this.#old.get(text) ?? copyOf(text);
    this.#old.delete(text);
    if (this.#young.size >= this.#generation) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(kept, kept);
    return kept;
  }

  optional(text: string | undefined): string | undefined {
    return text === undefined ? undefined : this.text(text);
  }

  /** An object with the same fields. */
  fields<T extends object>(value: T): T {
    const kept = { ...value };
    for (const [key, field] of Object.entries(value)) {
      if (typeof field === 'string') {
        Object.assign(kept, { [key]: this.text(field) });
      }
    }
    return kept;
  }

  list(texts: string[]): string[] {
    return texts.map(text => this.text(text));
  }
}

/** A part of a text keeps the whole in memory, such as the 100 kB of a message that was cut to 300 characters. */
export function copyOf(text: string): string {
  return Buffer.from(text).toString();
}
