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
import { applicationKey, type StoredApplication } from '../argocd/store';
import { FactReader } from './database/FactReader';
import { Watches } from './database/Watches';
import { isoTime } from './facts/isoTime';
import type { ApplicationRecord } from './ledger/ledgerOf';

/** What is recorded of one Application as it is today, and of those that had its name and project before. */
export interface NamedRecords {
  app: StoredApplication;
  records: ApplicationRecord[];
}

/** Puts together what is recorded of Applications. */
export class RecordReader {
  readonly #facts: FactReader;
  readonly #watches: Watches;

  static create(knex: Knex): RecordReader {
    return new RecordReader(knex);
  }

  private constructor(knex: Knex) {
    this.#facts = FactReader.create(knex);
    this.#watches = Watches.create(knex);
  }

  /** When this installation began to record. */
  recordedSince(): Promise<string | undefined> {
    return this.#watches.first();
  }

  /** What is known since a time, and as much from before it as it takes to judge that. */
  async read(apps: StoredApplication[], since: Date): Promise<NamedRecords[]> {
    const time = isoTime(since);
    const applications = await this.#facts.applications(apps);
    const ids = applications.map(({ id }) => id);
    const [deployments, health, watches] = await Promise.all([
      this.#facts.deployments(ids, time),
      this.#facts.health(ids, time),
      this.#watches.since(time),
    ]);
    const deploymentsOf = groupBy(deployments, one => one.applicationId);
    const healthOf = groupBy(health, one => one.applicationId);
    const named = groupBy(applications, applicationKey);
    return apps.map(app => ({
      app,
      records: (named.get(applicationKey(app)) ?? [])
        // A name that another team had before does not bring its deployments along.
        .filter(({ project }) => project === app.project)
        .map(application => ({
          application,
          deployments: deploymentsOf.get(application.id) ?? [],
          health: healthOf.get(application.id) ?? [],
          watches: watches.get(application.instance) ?? [],
        })),
    }));
  }
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) {
      group.push(item);
    } else {
      groups.set(keyOf(item), [item]);
    }
  }
  return groups;
}
