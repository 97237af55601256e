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

import { applicationName } from './application.mjs';

const TICK_MS = 20;

/** Changes Applications at an even pace: every second change goes round the first `watched`, the others round the rest. */
export class ChangeStorm {
  #standIn;
  #options;
  #timer;
  #begun = Date.now();
  #changes = [];
  #made = 0;

  /** @param {{ standIn: object, perSecond: number, watched: number, applications: number }} options */
  static start({ standIn, ...options }) {
    const storm = new ChangeStorm(standIn, options);
    storm.#timer = setInterval(() => storm.#catchUp(), TICK_MS);
    return storm;
  }

  constructor(standIn, options) {
    this.#standIn = standIn;
    this.#options = options;
  }

  /** @returns {{ made: number, changes: { name: string, at: number }[] }} the changes of the watched ones */
  stop() {
    clearInterval(this.#timer);
    return { made: this.#made, changes: this.#changes };
  }

  /** A timer that comes late must not lower the rate. */
  #catchUp() {
    const { perSecond, watched, applications } = this.#options;
    const due = ((Date.now() - this.#begun) / 1000) * perSecond;
    for (; this.#made < due; this.#made += 1) {
      const turn = Math.floor(this.#made / 2);
      if (this.#made % 2 === 0) {
        const index = turn % watched;
        const at = this.#standIn.change(index);
        this.#changes.push({ name: applicationName(index), at });
      } else {
        this.#standIn.change(watched + (turn % (applications - watched)));
      }
    }
  }
}
