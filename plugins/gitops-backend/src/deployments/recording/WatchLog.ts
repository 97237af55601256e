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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  systemClock,
  type Clock,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { UpstreamStatus } from '@gitops-platform/backstage-plugin-gitops-common';
import { settledWithin } from '../../time/settledWithin';
import type { Watches } from '../database/Watches';
import { isoTime, readIsoTime } from '../facts/isoTime';

const LOOK_EVERY_MS = 1_000;
const WRITE_EVERY_MS = 60_000;
const LAST_WRITE_MS = 3_000;

interface Options {
  watches: Pick<Watches, 'extend'>;
  /** How the instances fare now. */
  states: () => Pick<UpstreamStatus, 'name' | 'status' | 'since'>[];
  logger: LoggerService;
  clock?: Clock;
}

/** A time without a gap, as far as it is written. */
interface OpenWatch {
  id: string;
  from: string;
  to: string;
}

/**
 * Notes, about once a minute, that an instance was watched up to now. What is not noted was not watched: a stopped
 * backend, an instance that did not answer.
 */
export class WatchLog {
  readonly #options: Options;
  readonly #clock: Clock;
  readonly #open = new Map<string, OpenWatch>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #failing = false;

  static create(options: Options): WatchLog {
    return new WatchLog(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#looking ??= this.look().finally(() => {
        this.#looking = undefined;
      });
    }, LOOK_EVERY_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
    await settledWithin(LAST_WRITE_MS, this.look({ write: true }));
  }

  /** Never rejects. */
  async look(options: { write?: boolean } = {}): Promise<void> {
    const now = this.#clock.now();
    for (const { name, status, since } of this.#options.states()) {
      if (status !== 'ok') {
        this.#open.delete(name);
        continue;
      }
      const okSince = readIsoTime(since) ?? isoTime(now);
      const known = this.#open.get(name);
      // It did not answer for a while that fell between two looks.
      const open = known && known.to >= okSince ? known : undefined;
      const due = !open || Date.parse(open.to) + WRITE_EVERY_MS <= now;
      if (due || options.write) {
        await this.#extend(name, {
          id: open?.id,
          from: open?.from ?? okSince,
          to: isoTime(now),
        });
      }
    }
  }

  async #extend(
    instance: string,
    watch: { id?: string; from: string; to: string },
  ): Promise<void> {
    const { watches, logger } = this.#options;
    try {
      const id = await watches.extend({ ...watch, instance });
      this.#open.set(instance, { ...watch, id });
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) {
        this.#failing = true;
        logger.warn(
          `It could not be noted that ${instance} is watched, so that its figures will have a gap: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }
}
