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
import { toError } from '@backstage/errors';
import type {
  Platform,
  PlatformWriter,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { isDeepStrictEqual } from 'node:util';

const FRESH_FOR_MS = 60_000;

/** Who alone writes the version of each environment, by its name; what is not known is left out. */
export type Writers = ReadonlyMap<string, PlatformWriter>;

interface Options {
  /** Left out where no GitOps repository is configured. */
  platform?: { read(): Promise<Pick<Platform, 'environments'>> };
  logger: LoggerService;
  /** They came to be known, or are others than they were. */
  onArrival: () => void;
  now?: () => number;
}

/** The writers that `platform.yaml` names. Answers at once with what is known, and reads it again in the background. */
export class EnvironmentWriters {
  readonly #options: Options;
  #writers: Writers = new Map();
  #readAt = -Infinity;

  static create(options: Options): EnvironmentWriters {
    return new EnvironmentWriters(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What is known now. */
  known(): Writers {
    return this.#writers;
  }

  /** The same, for somebody who looks: what is old is read again. */
  current(): Writers {
    const { now = Date.now, platform } = this.#options;
    if (platform && now() - this.#readAt >= FRESH_FOR_MS) {
      this.#readAt = now();
      void this.#read(platform);
    }
    return this.#writers;
  }

  /** Never rejects. What was known stays where it cannot be read. */
  async #read(platform: NonNullable<Options['platform']>): Promise<void> {
    const { logger, onArrival } = this.#options;
    try {
      const { environments } = await platform.read();
      const writers = new Map(
        environments.map(({ name, writer }) => [name, writer]),
      );
      if (!isDeepStrictEqual(writers, this.#writers)) {
        this.#writers = writers;
        onArrival();
      }
    } catch (error) {
      logger.debug(
        `Who writes the version of an environment is not known: ${
          toError(error).message
        }`,
      );
    }
  }
}
