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
import type { ArgoApplication } from '@gitops-platform/backstage-plugin-gitops-node';
import limit from 'p-limit';
import type { ApplicationStore } from './ApplicationStore';
import type { WatchedClient } from './WatchContext';

const CALLS_AT_ONCE = 4;
const MAX_AT_A_TIME = 100;

type Name = Pick<ArgoApplication, 'namespace' | 'name'>;

/**
 * Applications of which only the list was seen, which shows no history, conditions and messages. Those are read one
 * by one, a bounded number at a time, because each is a call; what is left waits for the next time.
 */
export class DetailsBacklog {
  readonly #client: Pick<WatchedClient, 'name' | 'getApplication'>;
  readonly #store: ApplicationStore;
  readonly #logger: LoggerService;
  readonly #waiting = new Map<string, ArgoApplication>();

  static create(options: {
    client: Pick<WatchedClient, 'name' | 'getApplication'>;
    store: ApplicationStore;
    logger: LoggerService;
  }): DetailsBacklog {
    return new DetailsBacklog(options);
  }

  private constructor(options: {
    client: Pick<WatchedClient, 'name' | 'getApplication'>;
    store: ApplicationStore;
    logger: LoggerService;
  }) {
    this.#client = options.client;
    this.#store = options.store;
    this.#logger = options.logger;
  }

  get size(): number {
    return this.#waiting.size;
  }

  add(listed: ArgoApplication[]): void {
    listed.forEach(one => this.#waiting.set(keyOf(one), one));
  }

  /** It came whole by another way, or has gone. */
  delete(application: Name): void {
    this.#waiting.delete(keyOf(application));
  }

  /** Reads the first of those that wait. What fails goes last, so that it does not keep the others waiting. */
  async read(signal: AbortSignal): Promise<void> {
    const atOnce = limit(CALLS_AT_ONCE);
    const next = [...this.#waiting.values()].slice(0, MAX_AT_A_TIME);
    await Promise.all(
      next.map(application => atOnce(() => this.#read(application, signal))),
    );
  }

  async #read(
    application: ArgoApplication,
    signal: AbortSignal,
  ): Promise<void> {
    const instance = this.#client.name;
    const key = keyOf(application);
    if (this.#waiting.get(key) !== application) {
      return;
    }
    this.#waiting.delete(key);
    if (!this.#store.get({ ...application, instance })) {
      return;
    }
    try {
      const whole = await this.#client.getApplication(application, signal);
      // It may have gone while it was read.
      if (this.#store.get({ ...application, instance })) {
        this.#store.upsert(instance, whole);
      }
    } catch (error) {
      if (!this.#waiting.has(key)) {
        this.#waiting.set(key, application);
      }
      signal.throwIfAborted();
      this.#logger.debug(
        `Details of ${key} are read again later`,
        error instanceof Error ? error : undefined,
      );
    }
  }
}

function keyOf({ namespace, name }: Name): string {
  return `${namespace}/${name}`;
}
