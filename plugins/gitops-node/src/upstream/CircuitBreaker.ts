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

/**
 * `closed`: calls go through. `open`: calls are refused. `half-open`: one call goes through as a probe.
 * @public
 */
export type CircuitState = 'closed' | 'open' | 'half-open';

/**
 * Stops calling an upstream that does not answer, and tries it again with a single probe after a pause that
 * doubles up to a bound.
 * @internal
 */
export class CircuitBreaker {
  readonly #now: () => number;
  readonly #threshold: number;
  readonly #firstPause: number;
  readonly #longestPause: number;
  #failures = 0;
  #pause = 0;
  #openUntil = 0;
  #probing = false;

  constructor(options: {
    now: () => number;
    /** Failures in a row after which the circuit opens. */
    threshold?: number;
    /** Milliseconds. */
    firstPause?: number;
    /** Milliseconds. */
    longestPause?: number;
  }) {
    this.#now = options.now;
    this.#threshold = options.threshold ?? 5;
    this.#firstPause = options.firstPause ?? 5_000;
    this.#longestPause = options.longestPause ?? 15_000;
  }

  get state(): CircuitState {
    if (this.#pause === 0) {
      return 'closed';
    }
    return this.#now() < this.#openUntil ? 'open' : 'half-open';
  }

  /** Milliseconds until a probe is let through. */
  get remaining(): number {
    return this.#pause === 0 ? 0 : Math.max(0, this.#openUntil - this.#now());
  }

  /** Whether a call may go out now. In a half-open circuit, the first that asks becomes the probe. */
  enter(): boolean {
    const { state } = this;
    if (state !== 'half-open') {
      return state === 'closed';
    }
    if (this.#probing) {
      return false;
    }
    this.#probing = true;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#pause = 0;
    this.#probing = false;
  }

  failed(): void {
    this.#failures += 1;
    this.#probing = false;
    if (this.#failures >= this.#threshold) {
      this.#pause = Math.min(
        this.#longestPause,
        this.#pause === 0 ? this.#firstPause : this.#pause * 2,
      );
      this.#openUntil = this.#now() + this.#pause;
    }
  }

  /** The call was given up by its caller: it says nothing about the upstream. */
  abandoned(): void {
    this.#probing = false;
  }
}
