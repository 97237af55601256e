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

import { toError } from '@backstage/errors';
import type { LiveState } from './LiveState';
import { nextLiveState } from './nextLiveState';
import { pollDelay } from './pollDelay';
import { UnansweredError } from './UnansweredError';

const ANSWER_WITHIN_SECONDS = 30;
// A signal may come from one replica of the backend and the request reach another, which hears of it a moment later.
const WAIT_AFTER_SIGNAL_SECONDS = 2;

type LiveLoopOptions<T> = {
  load(signal: AbortSignal, waitSeconds?: number): Promise<T>;
  fingerprint(value: T): string;
  /** Whether it reads again without being told to. */
  follow: boolean;
  paceSeconds(value: T): number | undefined;
  onChange(state: LiveState<T>, refreshing: boolean): void;
};

/**
 * Reads something now, when told to, and from time to time while the page is visible; never twice at once.
 */
export class LiveLoop<T> {
  readonly #options: LiveLoopOptions<T>;

  #state: LiveState<T> = { status: 'loading' };
  #request?: AbortController;
  #timer?: ReturnType<typeof setTimeout>;
  #again = false;
  #quiet = 0;
  #signalsArrive = false;
  #announced = false;

  constructor(options: LiveLoopOptions<T>) {
    this.#options = options;
  }

  start(): void {
    if (this.#options.follow) {
      document.addEventListener('visibilitychange', this.#onVisibility);
    }
    this.#read();
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = undefined;
  }

  /** Somebody wants to know now. */
  refresh(): void {
    this.#quiet = 0;
    this.#read();
  }

  /** The backend says that there is news. A hidden page hears of it when it is looked at. */
  signal(): void {
    if (!this.#options.follow) {
      return;
    }
    this.#signalsArrive = true;
    this.#announced = true;
    this.#quiet = 0;
    if (document.visibilityState === 'visible') {
      this.#read();
    }
  }

  #onVisibility = () => {
    if (document.visibilityState === 'visible') {
      this.refresh();
    } else {
      clearTimeout(this.#timer);
    }
  };

  #read(): void {
    clearTimeout(this.#timer);
    if (this.#request) {
      this.#again = true;
      return;
    }
    const request = new AbortController();
    this.#request = request;
    this.#again = false;
    this.#options.onChange(this.#state, true);
    this.#load(request).then(answer => {
      if (this.#request === request) {
        this.#request = undefined;
        this.#accept(answer);
      }
    });
  }

  async #load(
    request: AbortController,
  ): Promise<{ value: T } | { error: Error }> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new UnansweredError(ANSWER_WITHIN_SECONDS));
        request.abort();
      }, ANSWER_WITHIN_SECONDS * 1000);
    });
    try {
      const waitSeconds = this.#announced
        ? WAIT_AFTER_SIGNAL_SECONDS
        : undefined;
      this.#announced = false;
      const loading = this.#options.load(request.signal, waitSeconds);
      return { value: await Promise.race([loading, tooLate]) };
    } catch (error) {
      return { error: toError(error) };
    } finally {
      clearTimeout(timer);
    }
  }

  #accept(answer: { value: T } | { error: Error }): void {
    const before = this.#state;
    this.#state = nextLiveState(before, answer, new Date().toISOString());
    this.#quiet = this.#isNews(before) ? 0 : this.#quiet + 1;
    this.#options.onChange(this.#state, false);
    if (this.#again) {
      this.#read();
    } else if (this.#options.follow && document.visibilityState === 'visible') {
      this.#timer = setTimeout(() => this.#read(), this.#delay());
    }
  }

  #delay(): number {
    const state = this.#state;
    return pollDelay({
      quiet: this.#quiet,
      signalsArrive: this.#signalsArrive,
      jitter: Math.random(),
      // What fails is asked for ever more rarely, however fast it changes.
      pace:
        state.status === 'ready'
          ? this.#options.paceSeconds(state.value)
          : undefined,
    });
  }

  #isNews(before: LiveState<T>): boolean {
    const after = this.#state;
    if (before.status !== after.status) {
      return true;
    }
    return (
      'value' in before &&
      'value' in after &&
      this.#options.fingerprint(before.value) !==
        this.#options.fingerprint(after.value)
    );
  }
}
