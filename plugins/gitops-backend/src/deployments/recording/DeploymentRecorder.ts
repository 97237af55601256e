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
  backoff,
  systemClock,
  type Clock,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { ApplicationChange, StoredApplication } from '../../argocd/store';
import { settledWithin } from '../../time/settledWithin';
import type { FactWriter } from '../database/FactWriter';
import { recordedId } from '../facts/applicationFacts';
import type { DeploymentFacts } from '../facts/DeploymentFacts';
import { isoTime } from '../facts/isoTime';
import { observationKey, observe } from '../facts/observe';
import { mergePending, type PendingFacts } from '../facts/PendingFacts';

/** SQLite writes in this very thread, so that a batch must be done in a few dozen milliseconds. */
const APPLICATIONS_AT_ONCE = 20;
/** Changes of one moment are written together. */
const GATHER_MS = 250;
/** Between two batches, others have their turn. */
const BREATH_MS = 25;
const LONGEST_PAUSE_MS = 60_000;
const LAST_WRITE_MS = 3_000;
const MAX_PENDING = 60_000;

interface Options {
  writer: Pick<FactWriter, 'write'>;
  environmentOf: (app: StoredApplication) => string;
  logger: LoggerService;
  clock?: Clock;
  /** Called after every write, with what was written and the deployments that are new. */
  onRecorded: (written: PendingFacts[], added: DeploymentFacts[]) => void;
}

/**
 * Writes what the watch sees into the database, behind its back: a listener only puts down what it heard, and what is
 * put down waits, merged per Application, for as long as the database does not take it.
 */
export class DeploymentRecorder {
  readonly #options: Options;
  readonly #clock: Clock;
  readonly #pending = new Map<string, PendingFacts>();
  /** What was last put down of each Application, so that nothing is written twice. */
  readonly #seen = new Map<string, string>();
  #running: Promise<void> | undefined;
  #stopped = new AbortController();
  #failures = 0;
  #full = false;

  static create(options: Options): DeploymentRecorder {
    return new DeploymentRecorder(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  /** How many Applications wait to be written. */
  get waiting(): number {
    return this.#pending.size;
  }

  applicationChanged({ application, previous, removed }: ApplicationChange) {
    if (previous?.uid && previous.uid !== application.uid) {
      this.#putDown(previous, true);
    }
    this.#putDown(application, removed);
  }

  /** Resolves once all that was put down is written, or after a few seconds. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
    if (this.#pending.size > 0) {
      await settledWithin(LAST_WRITE_MS, this.#writeAll());
    }
  }

  #putDown(app: StoredApplication, removed: boolean): void {
    const id = recordedId(app);
    if (id === undefined) {
      return;
    }
    const environment = this.#options.environmentOf(app);
    const seenAt = isoTime(this.#clock.now());
    const facts = observe(app, { environment, seenAt, removed });
    const key = observationKey(facts);
    if (this.#seen.get(id) === key) {
      return;
    }
    const waiting = this.#pending.get(id);
    if (!waiting && this.#pending.size >= MAX_PENDING) {
      this.#tellFull();
      return;
    }
    if (removed) {
      this.#seen.delete(id);
    } else {
      this.#seen.set(id, key);
    }
    this.#pending.set(id, waiting ? mergePending(waiting, facts) : facts);
    this.#running ??= this.#run();
  }

  #tellFull(): void {
    if (!this.#full) {
      this.#full = true;
      this.#options.logger.error(
        `More than ${MAX_PENDING} Applications wait for the database, so the deployments of others are not recorded until it answers`,
      );
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    for (let pause = GATHER_MS; ; ) {
      await this.#clock.sleep(pause, signal).catch(() => undefined);
      if (signal.aborted || this.#pending.size === 0) {
        // At once, so that what is put down from now on starts anew.
        this.#running = undefined;
        return;
      }
      const written = await this.#writeBatch();
      pause = written
        ? BREATH_MS
        : backoff(this.#failures, this.#clock.random, {
            first: 1_000,
            longest: LONGEST_PAUSE_MS,
          });
    }
  }

  async #writeAll(): Promise<void> {
    while (this.#pending.size > 0 && (await this.#writeBatch())) {
      // The next batch.
    }
  }

  /** Whether the database took it. What it did not take waits on. */
  async #writeBatch(): Promise<boolean> {
    const { writer, logger, onRecorded } = this.#options;
    const batch = [...this.#pending].slice(0, APPLICATIONS_AT_ONCE);
    batch.forEach(([id]) => this.#pending.delete(id));
    const facts = batch.map(([, pending]) => pending);
    let added: DeploymentFacts[];
    try {
      added = await writer.write(facts);
    } catch (error) {
      this.#failures += 1;
      for (const [id, pending] of batch) {
        const newer = this.#pending.get(id);
        this.#pending.set(id, newer ? mergePending(pending, newer) : pending);
      }
      logger[this.#failures === 1 ? 'warn' : 'debug'](
        `Deployments could not be recorded; it is tried again: ${stringifyError(
          error,
        )}`,
      );
      return false;
    }
    if (this.#failures > 0) {
      logger.info('Deployments are recorded again');
    }
    this.#failures = 0;
    this.#full = false;
    onRecorded(facts, added);
    return true;
  }
}
