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
import {
  backoff,
  systemClock,
  UpstreamError,
  type CircuitState,
  type Clock,
  EmptyListDoubt,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { publicReason } from '../../text/publicReason';
import type { ApplicationStore } from './ApplicationStore';
import { DetailsBacklog } from './DetailsBacklog';
import { pollChanges } from './pollChanges';
import { readStream, type StreamOutcome } from './readStream';
import { SilentStreamError } from './SilentStreamError';
import { gotThrough, MAX_STRIKES, strikesOf } from './strikesOf';
import type { WatchContext, WatchedClient } from './WatchContext';
import { WatchedInstance, type WatchedState } from './WatchedInstance';
import { DEFAULT_TIMING, type WatcherTiming } from './watcherTiming';

/** How an instance fares, and how it is read. */
export interface WatcherStatus extends WatchedState {
  name: string;
  /** The server's version, such as `v3.5.7`. */
  version?: string;
  circuit: CircuitState;
  /** `polling` where something between us and the instance does not let the stream through. */
  reading: 'stream' | 'polling';
  /** How many Applications are kept. */
  applications: number;
}

/** Keeps the store up to date with one instance. What becomes of one watcher does not concern the others. */
export class ArgoCdWatcher {
  readonly #context: WatchContext;
  readonly #instance: WatchedInstance;
  #reading: WatcherStatus['reading'] = 'stream';
  #version?: string;
  #running?: { controller: AbortController; loop: Promise<void> };

  static create(options: {
    client: WatchedClient;
    store: ApplicationStore;
    logger: LoggerService;
    clock?: Clock;
    timing?: Partial<WatcherTiming>;
  }): ArgoCdWatcher {
    return new ArgoCdWatcher(options);
  }

  private constructor(options: {
    client: WatchedClient;
    store: ApplicationStore;
    logger: LoggerService;
    clock?: Clock;
    timing?: Partial<WatcherTiming>;
  }) {
    const { client, store, logger, clock = systemClock } = options;
    this.#instance = new WatchedInstance({ name: client.name, now: clock.now });
    const timing = { ...DEFAULT_TIMING, ...options.timing };
    this.#context = {
      client,
      store,
      backlog: DetailsBacklog.create({ client, store, logger }),
      doubt: new EmptyListDoubt({
        instance: client.name,
        now: clock.now,
        believeAfterMs: timing.believeEmpty,
      }),
      logger,
      clock,
      timing,
      onAnswer: () => this.#report(this.#instance.answered()),
      onComplete: () => this.#report(this.#instance.completed()),
      onFailure: error => this.#fail(error),
    };
  }

  /** Begins to watch, unless it does already. */
  start(): void {
    if (!this.#running) {
      const controller = new AbortController();
      const loop = this.#run(controller.signal);
      this.#running = { controller, loop };
    }
  }

  /** Resolves once nothing is under way any more. What was read stays in the store. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    running?.controller.abort();
    await running?.loop;
  }

  status(): WatcherStatus {
    const { client, store } = this.#context;
    const full = store.isFull(client.name)
      ? `Argo CD instance '${client.name}' has more Applications than are kept: give the account that the backend uses fewer projects to read`
      : undefined;
    const { error = full, reason = full, ...state } = this.#instance.state;
    return {
      name: client.name,
      ...state,
      error,
      reason,
      version: this.#version,
      circuit: client.circuit,
      reading: this.#reading,
      applications: store.size(client.name),
    };
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (let failures = 0, strikes = 0; !signal.aborted; ) {
      try {
        if (strikes >= MAX_STRIKES) {
          await this.#poll(signal);
          // One more try with the stream; if that fails, back to polling.
          strikes = MAX_STRIKES - 1;
        }
        const outcome = await this.#stream(signal);
        strikes = gotThrough(outcome)
          ? 0
          : strikes + (await this.#strikesFor(outcome, signal));
        failures = this.#wasHealthy(outcome) ? 1 : failures + 1;
      } catch (error) {
        failures += 1;
        this.#fail(error, signal);
      }
      await this.#pause(failures, signal);
    }
  }

  async #stream(signal: AbortSignal): Promise<StreamOutcome> {
    this.#reading = 'stream';
    const [outcome] = await Promise.all([
      readStream(this.#context, signal),
      this.#readVersion(signal),
    ]);
    const { delivered, error } = outcome;
    // A stream that had worked may end for any reason: whether the instance is gone shows in the next attempt.
    if (!delivered && error && !(error instanceof SilentStreamError)) {
      this.#fail(error);
    }
    return outcome;
  }

  async #poll(signal: AbortSignal): Promise<void> {
    const { client, logger } = this.#context;
    this.#reading = 'polling';
    logger.warn(
      `The event stream of Argo CD instance '${client.name}' does not get through, so the instance is polled: does a proxy in front of it buffer or cut long answers?`,
    );
    await Promise.all([
      pollChanges(this.#context, signal),
      this.#readVersion(signal),
    ]);
  }

  #wasHealthy({ delivered, lasted }: StreamOutcome): boolean {
    return delivered && lasted > this.#context.timing.firstEvent;
  }

  /** A stream that does not get through is held against it only where the instance answers otherwise. */
  async #strikesFor(
    outcome: StreamOutcome,
    signal: AbortSignal,
  ): Promise<number> {
    try {
      const { names } = await this.#context.client.listNames(signal);
      return strikesOf(outcome, names.length);
    } catch (reason) {
      signal.throwIfAborted();
      this.#fail(reason);
      return 0;
    }
  }

  async #readVersion(signal: AbortSignal): Promise<void> {
    const { client, logger } = this.#context;
    try {
      this.#version = await client.version(signal);
    } catch (error) {
      logger.debug(
        `The version of Argo CD instance '${client.name}' is not known`,
        toError(error),
      );
    }
  }

  /** Resolves early where the watcher is stopped. */
  async #pause(failures: number, signal: AbortSignal): Promise<void> {
    const { clock, timing } = this.#context;
    const pause = backoff(failures, clock.random, {
      first: timing.firstPause,
      longest: timing.longestPause,
    });
    await clock.sleep(pause, signal).catch(() => signal.aborted);
  }

  #fail(error: unknown, signal?: AbortSignal): void {
    if (signal?.aborted) {
      return;
    }
    // That nothing is asked for now says less than why.
    const afterwards =
      error instanceof UpstreamError && error.failure === 'circuit-open';
    if (afterwards && this.#instance.state.status !== 'ok') {
      return;
    }
    const { message } = toError(error);
    const { client, logger } = this.#context;
    const reason = publicReason(client.name, error);
    if (this.#instance.failed({ error: message, reason })) {
      logger.warn(message);
    }
  }

  #report(news: boolean): void {
    if (news) {
      const { client, store, logger } = this.#context;
      logger.info(
        `Argo CD instance '${client.name}' answers: ${store.size(
          client.name,
        )} Applications`,
      );
    }
  }
}
