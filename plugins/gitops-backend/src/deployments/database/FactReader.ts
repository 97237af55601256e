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
import type { DeploymentFacts } from '../facts/DeploymentFacts';
import type { HealthFact } from '../facts/HealthFact';
import type { RecordedApplication } from '../facts/RecordedApplication';
import { chunksOf } from './chunksOf';
import {
  fromApplicationRow,
  fromDeploymentRow,
  fromHealthRow,
  type ApplicationRow,
  type DeploymentRow,
  type HealthRow,
} from './rows';

/** To tell a rollback, what ran before the time that is asked for has to be known, too. */
const DEPLOYMENTS_BEFORE = 30;
const HEALTH_BEFORE = 60;

/** What names an Application among all instances. */
export interface NamedApplication {
  instance: string;
  namespace: string;
  name: string;
}

/** Reads what was recorded. */
export class FactReader {
  readonly #knex: Knex;

  static create(knex: Knex): FactReader {
    return new FactReader(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All that had one of these names, under any uid. */
  async applications(
    named: NamedApplication[],
  ): Promise<RecordedApplication[]> {
    const found: RecordedApplication[] = [];
    for (const chunk of chunksOf(named)) {
      const rows: ApplicationRow[] = await this.#knex('applications').whereIn(
        ['instance', 'namespace', 'name'],
        chunk.map(({ instance, namespace, name }) => [
          instance,
          namespace,
          name,
        ]),
      );
      found.push(...rows.map(fromApplicationRow));
    }
    return found;
  }

  /** Since a time, and a few before it of each Application. */
  async deployments(
    applicationIds: string[],
    since: string,
  ): Promise<DeploymentFacts[]> {
    const rows = await this.#since<DeploymentRow>(applicationIds, {
      table: 'deployments',
      time: 'deployed_at',
      since,
      order: ['history_id'],
      before: DEPLOYMENTS_BEFORE,
    });
    return rows.map(fromDeploymentRow);
  }

  /** Since a time, and some of what was before it of each Application. */
  async health(applicationIds: string[], since: string): Promise<HealthFact[]> {
    const rows = await this.#since<HealthRow>(applicationIds, {
      table: 'health',
      time: 'since',
      since,
      order: ['since', 'history_id'],
      before: HEALTH_BEFORE,
    });
    return rows.map(fromHealthRow);
  }

  async #since<Row>(
    applicationIds: string[],
    options: {
      table: string;
      time: string;
      since: string;
      order: string[];
      before: number;
    },
  ): Promise<Row[]> {
    const { table, time, since, order, before } = options;
    const found: Row[] = [];
    for (const chunk of chunksOf(applicationIds)) {
      const rows = this.#knex(table).whereIn('application_id', chunk);
      const later: Row[] = await rows.clone().where(time, '>=', since);
      const earlier: Row[] = await this.#knex(
        rows
          .clone()
          .where(time, '<', since)
          .select('*')
          .rowNumber('place', builder => {
            builder.partitionBy('application_id');
            order.forEach(column => builder.orderBy(column, 'desc'));
          })
          .as('earlier'),
      ).where('place', '<=', before);
      // One by one: a long list of arguments does not fit on the stack.
      [...earlier, ...later].forEach(row => found.push(row));
    }
    return found;
  }
}
