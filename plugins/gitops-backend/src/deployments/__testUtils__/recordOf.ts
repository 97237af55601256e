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
import type { StoredApplication } from '../../argocd/store';
import type { ApplicationRecord } from '../ledger/ledgerOf';
import { RecordReader } from '../RecordReader';

/** All that is recorded of an Application under its present uid. */
export async function recordOf(
  knex: Knex,
  app: StoredApplication,
  since = new Date('2026-01-01T00:00:00Z'),
): Promise<ApplicationRecord> {
  const [{ records }] = await RecordReader.create(knex).read([app], since);
  const found = records.find(({ application }) => application.uid === app.uid);
  if (!found) {
    throw new Error(`Nothing is recorded of ${app.name}`);
  }
  return found;
}
