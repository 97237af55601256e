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
import { recordedId } from '../deployments/facts/applicationFacts';
import type { Episodes } from './Episodes';
import { degradedNotice, recoveredNotice } from './notices';
import type { OwnerNotifier } from './OwnerNotifier';

/** What is over before that is not worth a notification. */
const DEGRADED_FOR_MS = 60_000;
/** Until what was seen is written, so that one replica can take it upon itself. */
const HEALTHY_FOR_MS = 5_000;
/** So often is it looked whether it is: after a start, there is much to write. */
const MAX_LOOKS = 60;

interface Options {
  store: Pick<ApplicationStore, 'get'>;
  episodes: Pick<Episodes, 'begin' | 'end' | 'open'>;
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
  /** Episodes that nobody has told the end of when this process began, by the recorded ids of their Applications. */
  #leftOpen: Promise<Set<string>> | undefined;

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
    } else if (application.health === 'Healthy') {
      if (previous?.uid) {
        this.#after(HEALTHY_FOR_MS, application);
      } else {
        void this.#afterStart(application);
      }
    }
  }

  /** It may have become Healthy while no backend ran. Never rejects. */
  async #afterStart(app: StoredApplication): Promise<void> {
    const { episodes, logger } = this.#options;
    // Once, because after a start every Application is new.
    this.#leftOpen ??= episodes.open().catch(error => {
      logger.warn(
        `What ended while no backend ran is not told: ${stringifyError(error)}`,
      );
      return new Set();
    });
    const leftOpen = await this.#leftOpen;
    const isNew = !this.#timers.has(applicationKey(app));
    if (isNew && leftOpen.delete(recordedId(app) ?? '')) {
      this.#after(HEALTHY_FOR_MS, app);
    }
  }

  stop(): void {
    this.#timers.forEach(timer => clearTimeout(timer));
    this.#timers.clear();
  }

  #after(milliseconds: number, app: StoredApplication, looks = 1): void {
    const key = applicationKey(app);
    clearTimeout(this.#timers.get(key));
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      const now = this.#options.store.get(app);
      if (now && now.uid === app.uid && now.health === app.health) {
        void this.#tell(now, looks);
      }
    }, milliseconds);
    timer.unref();
    this.#timers.set(key, timer);
  }

  /** Never rejects. */
  async #tell(app: StoredApplication, looks: number): Promise<void> {
    const { episodes, notifier, environmentOf, logger } = this.#options;
    const environment = environmentOf(app);
    try {
      const isIll = app.health === 'Degraded';
      const isNews = await (isIll ? episodes.begin(app) : episodes.end(app));
      if (isNews) {
        const notice = isIll ? degradedNotice : recoveredNotice;
        await notifier.tell(app, entityRef =>
          notice({ app, entityRef, environment }),
        );
      } else if (isNews === undefined && looks < MAX_LOOKS) {
        this.#after(HEALTHY_FOR_MS, app, looks + 1);
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
