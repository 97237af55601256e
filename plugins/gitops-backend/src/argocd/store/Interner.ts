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

import { copyOf } from '../../text/copyOf';
import { RecentValues } from './RecentValues';

const GENERATION = 50_000;
/** What is longer is hardly ever the same twice. */
const LONGEST = 100;

/**
 * Keeps one copy of what many Applications repeat: projects, clusters, repositories, labels, revisions. What nobody
 * has asked for in a while is forgotten, so that revisions of long ago do not pile up.
 */
export class Interner {
  readonly #texts: RecentValues<string>;
  /** Lists of one text. */
  readonly #lists: RecentValues<string[]>;

  /** @param options - `generation`: how many texts are known at least; no more than twice as many are. */
  static create(options: { generation?: number } = {}): Interner {
    return new Interner(options.generation ?? GENERATION);
  }

  private constructor(generation: number) {
    this.#texts = RecentValues.create({ generation });
    this.#lists = RecentValues.create({ generation });
  }

  /** How many texts are known. */
  get size(): number {
    return this.#texts.size;
  }

  text(text: string): string {
    if (text.length > LONGEST) {
      return copyOf(text);
    }
    const known = this.#texts.get(text);
    if (known !== undefined) {
      return known;
    }
    const kept = copyOf(text);
    this.#texts.set(kept, kept);
    return kept;
  }

  optional(text: string | undefined): string | undefined {
    return text === undefined ? undefined : this.text(text);
  }

  /** The list may be shared: it is not to be changed. */
  list(texts: string[]): string[] {
    if (texts.length !== 1 || texts[0].length > LONGEST) {
      return texts.map(text => this.text(text));
    }
    const text = this.text(texts[0]);
    const known = this.#lists.get(text);
    if (known) {
      return known;
    }
    const kept = [text];
    this.#lists.set(text, kept);
    return kept;
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
}
