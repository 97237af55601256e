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

import type { FacetValue } from '@gitops-platform/backstage-plugin-gitops-common';
import { compareTexts } from '../../argocd/store';

/** More values than anybody picks from. */
const MAX_VALUES = 1_000;

/** Counts how often each value comes. */
export class ValueCounter {
  readonly #counted = new Map<string, FacetValue>();

  static create(): ValueCounter {
    return new ValueCounter();
  }

  private constructor() {}

  add(value: string, count: number): void {
    const known = this.#counted.get(value);
    if (known) {
      known.count += count;
    } else {
      this.#counted.set(value, { value, count });
    }
  }

  /** The most frequent first, then by value. */
  values(): FacetValue[] {
    return [...this.#counted.values()]
      .sort((a, b) => b.count - a.count || compareTexts(a.value, b.value))
      .slice(0, MAX_VALUES);
  }
}
