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
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { StoredApplication } from '../argocd/store';
import type { DeploymentRow } from '../deployments/database/rows';
import {
  deploymentsOf,
  recordedId,
} from '../deployments/facts/applicationFacts';
import type { DeploymentFacts } from '../deployments/facts/DeploymentFacts';
import { isoTime } from '../deployments/facts/isoTime';
import type { LedgerEntry } from '../deployments/ledger/LedgerEntry';
import {
  ledgerOf,
  type ApplicationRecord,
} from '../deployments/ledger/ledgerOf';
import type { RecordReader } from '../deployments/RecordReader';
import { landedNotice } from './notices';
import type { OwnerNotifier } from './OwnerNotifier';

const MAX_AWAITED = 5_000;
/** What landed longer ago, while no backend ran, is no news any more. */
const NEWS_FOR_MS = 24 * 60 * 60_000;

interface Options {
  knex: Knex;
  records: Pick<RecordReader, 'read'>;
  notifier: Pick<OwnerNotifier, 'tell'>;
  environmentOf: (app: StoredApplication) => string;
  /** All but the first one: what comes there was promoted. */
  environments: string[];
  failureWindowMs: number;
  logger: LoggerService;
  now?: () => number;
}

/** Tells owners that a promotion has landed: a new version is Healthy in an environment that is not the first. */
export class LandingWatch {
  readonly #options: Options;
  /** The latest deployment, by the recorded id of its Application, as long as it has not become anything. */
  readonly #awaited = new Map<string, DeploymentFacts>();
  /** By id: the deployments that were looked for in the database, whether they had been told of. */
  readonly #looked = new LRUCache<string, true>({ max: 10 * MAX_AWAITED });

  static create(options: Options): LandingWatch {
    return new LandingWatch(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** To be called after each write, with what was written and the deployments that are new. Never rejects. */
  async recorded(
    apps: StoredApplication[],
    added: DeploymentFacts[],
  ): Promise<void> {
    const { environments, environmentOf } = this.#options;
    const told = apps.filter(app => environments.includes(environmentOf(app)));
    const ids = new Set(told.map(recordedId));
    for (const deployment of added.filter(one => ids.has(one.applicationId))) {
      this.#await(deployment);
    }
    for (const deployment of await this.#leftOver(told)) {
      this.#await(deployment);
    }
    for (const app of told) {
      await this.#look(app);
    }
  }

  #await(deployment: DeploymentFacts): void {
    const { applicationId, historyId } = deployment;
    const known = this.#awaited.get(applicationId);
    if (
      this.#awaited.size < MAX_AWAITED &&
      (!known || known.historyId < historyId)
    ) {
      this.#awaited.set(applicationId, deployment);
    }
  }

  /** What another replica, or this one before it was started anew, has recorded of late and has not told of. */
  async #leftOver(apps: StoredApplication[]): Promise<DeploymentFacts[]> {
    const { knex, logger, now = Date.now } = this.#options;
    const since = isoTime(now() - NEWS_FOR_MS);
    const latest = apps.flatMap(app => {
      const deployment = deploymentsOf(app).at(-1);
      return deployment &&
        deployment.deployedAt >= since &&
        !this.#looked.has(deployment.id)
        ? deployment
        : [];
    });
    if (latest.length === 0) {
      return [];
    }
    latest.forEach(({ id }) => this.#looked.set(id, true));
    try {
      const untold: Pick<DeploymentRow, 'id'>[] = await knex<DeploymentRow>(
        'deployments',
      )
        .whereIn(
          'id',
          latest.map(({ id }) => id),
        )
        .whereNull('landed_claimed_at')
        .select('id');
      const ids = new Set(untold.map(({ id }) => id));
      return latest.filter(({ id }) => ids.has(id));
    } catch (error) {
      latest.forEach(({ id }) => this.#looked.delete(id));
      logger.warn(
        `It is not known which promotions were told of: ${stringifyError(
          error,
        )}`,
      );
      return [];
    }
  }

  async #look(app: StoredApplication): Promise<void> {
    const { records, notifier, environmentOf, logger } = this.#options;
    const id = recordedId(app) ?? '';
    const awaited = this.#awaited.get(id);
    if (!awaited || app.health !== 'Healthy' || app.sync !== 'Synced') {
      return;
    }
    try {
      const since = new Date(awaited.deployedAt);
      const [named] = await records.read([app], since);
      const [found] = named.records.flatMap(record =>
        ledgerOf(record, this.#options)
          .filter(one => one.id === awaited.id)
          .map(entry => ({ entry, record })),
      );
      if (!found?.entry.healthyAt) {
        return;
      }
      this.#awaited.delete(id);
      if (hasLanded(found) && (await this.#claim(awaited))) {
        const { entry } = found;
        const environment = environmentOf(app);
        await notifier.tell(app, entityRef =>
          landedNotice({ app, entityRef, environment }, entry),
        );
      }
    } catch (error) {
      logger.warn(
        `It is not known whether a promotion of ${app.namespace}/${
          app.name
        } on ${app.instance} has landed: ${stringifyError(error)}`,
      );
    }
  }

  async #claim({ id }: DeploymentFacts): Promise<boolean> {
    const claimed = await this.#options
      .knex<DeploymentRow>('deployments')
      .where('id', id)
      .whereNull('landed_claimed_at')
      .update({ landed_claimed_at: isoTime(Date.now()) });
    return claimed > 0;
  }
}

/** Also where nobody watched meanwhile; but what was there before the Application was first seen is no news. */
function hasLanded({
  entry,
  record,
}: {
  entry: LedgerEntry;
  record: ApplicationRecord;
}): boolean {
  return (
    entry.kind === 'deployment' &&
    ['healthy', 'unknown'].includes(entry.outcome) &&
    entry.deployedAt >= record.application.firstSeenAt
  );
}
