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

import { z } from 'zod';
import { formatTime } from '../cluster';
import type { LoadFill } from './LoadFill';

/** What `POST /_sandbox/changes` takes. */
export const changeInput = z.strictObject({
  perSecond: z.number().positive().max(5000),
  seconds: z.number().positive().max(3600),
});

const TICK_MS = 20;

/** How far a stream of changes has got. */
export interface ChangeProgress {
  running: boolean;
  /** How many were made, of how many. */
  made: number;
  wanted: number;
}

/**
 * Changes the Applications of a fill one after the other, so many a second: each is OutOfSync and Progressing for one
 * round, and Synced and Healthy for the next.
 */
export class ChangeStream {
  readonly #load: LoadFill;
  readonly #now: () => Date;
  #timer: NodeJS.Timeout | undefined;
  #made = 0;
  #wanted = 0;

  constructor(options: { load: LoadFill; now: () => Date }) {
    this.#load = options.load;
    this.#now = options.now;
  }

  get progress(): ChangeProgress {
    return {
      running: this.#timer !== undefined,
      made: this.#made,
      wanted: this.#wanted,
    };
  }

  /** Takes the place of one that still runs. */
  start({ perSecond, seconds }: z.infer<typeof changeInput>): ChangeProgress {
    this.stop();
    this.#made = 0;
    this.#wanted = Math.round(perSecond * seconds);
    const startedAt = performance.now();
    this.#timer = setInterval(() => {
      const due = Math.floor(
        ((performance.now() - startedAt) / 1000) * perSecond,
      );
      this.#changeUntil(Math.min(due, this.#wanted));
    }, TICK_MS);
    return this.progress;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #changeUntil(due: number): void {
    const names = this.#load.names();
    if (names.length === 0) {
      this.stop();
      return;
    }
    for (; this.#made < due; this.#made += 1) {
      const settled = Math.floor(this.#made / names.length) % 2 === 1;
      const status = {
        reconciledAt: formatTime(this.#now()),
        sync: { status: settled ? 'Synced' : 'OutOfSync' },
        health: { status: settled ? 'Healthy' : 'Progressing' },
      };
      const name = names[this.#made % names.length];
      this.#load.patch(name, { status }, { passing: true });
    }
    if (this.#made >= this.#wanted) {
      this.stop();
    }
  }
}
