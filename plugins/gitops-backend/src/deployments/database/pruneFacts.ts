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
import { chunksOf } from './chunksOf';

/**
 * Forgets what is older than the retention. Of each Application that is still there, the last deployment before that
 * time stays, because it says what the next one replaced.
 *
 * @param options - `present`: the ids of the Applications that are watched now
 */
export async function pruneFacts(
  knex: Knex,
  options: { before: Date; now: Date; present: string[] },
): Promise<void> {
  const before = isoTime(options.before);
  const now = isoTime(options.now);
  for (const chunk of chunksOf(options.present)) {
    await knex('applications')
      .whereIn('id', chunk)
      .where('seen_at', '<', now)
      .update({ seen_at: now });
  }
  const gone = knex('applications').select('id').where('seen_at', '<', before);
  for (const table of ['deployments', 'health']) {
    await knex(table).whereIn('application_id', gone.clone()).delete();
  }
  await knex('applications').where('seen_at', '<', before).delete();

  for (const [table, time, number] of [
    ['deployments', 'deployed_at', 'history_id'],
    ['health', 'since', 'since'],
  ]) {
    await knex(table)
      .where(time, '<', before)
      .whereExists(
        knex(`${table} as later`)
          .select(knex.raw('1'))
          .whereRaw('??.application_id = later.application_id', [table])
          .whereRaw('later.?? > ??.??', [number, table, number])
          .where(`later.${time}`, '<', before),
      )
      .delete();
  }
  await knex('secret_versions').where('created_at', '<', before).delete();
}
