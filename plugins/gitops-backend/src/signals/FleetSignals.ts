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
import type { SignalsService } from '@backstage/plugin-signals-node';
import { gitopsFleetSignalChannel } from '@gitops-platform/backstage-plugin-gitops-common';
import { publishVersion } from './publishVersion';

/** Longer than a page may go without fetching again, so that an open one is still remembered. */
const REMEMBER_FOR_MS = 60 * 60_000;

interface Options {
  signals: SignalsService;
  logger: LoggerService;
  /** What signals carry. */
  version: () => number;
  /** In milliseconds; five seconds by default. */
  intervalMs?: number;
}

/**
 * Tells fleet pages to fetch again, as long as somebody looked at one within the last hour. In a fleet, something always
 * changes: signals are few.
 */
export class FleetSignals {
  readonly #options: Options;
  readonly #intervalMs: number;
  readonly #listeners = new Set<() => void>();
  #viewedAt = -Infinity;
  #sentAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  static create(options: Options): FleetSignals {
    return new FleetSignals(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#intervalMs = options.intervalMs ?? 5_000;
  }

  /** Somebody looks at a fleet page. */
  viewed(): void {
    this.#viewedAt = Date.now();
  }

  /** Something changed that a fleet page may show. */
  changed(): void {
    this.#listeners.forEach(listener => listener());
    if (this.#timer || Date.now() - this.#viewedAt > REMEMBER_FOR_MS) {
      return;
    }
    const pause = this.#sentAt + this.#intervalMs - Date.now();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#sentAt = Date.now();
      const { version } = this.#options;
      publishVersion(gitopsFleetSignalChannel, version(), this.#options);
    }, Math.max(0, pause));
    this.#timer.unref();
  }

  /** Calls back at every change, until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
