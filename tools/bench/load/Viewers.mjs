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

import { setTimeout as sleep } from 'node:timers/promises';
import { Browser } from './Browser.mjs';
import { quantile } from './quantile.mjs';

/** People who look at the same backend at the same time, each at an entity of their own. */
export class Viewers {
  #browsers;
  #view;
  #latencies = [];
  #failures = [];

  /**
   * @param {{ baseUrl: string, count: number, capMs?: number, view: (browser: Browser, viewer: number) => Promise<void> }} options -
   *   `view` makes the calls that a page makes
   */
  constructor({ baseUrl, count, capMs, view }) {
    this.#view = view;
    this.#browsers = Array.from(
      { length: count },
      () => new Browser({ baseUrl, capMs }),
    );
  }

  /** Opens the connections; not measured. */
  async warmUp() {
    await this.look({ times: 1 });
    this.forget();
  }

  /** What was measured so far does not count. */
  forget() {
    this.#latencies = [];
    this.#failures = [];
  }

  /** Each of them looks a number of times, with a pause after each view. */
  async look({ times, pauseMs = 0 }) {
    await this.#lookWhile(views => views < times, pauseMs);
  }

  /** They go on looking for so long, with a pause after each view. */
  async lookFor({ ms, pauseMs }) {
    const end = performance.now() + ms;
    await this.#lookWhile(() => performance.now() < end, pauseMs);
  }

  /** Milliseconds from the first call of a view to the last byte of its last answer. */
  get figures() {
    return {
      views: this.#latencies.length,
      p50: quantile(this.#latencies, 0.5),
      p99: quantile(this.#latencies, 0.99),
      failures: this.#failures,
    };
  }

  close() {
    this.#browsers.forEach(browser => browser.close());
  }

  /** People do not click in step. */
  async #lookWhile(more, pauseMs) {
    await Promise.all(
      this.#browsers.map(async (browser, viewer) => {
        await sleep((viewer / this.#browsers.length) * pauseMs);
        for (let views = 0; more(views); views++) {
          await this.#lookOnce(browser, viewer);
          await sleep(pauseMs);
        }
      }),
    );
  }

  async #lookOnce(browser, viewer) {
    const begun = performance.now();
    try {
      await this.#view(browser, viewer);
    } catch (error) {
      this.#failures.push(error.message);
    }
    this.#latencies.push(performance.now() - begun);
  }
}
