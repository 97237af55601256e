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
import {
  deploymentsOf,
  recordedApplication,
  type LiveImages,
} from '../facts/applicationFacts';
import type { DeploymentFacts } from '../facts/DeploymentFacts';
import type { PendingFacts } from '../facts/PendingFacts';
import type { RecordedApplication } from '../facts/RecordedApplication';
import { chunksOf } from './chunksOf';
import { toApplicationRow, toDeploymentRow, toHealthRow } from './rows';

/** Facts of one Application, as they are written. */
interface Entry extends PendingFacts {
  recorded: RecordedApplication;
}

/**
 * Writes what was seen into the database. Everything is keyed by what it is a fact of, so that it does not matter how
 * often, in which order and by how many replicas it is written.
 */
export class FactWriter {
  readonly #knex: Knex;

  static create(knex: Knex): FactWriter {
    return new FactWriter(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All of it, or nothing. Returns the deployments that were not known before. */
  async write(batch: PendingFacts[]): Promise<DeploymentFacts[]> {
    const entries = batch
      .map(pending => ({
        ...pending,
        recorded: recordedApplication(pending.app, pending),
      }))
      // In the same order on every replica, so that none waits for another in a circle.
      .sort((a, b) => (a.recorded.id < b.recorded.id ? -1 : 1));
    return this.#knex.transaction(async tx => {
      await writeApplications(tx, entries);
      const added = await writeDeployments(tx, entries);
      await writeHealth(tx, entries);
      await writeRequesters(tx, entries);
      return added;
    });
  }
}

async function writeApplications(
  tx: Knex.Transaction,
  entries: Entry[],
): Promise<void> {
  const rows = entries.map(({ recorded, firstSeenAt, seenAt, removed }) =>
    toApplicationRow({
      ...recorded,
      firstSeenAt,
      removedAt: removed ? seenAt : undefined,
    }),
  );
  const newer = (column: string) =>
    tx.raw(
      'case when excluded.seen_at >= applications.seen_at then excluded.?? else applications.?? end',
      [column, column],
    );
  for (const chunk of chunksOf(rows)) {
    await tx('applications')
      .insert(chunk)
      .onConflict('id')
      .merge({
        ...Object.fromEntries(
          [
            'namespace',
            'name',
            'project',
            'environment',
            'cluster',
            'created_at',
            'removed_at',
            'seen_at',
          ].map(column => [column, newer(column)]),
        ),
        first_seen_at: tx.raw(
          'case when excluded.first_seen_at < applications.first_seen_at then excluded.first_seen_at else applications.first_seen_at end',
        ),
      });
  }
}

/** Only what is newer than what is known: with every write, all that Argo CD remembers was written. */
async function writeDeployments(
  tx: Knex.Transaction,
  entries: Entry[],
): Promise<DeploymentFacts[]> {
  const latest = await readLatest(
    tx,
    entries.map(({ recorded }) => recorded.id),
  );
  const added = entries
    .flatMap(({ app }) => deploymentsOf(app))
    .filter(
      ({ applicationId, historyId }) =>
        historyId > (latest.get(applicationId)?.historyId ?? -1),
    );
  for (const chunk of chunksOf(added.map(toDeploymentRow))) {
    await tx('deployments').insert(chunk).onConflict().ignore();
  }
  for (const { recorded, live } of entries) {
    const known = latest.get(recorded.id);
    for (const seen of live.filter(one => !isKnown(one, known))) {
      await writeLiveImages(tx, recorded.id, seen);
    }
  }
  return added;
}

interface Latest {
  historyId: number;
  images: string | null;
}

async function readLatest(
  tx: Knex.Transaction,
  ids: string[],
): Promise<Map<string, Latest>> {
  const latest = new Map<string, Latest>();
  for (const chunk of chunksOf(ids)) {
    const rows: { id: string; history_id: number; images: string | null }[] =
      await tx('deployments as d')
        .join(
          tx('deployments')
            .select('application_id')
            .max('history_id as history_id')
            .whereIn('application_id', chunk)
            .groupBy('application_id')
            .as('latest'),
          join =>
            join
              .on('d.application_id', 'latest.application_id')
              .andOn('d.history_id', 'latest.history_id'),
        )
        .select(
          'd.application_id as id',
          'd.history_id',
          'd.live_images as images',
        );
    rows.forEach(({ id, history_id: historyId, images }) =>
      latest.set(id, { historyId, images }),
    );
  }
  return latest;
}

function isKnown(
  { historyId, images, settled }: LiveImages,
  known?: Latest,
): boolean {
  return (
    settled &&
    known?.historyId === historyId &&
    known.images === JSON.stringify(images)
  );
}

async function writeLiveImages(
  tx: Knex.Transaction,
  applicationId: string,
  { historyId, images, at, settled }: LiveImages,
): Promise<void> {
  const column = settled ? 'live_images' : 'rollout_images';
  await tx('deployments')
    .where({ application_id: applicationId, history_id: historyId })
    .andWhere(rows =>
      rows.whereNull(`${column}_at`).orWhere(`${column}_at`, '<=', at),
    )
    .update({ [column]: JSON.stringify(images), [`${column}_at`]: at });
}

async function writeHealth(
  tx: Knex.Transaction,
  entries: Entry[],
): Promise<void> {
  const rows = entries.flatMap(({ health }) => health.map(toHealthRow));
  for (const chunk of chunksOf(rows)) {
    await tx('health')
      .insert(chunk)
      .onConflict(['application_id', 'history_id', 'since', 'health'])
      .merge({
        synced: tx.raw('health.synced or excluded.synced'),
        seen_at: tx.raw(
          'case when excluded.seen_at > health.seen_at then excluded.seen_at else health.seen_at end',
        ),
      });
  }
}

async function writeRequesters(
  tx: Knex.Transaction,
  entries: Entry[],
): Promise<void> {
  for (const { recorded, requesters } of entries) {
    for (const [historyId, requester] of requesters) {
      await tx('deployments')
        .where({ application_id: recorded.id, history_id: historyId })
        .whereNull('requested_by')
        .update({ requested_by: requester });
    }
  }
}
