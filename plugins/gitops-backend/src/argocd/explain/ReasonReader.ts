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
import type { ApplicationReason } from '@gitops-platform/backstage-plugin-gitops-common';
import { LRUCache } from 'lru-cache';
import limit from 'p-limit';
import { RecentFailures } from '../../time/RecentFailures';
import type { ArgoCdInstances } from '../ArgoCdInstances';
import type { StoredApplication } from '../store';
import {
  needsEvidence,
  readEvidence,
  relevantEvidence,
  type Evidence,
} from './Evidence';
import { explainApplication } from './explainApplication';

const MAX_APPLICATIONS = 5_000;
const READS_AT_ONCE = 4;
const RETRY_AFTER_MS = 30_000;
/** However often the Application changes. */
const READ_AGAIN_AFTER_MS = 10_000;
/** A pod may get worse without a change of what the store keeps of its Application. */
const STALE_AFTER_MS = 60_000;

interface Known {
  evidence: Evidence;
  /** Of the Application, as it was when it was read. */
  version: number;
  readAt: number;
  /** Another number whenever the evidence is another. */
  edition: number;
}

interface Options {
  instances: ArgoCdInstances;
  logger: LoggerService;
  /** There is more to say about an Application. */
  onArrival: (app: StoredApplication) => void;
}

/**
 * Why Applications are not well.
 *
 * Answers at once with what is known. What only Argo CD knows is asked for in the background, for Applications that
 * somebody looks at and that are not well; then the listener hears of it.
 */
export class ReasonReader {
  readonly #options: Options;
  readonly #known = new LRUCache<string, Known>({ max: MAX_APPLICATIONS });
  readonly #failed = RecentFailures.create({ rememberForMs: RETRY_AFTER_MS });
  /** What is being read, or will be once it is due, as it was last seen. */
  readonly #wanted = new Map<string, StoredApplication>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #limits = new Map<string, ReturnType<typeof limit>>();
  #editions = 0;

  static create(options: Options): ReasonReader {
    return new ReasonReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** The reasons for somebody who looks, the most telling first; `undefined` where the Application is well. */
  of(app: StoredApplication): ApplicationReason[] | undefined {
    if (needsEvidence(app)) {
      this.#want(app);
    }
    return this.known(app);
  }

  /** The same, without asking for more. */
  known(app: StoredApplication): ApplicationReason[] | undefined {
    const evidence = this.#known.get(keyOf(app))?.evidence;
    const reasons = explainApplication({
      app,
      ...relevantEvidence(app, evidence),
    });
    return reasons.length > 0 ? reasons : undefined;
  }

  /** Changes whenever more, or something else, came to be known: for fingerprints. */
  edition(app: StoredApplication): number | undefined {
    return this.#known.get(keyOf(app))?.edition;
  }

  /** What is known was changed by an operation: the next look asks again. */
  forget(app: StoredApplication): void {
    const known = this.#known.get(keyOf(app));
    if (known) {
      known.readAt = -Infinity;
    }
  }

  stop(): void {
    this.#timers.forEach(timer => clearTimeout(timer));
    this.#timers.clear();
  }

  /** Sees to it that a change is read at once or, where it was read a moment ago, a little later. */
  #want(app: StoredApplication): void {
    const key = keyOf(app);
    const known = this.#known.get(key);
    const age = known ? Date.now() - known.readAt : Infinity;
    if (known?.version === app.version && age < STALE_AFTER_MS) {
      return;
    }
    if (this.#failed.has(key)) {
      return;
    }
    const waiting = this.#wanted.has(key);
    this.#wanted.set(key, app);
    if (waiting) {
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#limitOf(app.instance)(() => this.#read(key));
    }, Math.max(0, READ_AGAIN_AFTER_MS - age));
    // What nobody can see any more is no reason to stay alive.
    timer.unref();
    this.#timers.add(timer);
  }

  async #read(key: string): Promise<void> {
    const app = this.#wanted.get(key);
    const client = app && this.#options.instances.get(app.instance)?.client;
    try {
      if (client) {
        this.#arrived(app, await readEvidence(client, app));
      }
    } catch (error) {
      this.#failed.add(key);
      this.#options.logger.warn(
        `Could not look why ${key} is not well: ${toError(error).message}`,
      );
    }
    const latest = this.#wanted.get(key);
    this.#wanted.delete(key);
    if (latest && latest.version !== app?.version) {
      this.#want(latest);
    }
  }

  #arrived(app: StoredApplication, evidence: Evidence): void {
    const before = this.#known.get(keyOf(app));
    const same = isDeepStrictEqual(before?.evidence, evidence);
    this.#known.set(keyOf(app), {
      evidence,
      version: app.version,
      readAt: Date.now(),
      edition: same && before ? before.edition : (this.#editions += 1),
    });
    if (!same) {
      this.#options.onArrival(app);
    }
  }

  #limitOf(instance: string) {
    const known = this.#limits.get(instance) ?? limit(READS_AT_ONCE);
    this.#limits.set(instance, known);
    return known;
  }
}

function keyOf({ instance, namespace, name }: StoredApplication): string {
  return [instance, namespace, name].join('/');
}
