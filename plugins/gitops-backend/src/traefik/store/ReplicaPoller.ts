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
  CircuitState,
  Clock,
  TraefikClient,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { readReplica, type TraefikApi } from './readReplica';
import type { TraefikSnapshot } from './TraefikSnapshot';

/** How one replica fares. */
export interface ReplicaState {
  url: string;
  /** What it last said, which may be a while ago. */
  snapshot?: TraefikSnapshot;
  /** When it last answered; milliseconds since the epoch. */
  answeredAt?: number;
  /** Why it does not answer now. */
  error?: Error;
  /** Since when it answers, or does not. */
  since?: number;
  circuit: CircuitState;
}

interface Options {
  client: TraefikApi & Pick<TraefikClient, 'circuit' | 'close' | 'url'>;
  intervalMs: number;
  clock: Clock;
  logger: LoggerService;
  /** It was asked, and answered or not. */
  onRound: () => void;
}

/** Asks one replica again and again, each time a little sooner or later, so that several do not keep step. */
export class ReplicaPoller {
  readonly #options: Options;
  readonly #abort = new AbortController();
  #running: Promise<void> | undefined;
  #snapshot: TraefikSnapshot | undefined;
  #answeredAt: number | undefined;
  #error: Error | undefined;
  #since: number | undefined;

  static create(options: Options): ReplicaPoller {
    return new ReplicaPoller(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  get state(): ReplicaState {
    const { client } = this.#options;
    return {
      url: client.url,
      snapshot: this.#snapshot,
      answeredAt: this.#answeredAt,
      error: this.#error,
      since: this.#since,
      circuit: client.circuit,
    };
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#running;
    await this.#options.client.close();
  }

  async #run(): Promise<void> {
    const { client, clock, intervalMs, logger } = this.#options;
    const { signal } = this.#abort;
    try {
      while (!signal.aborted) {
        await this.#round(signal).catch(error => {
          signal.throwIfAborted();
          // What cannot be taken in is no reason to show the last state as well for ever.
          this.#error = toError(error);
          logger.error(`Traefik at ${client.url}: ${this.#error.message}`);
        });
        await clock.sleep(intervalMs * (0.9 + 0.2 * clock.random()), signal);
      }
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    }
  }

  async #round(signal: AbortSignal): Promise<void> {
    const { client, clock, logger, onRound } = this.#options;
    const before = this.#error;
    try {
      const snapshot = await readReplica(client, signal);
      const same = snapshot.tag === this.#snapshot?.tag;
      this.#snapshot = same ? this.#snapshot : snapshot;
      this.#answeredAt = clock.now();
      this.#error = undefined;
      if (before) {
        logger.info(`Traefik at ${client.url} answers again`);
      }
    } catch (error) {
      signal.throwIfAborted();
      this.#error = toError(error);
      if (before?.message !== this.#error.message) {
        logger.warn(`Traefik at ${client.url}: ${this.#error.message}`);
      }
    }
    if (this.#since === undefined || !before !== !this.#error) {
      this.#since = clock.now();
    }
    onRound();
  }
}
