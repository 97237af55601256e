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

import { isDeepStrictEqual } from 'node:util';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { UpstreamStatus } from '@gitops-platform/backstage-plugin-gitops-common';
import { LRUCache } from 'lru-cache';
import limit from 'p-limit';
import { settledWithin } from '../../time/settledWithin';
import type { ArgoCdInstance, ArgoCdInstances } from '../ArgoCdInstances';
import type { OnDemand } from '../details/OnDemandReads';
import { publicReason } from '../../text/publicReason';
import { applicationKey, type StoredApplication } from '../store';

const MAX_APPLICATIONS = 5_000;
const READS_AT_ONCE = 4;
/** How long the first who asks waits. */
const WAIT_MS = 2_000;
/** However often the Application changes. */
const READ_AGAIN_AFTER_MS = 3_000;
const RETRY_AFTER_MS = 30_000;
/** The cluster may change what Argo CD applied without a change of its Application. */
const STALE_AFTER_MS = 60_000;
const ROUND_MS = 15_000;
/** How many Applications are read again by themselves, and for how long after somebody looked. */
const MAX_VIEWED = 300;
const VIEWED_FOR_MS = 10 * 60_000;

interface Entry<T> {
  value?: T;
  /** Another number whenever the value is another. */
  edition: number;
  /** Of the Application, as it was when it was last asked about. */
  version: number;
  askedAt: number;
  fetchedAt?: string;
  /** Why the last attempt failed, in words for everybody. */
  error?: string;
}

interface Options<T> {
  instances: ArgoCdInstances;
  logger: LoggerService;
  call: (
    client: ArgoCdInstance['client'],
    app: StoredApplication,
  ) => Promise<T>;
  /** There is something new to say about an Application. */
  onArrival: (app: StoredApplication) => void;
}

/**
 * Something that only Argo CD knows of an Application, kept warm while somebody looks: what is known is answered at
 * once, and asked for again in the background when the Application changes, and every minute. Only who asks first
 * waits, two seconds at most. Where the instance fails, the last answer is shown as stale.
 */
export class WarmReads<T extends {}> {
  readonly #options: Options<T>;
  readonly #entries = new LRUCache<string, Entry<T>>({ max: MAX_APPLICATIONS });
  readonly #viewed = new LRUCache<string, StoredApplication>({
    max: MAX_VIEWED,
    ttl: VIEWED_FOR_MS,
  });
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #limits = new Map<string, ReturnType<typeof limit>>();
  #timer: NodeJS.Timeout | undefined;
  #editions = 0;

  static create<T extends {}>(options: Options<T>): WarmReads<T> {
    return new WarmReads(options);
  }

  private constructor(options: Options<T>) {
    this.#options = options;
  }

  /** For somebody who looks. Never rejects because of the instance. */
  async read(app: StoredApplication): Promise<OnDemand<T>> {
    const { instance: name } = app;
    const instance = this.#options.instances.status(name);
    if (!instance) {
      return { instances: [] };
    }
    this.#keepWarm(app);
    const asked = this.#refreshWhenDue(app);
    if (asked && !this.#entries.has(applicationKey(app))) {
      await settledWithin(instance.status === 'ok' ? WAIT_MS : 0, asked);
    }
    return this.#answer(app);
  }

  /** What is known now, without asking for more. */
  known(app: StoredApplication): T | undefined {
    return this.#entries.get(applicationKey(app))?.value;
  }

  /** Changes whenever what `read` answers does: for fingerprints. */
  edition(app: StoredApplication): string {
    const entry = this.#entries.get(applicationKey(app));
    return entry ? `${entry.edition} ${entry.error ?? ''}` : '';
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#viewed.clear();
  }

  #answer(app: StoredApplication): OnDemand<T> {
    const { value, error, fetchedAt } =
      this.#entries.get(applicationKey(app)) ?? {};
    return { value, instances: [statusOf(app.instance, error, fetchedAt)] };
  }

  #keepWarm(app: StoredApplication): void {
    this.#viewed.set(applicationKey(app), app);
    if (!this.#timer) {
      this.#timer = setInterval(
        () => this.#viewed.forEach(viewed => this.#refreshWhenDue(viewed)),
        ROUND_MS,
      );
      this.#timer.unref();
    }
  }

  /** The read that is under way, or begins now; `undefined` where none is due. */
  #refreshWhenDue(app: StoredApplication): Promise<void> | undefined {
    const key = applicationKey(app);
    const shared = this.#underWay.get(key);
    if (shared) {
      return shared;
    }
    const pause = pauseBefore(app, this.#entries.get(key));
    if (pause === undefined) {
      return undefined;
    }
    const started = this.#refresh(app, pause).finally(() => {
      this.#underWay.delete(key);
      // What changed meanwhile is read as soon as it may be.
      const latest = this.#viewed.get(key);
      if (latest && latest.version !== app.version) {
        void this.#refreshWhenDue(latest);
      }
    });
    this.#underWay.set(key, started);
    return started;
  }

  async #refresh(app: StoredApplication, pause: number): Promise<void> {
    if (pause > 0) {
      await unhurried(pause);
    }
    await this.#limitOf(app.instance)(() => this.#ask(app));
  }

  async #ask(app: StoredApplication): Promise<void> {
    const { instances, logger, call, onArrival } = this.#options;
    const key = applicationKey(app);
    const before = this.#entries.get(key);
    const asked = { version: app.version, askedAt: Date.now() };
    let after: Entry<T>;
    try {
      const client = instances.get(app.instance)?.client;
      const value = client && (await call(client, app));
      const same = before && isDeepStrictEqual(before.value, value);
      after = {
        ...asked,
        value,
        edition: same ? before.edition : (this.#editions += 1),
        fetchedAt: new Date().toISOString(),
      };
    } catch (error) {
      logger.warn(toError(error).message);
      after = {
        edition: 0,
        ...before,
        ...asked,
        error: publicReason(app.instance, error),
      };
    }
    this.#entries.set(key, after);
    if (before?.edition !== after.edition || before.error !== after.error) {
      onArrival(app);
    }
  }

  #limitOf(instance: string) {
    const known = this.#limits.get(instance) ?? limit(READS_AT_ONCE);
    this.#limits.set(instance, known);
    return known;
  }
}

/** Milliseconds until the Application should be asked about; `undefined` where what is known will do. */
function pauseBefore<T>(
  app: StoredApplication,
  entry: Entry<T> | undefined,
): number | undefined {
  if (!entry) {
    return 0;
  }
  const age = Date.now() - entry.askedAt;
  if (entry.error) {
    return age < RETRY_AFTER_MS ? undefined : 0;
  }
  if (entry.version !== app.version) {
    return Math.max(0, READ_AGAIN_AFTER_MS - age);
  }
  return age < STALE_AFTER_MS ? undefined : 0;
}

function statusOf(
  name: string,
  error: string | undefined,
  fetchedAt: string | undefined,
): UpstreamStatus {
  if (!error && fetchedAt) {
    return { name, status: 'ok', fetchedAt };
  }
  return {
    name,
    status: fetchedAt ? 'stale' : 'error',
    error:
      error ??
      `Argo CD instance '${name}' has not answered yet: this page shows it as soon as it does`,
    fetchedAt,
  };
}

function unhurried(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    // What nobody can see any more is no reason to stay alive.
    setTimeout(resolve, milliseconds).unref();
  });
}
