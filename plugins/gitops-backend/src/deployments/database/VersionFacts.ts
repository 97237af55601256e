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

/** What Git says of a deployment, and when its source commit was made. */
export interface VersionFacts {
  gitImages?: string[];
  sourceRevision?: string;
  committedAt?: string;
}

/** Adds to a deployment what became known of its version. What is known stays: a commit never changes. */
export async function writeVersionFacts(
  knex: Knex,
  deployment: { applicationId: string; historyId: number },
  { gitImages, sourceRevision, committedAt }: VersionFacts,
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
        .update({ [column]: value });
    }
  }
}

/** What earlier deployments say of a source commit: when it was made, and what ran before it. */
export async function readKnownCommit(
  knex: Knex,
  deployment: { applicationId: string; historyId: number },
  { sourceRevision }: { sourceRevision: string },
): Promise<{ committedAt?: string; previous?: string }> {
  const same: { committed_at: string } | undefined = await knex('deployments')
    .where('source_revision', sourceRevision)
    .whereNotNull('committed_at')
    .first('committed_at');
  const before: { source_revision: string } | undefined = await knex(
    'deployments',
  )
    .where('application_id', deployment.applicationId)
    .where('history_id', '<', deployment.historyId)
    .whereNotNull('source_revision')
    .whereNotIn('source_revision', ['', sourceRevision])
    .orderBy('history_id', 'desc')
    .first('source_revision');
  return {
    committedAt: same?.committed_at,
    previous: before?.source_revision,
  };
}
