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
import type { Knex } from 'knex';
import { readChanged, type ChangedVersion } from '../database/VersionFacts';
import { isoTime } from '../facts/isoTime';

const LOOK_EVERY_MS = 3_000;
/** The clocks of two replicas differ, and a write takes its time. */
const LOOK_BACK_MS = 90_000;

interface Options {
  knex: Knex;
  /** The name of this replica. */
  replica: string;
  /** Whether there is a page that would show it. */
  isWanted: () => boolean;
  /** Another replica has learned more of a deployment of that Application. */
  onNews: (application: ChangedVersion) => void;
  logger: LoggerService;
}

/**
 * Hears of what other replicas have learned from Git. What Argo CD says, each replica sees and records for itself; Git
 * is asked by one of them.
 */
export class VersionNews {
  readonly #options: Options;
  #heard = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  static create(options: Options): VersionNews {
    return new VersionNews(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => {
      if (this.#options.isWanted()) {
        this.#looking ??= this.look().finally(() => {
          this.#looking = undefined;
        });
      }
    }, LOOK_EVERY_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** Never rejects. */
  async look(): Promise<void> {
    const { knex, replica, onNews, logger } = this.#options;
    try {
      const since = isoTime(Date.now() - LOOK_BACK_MS);
      const changed = await readChanged(knex, { since, notBy: replica });
      const news = changed.filter(one => !this.#heard.has(keyOf(one)));
      this.#heard = new Set(changed.map(keyOf));
      news.forEach(one => onNews(one));
    } catch (error) {
      logger.debug(
        `It is not known what other replicas have learned: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}

function keyOf({ id, changedAt }: ChangedVersion): string {
  return `${id} ${changedAt}`;
}
