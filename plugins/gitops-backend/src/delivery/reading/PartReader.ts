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
import type { OpenedEntity } from '../../permissions/EntityAccess';
import { settledWithin } from '../../time/settledWithin';
import type { Part } from '../facts/Part';

/** Longer than any part waits by itself. */
const WAIT_MS = 3_000;

/** Reads what one system knows of an entity. */
export interface PartSource<T> {
  read(opened: OpenedEntity): Promise<T>;
}

interface Options<T> {
  /** As people call it. */
  name: string;
  /** Left out where the system is not configured. */
  source?: PartSource<T>;
  logger: LoggerService;
  /** What came too late to be shown is there now. */
  onArrival: (entityRef: string) => void;
  /** In milliseconds; three seconds by default. */
  waitMs?: number;
}

/** One part of an entity's delivery, which never keeps the others waiting for long, and whose failure is data. */
export class PartReader<T> {
  readonly #options: Options<T>;

  static create<T>(options: Options<T>): PartReader<T> {
    return new PartReader(options);
  }

  private constructor(options: Options<T>) {
    this.#options = options;
  }

  /** Never rejects. `opened` is left out where the caller may not read the part. */
  async read(opened: OpenedEntity | undefined): Promise<Part<T>> {
    const { name, source, onArrival, waitMs = WAIT_MS } = this.#options;
    if (!source) {
      return { status: 'unconfigured' };
    }
    if (!opened) {
      return { status: 'forbidden' };
    }
    let late = false;
    const reading = this.#attempt(source, opened).then(part => {
      if (late) {
        onArrival(opened.entityRef);
      }
      return part;
    });
    if (await settledWithin(waitMs, reading)) {
      return reading;
    }
    late = true;
    return { status: 'error', reason: `${name} has not answered yet.` };
  }

  async #attempt(
    source: PartSource<T>,
    opened: OpenedEntity,
  ): Promise<Part<T>> {
    const { name, logger } = this.#options;
    try {
      return { status: 'ok', value: await source.read(opened) };
    } catch (error) {
      logger.error(
        `Could not read ${name} for ${opened.entityRef}: ${stringifyError(
          error,
        )}`,
      );
      return {
        status: 'error',
        reason: `${name} could not be read: more is in the backend's log.`,
      };
    }
  }
}
