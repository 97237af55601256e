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

import type { Knex } from 'knex';
import type { StoredApplication } from '../argocd/store';
import type { HealthRow } from '../deployments/database/rows';
import { healthOf } from '../deployments/facts/applicationFacts';
import type { HealthFact } from '../deployments/facts/HealthFact';
import { isoTime } from '../deployments/facts/isoTime';

/**
 * Episodes of ill health that are told of. Replicas share the database: the one that marks the row first is the one
 * that tells.
 */
export class Episodes {
  readonly #knex: Knex;

  static create(knex: Knex): Episodes {
    return new Episodes(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Whether an episode begins that nobody has told of yet; from now on, somebody has. */
  async begin(app: StoredApplication): Promise<boolean> {
    const fact = factOf(app);
    return (
      (await this.#lastTold(fact))?.health !== 'Degraded' && this.#claim(fact)
    );
  }

  /** Whether an episode that was told of ends, and nobody has told of that yet. */
  async end(app: StoredApplication): Promise<boolean> {
    const fact = factOf(app);
    return (
      (await this.#lastTold(fact))?.health === 'Degraded' && this.#claim(fact)
    );
  }

  async #lastTold({
    applicationId,
  }: HealthFact): Promise<Pick<HealthRow, 'health'> | undefined> {
    return this.#knex<HealthRow>('health')
      .where('application_id', applicationId)
      .whereNotNull('claimed_at')
      .orderBy('claimed_at', 'desc')
      .first('health');
  }

  async #claim(fact: HealthFact): Promise<boolean> {
    const claimed = await this.#knex<HealthRow>('health')
      .where({
        application_id: fact.applicationId,
        history_id: fact.historyId,
        since: fact.since,
        health: fact.health,
      })
      .whereNull('claimed_at')
      .update({ claimed_at: isoTime(Date.now()) });
    return claimed > 0;
  }
}

function factOf(app: StoredApplication): HealthFact {
  const fact = healthOf(app, isoTime(Date.now()));
  if (!fact) {
    throw new Error(
      `${app.namespace}/${app.name} on ${app.instance} has not been read yet`,
    );
  }
  return fact;
}
