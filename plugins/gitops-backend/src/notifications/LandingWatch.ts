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
import type { StoredApplication } from '../argocd/store';
import type { DeploymentRow } from '../deployments/database/rows';
import { recordedId } from '../deployments/facts/applicationFacts';
import type { DeploymentFacts } from '../deployments/facts/DeploymentFacts';
import { isoTime } from '../deployments/facts/isoTime';
import { ledgerOf } from '../deployments/ledger/ledgerOf';
import type { RecordReader } from '../deployments/RecordReader';
import { landedNotice } from './notices';
import type { OwnerNotifier } from './OwnerNotifier';

const MAX_AWAITED = 5_000;

interface Options {
  knex: Knex;
  records: Pick<RecordReader, 'read'>;
  notifier: Pick<OwnerNotifier, 'tell'>;
  environmentOf: (app: StoredApplication) => string;
  /** All but the first one: what comes there was promoted. */
  environments: string[];
  failureWindowMs: number;
  logger: LoggerService;
}

/** Tells owners that a promotion has landed: a new version is Healthy in an environment that is not the first. */
export class LandingWatch {
  readonly #options: Options;
  /** The latest deployment, by the recorded id of its Application, as long as it has not become anything. */
  readonly #awaited = new Map<string, DeploymentFacts>();

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
    for (const deployment of added) {
      if (
        ids.has(deployment.applicationId) &&
        this.#awaited.size < MAX_AWAITED
      ) {
        this.#awaited.set(deployment.applicationId, deployment);
      }
    }
    for (const app of told) {
      await this.#look(app);
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
      const entry = named.records
        .flatMap(record => ledgerOf(record, this.#options))
        .find(one => one.id === awaited.id);
      if (!entry?.healthyAt) {
        return;
      }
      this.#awaited.delete(id);
      const landed = entry.kind === 'deployment' && entry.outcome === 'healthy';
      if (landed && (await this.#claim(awaited))) {
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
