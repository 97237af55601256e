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
  applicationKey,
  type ApplicationChange,
  type ApplicationStore,
  type StoredApplication,
} from '../argocd/store';
import type { Episodes } from './Episodes';
import { degradedNotice, recoveredNotice } from './notices';
import type { OwnerNotifier } from './OwnerNotifier';

/** What is over before that is not worth a notification. */
const DEGRADED_FOR_MS = 60_000;
/** Until what was seen is written, so that one replica can take it upon itself. */
const HEALTHY_FOR_MS = 5_000;

interface Options {
  store: Pick<ApplicationStore, 'get'>;
  episodes: Pick<Episodes, 'begin' | 'end'>;
  notifier: Pick<OwnerNotifier, 'tell'>;
  environmentOf: (app: StoredApplication) => string;
  /** Which environments are told of. */
  environments: string[];
  logger: LoggerService;
}

/**
 * Tells owners that an Application turned Degraded, once per episode and not before it has lasted a minute, and that it
 * is Healthy again.
 */
export class HealthWatch {
  readonly #options: Options;
  readonly #timers = new Map<string, NodeJS.Timeout>();

  static create(options: Options): HealthWatch {
    return new HealthWatch(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  applicationChanged({ application, previous, removed }: ApplicationChange) {
    const { environments, environmentOf } = this.#options;
    const key = applicationKey(application);
    const turned = removed || previous?.health !== application.health;
    if (!turned) {
      return;
    }
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    const isTold = environments.includes(environmentOf(application));
    if (removed || !isTold) {
      return;
    }
    if (application.health === 'Degraded') {
      this.#after(DEGRADED_FOR_MS, application);
    } else if (application.health === 'Healthy' && previous) {
      this.#after(HEALTHY_FOR_MS, application);
    }
  }

  stop(): void {
    this.#timers.forEach(timer => clearTimeout(timer));
    this.#timers.clear();
  }

  #after(milliseconds: number, app: StoredApplication): void {
    const key = applicationKey(app);
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      const now = this.#options.store.get(app);
      if (now && now.uid === app.uid && now.health === app.health) {
        void this.#tell(now);
      }
    }, milliseconds);
    timer.unref();
    this.#timers.set(key, timer);
  }

  /** Never rejects. */
  async #tell(app: StoredApplication): Promise<void> {
    const { episodes, notifier, environmentOf, logger } = this.#options;
    const environment = environmentOf(app);
    try {
      if (app.health === 'Degraded') {
        if (await episodes.begin(app)) {
          await notifier.tell(app, entityRef =>
            degradedNotice({ app, entityRef, environment }),
          );
        }
      } else if (await episodes.end(app)) {
        await notifier.tell(app, entityRef =>
          recoveredNotice({ app, entityRef, environment }),
        );
      }
    } catch (error) {
      logger.warn(
        `Nobody could be told how ${app.namespace}/${app.name} on ${
          app.instance
        } is: ${stringifyError(error)}`,
      );
    }
  }
}
