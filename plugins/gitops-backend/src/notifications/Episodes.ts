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

  /**
   * Whether an episode begins that nobody has told of yet; from now on, somebody has. `undefined` where that it has
   * begun is not written yet.
   */
  async begin(app: StoredApplication): Promise<boolean | undefined> {
    const fact = await this.#factOf(app);
    return (await this.#lastTold(fact))?.health === 'Degraded'
      ? false
      : this.#claim(fact);
  }

  /** The same of an episode that was told of and ends. */
  async end(app: StoredApplication): Promise<boolean | undefined> {
    const fact = await this.#factOf(app);
    return (await this.#lastTold(fact))?.health === 'Degraded'
      ? this.#claim(fact)
      : false;
  }

  /** The recorded ids of the Applications whose episode was told of, and its end was not. */
  async open(): Promise<Set<string>> {
    const told: Pick<HealthRow, 'application_id' | 'health'>[] =
      await this.#knex<HealthRow>('health')
        .whereNotNull('claimed_at')
        .orderBy('claimed_at')
        .select('application_id', 'health');
    const last = new Map(
      told.map(({ application_id: id, health }) => [id, health]),
    );
    return new Set(
      [...last].flatMap(([id, health]) => (health === 'Degraded' ? id : [])),
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

  async #claim(fact: HealthFact): Promise<boolean | undefined> {
    const recorded = () =>
      this.#knex<HealthRow>('health').where({
        application_id: fact.applicationId,
        history_id: fact.historyId,
        since: fact.since,
        health: fact.health,
      });
    const claimed = await recorded()
      .whereNull('claimed_at')
      .update({ claimed_at: isoTime(Date.now()) });
    return (
      claimed > 0 || ((await recorded().first('since')) ? false : undefined)
    );
  }

  /** An older Argo CD does not say since when: then each replica has written when it saw it, and the latest counts. */
  async #factOf(app: StoredApplication): Promise<HealthFact> {
    const fact = factOf(app);
    if (app.healthSince) {
      return fact;
    }
    const latest = await this.#knex<HealthRow>('health')
      .where({
        application_id: fact.applicationId,
        history_id: fact.historyId,
        health: fact.health,
      })
      .orderBy('since', 'desc')
      .first('since');
    return { ...fact, since: latest?.since ?? fact.since };
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
