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
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  GitOpsSignal,
  gitopsSignalChannel,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { LRUCache } from 'lru-cache';

const MAX_ENTITIES = 2_000;
/** Longer than a page may go without fetching again, so that an open one is still remembered. */
const REMEMBER_FOR_MS = 60 * 60_000;

/** An entity whose page was looked at, and how to tell whether what it shows has changed. */
interface View {
  /** Must be cheap: it runs for every remembered entity at each change. */
  fingerprint: () => string;
  seen: string;
  version: number;
}

/**
 * Tells the pages of an entity to fetch again, once what they show has changed.
 *
 * Changes are gathered: a look at all remembered entities happens at once, and then at most every `intervalMs`,
 * so that no entity's channel carries more than one signal in that time and the last change is never left out.
 */
export class EntitySignals {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #intervalMs: number;
  readonly #views = new LRUCache<string, View>({
    max: MAX_ENTITIES,
    ttl: REMEMBER_FOR_MS,
  });
  #version: () => number;
  #timer: NodeJS.Timeout | undefined;
  #lookedAt = -Infinity;

  static create(options: {
    signals: SignalsService;
    logger: LoggerService;
    /** What signals carry. */
    version: () => number;
    /** In milliseconds; a second by default. */
    intervalMs?: number;
  }): EntitySignals {
    return new EntitySignals(options);
  }

  private constructor(options: {
    signals: SignalsService;
    logger: LoggerService;
    version: () => number;
    intervalMs?: number;
  }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
    this.#version = options.version;
    this.#intervalMs = options.intervalMs ?? 1_000;
  }

  /** The entities whose pages were looked at of late. */
  get viewedEntities(): string[] {
    return [...this.#views.keys()];
  }

  /** Remembers that an entity's page is looked at. To be called before its answer is put together. */
  viewed(entityRef: string, fingerprint: () => string): void {
    const known = this.#views.get(entityRef);
    this.#views.set(entityRef, {
      fingerprint,
      // Another page of the entity may still show the older state: it is owed its signal.
      seen: known?.seen ?? fingerprint(),
      version: known?.version ?? 0,
    });
  }

  /** Something changed that may concern remembered entities. */
  changed(): void {
    if (this.#timer) {
      return;
    }
    const due = this.#lookedAt + this.#intervalMs - Date.now();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#lookedAt = Date.now();
      this.#look();
    }, Math.max(0, due));
    // A signal that nobody can receive any more is no reason to stay alive.
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#views.clear();
  }

  #look(): void {
    for (const [entityRef, view] of this.#views.entries()) {
      const fingerprint = view.fingerprint();
      if (fingerprint !== view.seen) {
        view.seen = fingerprint;
        // Always another number, also where what changed is not in the store.
        view.version = Math.max(this.#version(), view.version + 1);
        this.#publish(entityRef, { version: view.version });
      }
    }
  }

  #publish(entityRef: string, message: GitOpsSignal): void {
    this.#signals
      .publish<GitOpsSignal>({
        recipients: { type: 'broadcast' },
        channel: gitopsSignalChannel(entityRef),
        message,
      })
      .catch(error => {
        // Pages poll as well, only less often.
        this.#logger.warn(
          `Could not signal a change of ${entityRef}: ${stringifyError(error)}`,
        );
      });
  }
}
