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
import { isoTime } from '../facts/isoTime';

/** What Git says of a deployment, and when its source commit was made. */
export interface VersionFacts {
  gitImages?: string[];
  sourceRevision?: string;
  committedAt?: string;
}

/** An Application, of a deployment of which more became known. */
export interface ChangedVersion {
  /** Of the deployment. */
  id: string;
  changedAt: string;
  instance: string;
  namespace: string;
  name: string;
}

/**
 * Adds to a deployment what became known of its version. What is known stays: a commit never changes.
 *
 * @param replica - the name of the one that learned it
 */
export async function writeVersionFacts(
  knex: Knex,
  deployment: { applicationId: string; historyId: number },
  { gitImages, sourceRevision, committedAt }: VersionFacts,
  replica: string,
): Promise<void> {
  const known = {
    git_images: gitImages && JSON.stringify(gitImages),
    source_revision: sourceRevision,
    committed_at: committedAt,
  };
  for (const [column, value] of Object.entries(known)) {
    if (value !== undefined) {
      await knex('deployments')
        .where({
          application_id: deployment.applicationId,
          history_id: deployment.historyId,
        })
        .whereNull(column)
        .update({
          [column]: value,
          changed_at: isoTime(Date.now()),
          changed_by: replica,
        });
    }
  }
}

/** What other replicas have added since that time. */
export async function readChanged(
  knex: Knex,
  { since, notBy }: { since: string; notBy: string },
): Promise<ChangedVersion[]> {
  const rows: (Omit<ChangedVersion, 'changedAt'> & { changed_at: string })[] =
    await knex('deployments as d')
      .join('applications as a', 'a.id', 'd.application_id')
      .where('d.changed_at', '>=', since)
      .whereNot('d.changed_by', notBy)
      .select('d.id', 'd.changed_at', 'a.instance', 'a.namespace', 'a.name');
  return rows.map(({ changed_at: changedAt, ...row }) => ({
    ...row,
    changedAt,
  }));
}

/** When a source commit was made, as another deployment of it says. */
export async function readCommitTime(
  knex: Knex,
  sourceRevision: string,
): Promise<string | undefined> {
  const row: { committed_at: string } | undefined = await knex('deployments')
    .where('source_revision', sourceRevision)
    .whereNotNull('committed_at')
    .first('committed_at');
  return row?.committed_at;
}
