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
import type { UpstreamStatus } from '@gitops-platform/backstage-plugin-gitops-common';
import { TtlCache } from '@gitops-platform/backstage-plugin-gitops-node';
import { LRUCache } from 'lru-cache';
import type { ArgoCdInstance, ArgoCdInstances } from '../ArgoCdInstances';
import { publicReason } from '../../text/publicReason';
import type { StoredApplication } from '../store';

interface Read<T> {
  value: T;
  fetchedAt: string;
}

interface Options<T> {
  instances: ArgoCdInstances;
  logger: LoggerService;
  /** For how many milliseconds an answer is shared. */
  freshForMs: number;
  /** How many answers are shared at a time. */
  maxFresh: number;
  /** How much is kept for when the instance fails, by `sizeOf`. Default: nothing. */
  maxKept?: number;
  /** Default: 1 per answer. */
  sizeOf?: (value: T) => number;
}

/** What one Application was asked for, and how its instance fares. */
export interface OnDemand<T> {
  /** Absent where the instance fails and has never answered. */
  value?: T;
  instances: UpstreamStatus[];
}

/**
 * What is asked of an instance on demand: once for all who ask at the same time, shared for seconds. Where the
 * instance fails, the last answer is shown as stale.
 */
export class OnDemandReads<T extends {}> {
  readonly #instances: ArgoCdInstances;
  readonly #logger: LoggerService;
  readonly #fresh: TtlCache<Read<T>>;
  readonly #last: LRUCache<string, Read<T>> | undefined;

  static create<T extends {}>(options: Options<T>): OnDemandReads<T> {
    return new OnDemandReads(options);
  }

  private constructor(options: Options<T>) {
    const { freshForMs, maxFresh, maxKept, sizeOf = () => 1 } = options;
    this.#instances = options.instances;
    this.#logger = options.logger;
    this.#fresh = TtlCache.create({ max: maxFresh, ttl: freshForMs });
    this.#last =
      maxKept === undefined
        ? undefined
        : new LRUCache({
            maxSize: maxKept,
            sizeCalculation: ({ value }) => sizeOf(value),
          });
  }

  /**
   * Never rejects because of the instance.
   *
   * @param asked - What tells this question about the Application from others: everything that `call` depends on.
   */
  async read(
    app: StoredApplication,
    asked: unknown[],
    call: (client: ArgoCdInstance['client']) => Promise<T>,
  ): Promise<OnDemand<T>> {
    const name = app.instance;
    const instance = this.#instances.get(name);
    if (!instance) {
      return { instances: [] };
    }
    const id = JSON.stringify([name, app.namespace, app.name, ...asked]);
    try {
      // The version is part of the key: a change that the page was told of must not be answered with what was before.
      const { value, fetchedAt } = await this.#fresh.get(
        `${id}@${app.version}`,
        async () => {
          const read = {
            value: await call(instance.client),
            fetchedAt: new Date().toISOString(),
          };
          this.#last?.set(id, read);
          return read;
        },
      );
      return { value, instances: [{ name, status: 'ok', fetchedAt }] };
    } catch (error) {
      this.#logger.warn(toError(error).message);
      const last = this.#last?.get(id);
      return {
        value: last?.value,
        instances: [
          {
            name,
            status: last ? 'stale' : 'error',
            error: publicReason(name, error),
            fetchedAt: last?.fetchedAt,
          },
        ],
      };
    }
  }
}
