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

import { UpstreamError } from '../upstream';

const BELIEVE_AFTER_MS = 600_000;

/**
 * Doubts a list that is empty where there were Applications a moment ago: an account that has lost its permissions is
 * answered with an empty list, and not with a refusal.
 * @public
 */
export class EmptyListDoubt {
  readonly #instance: string;
  readonly #now: () => number;
  readonly #believeAfterMs: number;
  #emptySince: number | undefined;

  constructor(options: {
    instance: string;
    /** Milliseconds since any fixed time. Default: the system's. */
    now?: () => number;
    /** How long a list must have been empty to be believed, in milliseconds; ten minutes by default. */
    believeAfterMs?: number;
  }) {
    this.#instance = options.instance;
    this.#now = options.now ?? Date.now;
    this.#believeAfterMs = options.believeAfterMs ?? BELIEVE_AFTER_MS;
  }

  /** @throws UpstreamError where the list is not to be believed yet. */
  check(counts: { known: number; listed: number }): void {
    if (counts.known === 0 || counts.listed > 0) {
      this.#emptySince = undefined;
      return;
    }
    this.#emptySince ??= this.#now();
    if (this.#now() - this.#emptySince < this.#believeAfterMs) {
      throw new UpstreamError({
        subject: `Argo CD instance '${this.#instance}'`,
        instance: this.#instance,
        failure: 'forbidden',
        what: 'lists no Applications any more',
        remedy:
          'has the account that the backend uses lost its permissions? If all of them were deleted, this ends by itself',
      });
    }
  }
}
