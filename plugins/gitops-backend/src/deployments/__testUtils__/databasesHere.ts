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

import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrateDatabase } from '../database/openDatabase';
import { Postgres } from './Postgres';

const START_MS = 120_000;

/** Makes an empty, migrated database. What it returns opens a connection to it, as each replica has its own. */
export type DatabaseMaker = () => Promise<() => Knex>;

/** A database that the same tests are run on. */
export interface TestedDatabase {
  name: string;
  /** Whether it cannot be had: the tests are skipped, under a name that says why. */
  missing?: boolean;
  /** To be called inside of a `describe`: starts it before the tests and stops it after them. */
  use: () => DatabaseMaker;
}

/**
 * The databases that can be had here: SQLite, the Postgres of an environment variable
 * `BACKSTAGE_TEST_DATABASE_POSTGRES<version>_CONNECTION_STRING`, and one that is installed.
 */
export function databasesHere(): TestedDatabase[] {
  const configured = configuredDatabases();
  const programs = Postgres.find();
  const others = ['SQLITE_3' as const, ...configured].map(id => ({
    name: id,
    use: () => useTestDatabase(id),
  }));
  if (programs) {
    const name = 'the Postgres of this machine';
    return [...others, { name, use: () => usePostgres(programs) }];
  }
  const missing = {
    name: 'Postgres (skipped: neither are initdb and postgres on PATH or in /usr/lib/postgresql/*/bin, nor is BACKSTAGE_TEST_DATABASE_POSTGRES*_CONNECTION_STRING set)',
    missing: true,
    use: () => useTestDatabase('SQLITE_3'),
  };
  return configured.length > 0 ? others : [...others, missing];
}

function useTestDatabase(id: TestDatabaseId): DatabaseMaker {
  const databases = TestDatabases.create({ ids: [id] });
  return async () => {
    const knex = await databases.init(id);
    await migrateDatabase(knex);
    return () => knex;
  };
}

function usePostgres(programs: string): DatabaseMaker {
  let postgres: Postgres | undefined;
  beforeAll(async () => {
    postgres = await Postgres.start(programs);
  }, START_MS);
  afterAll(async () => {
    await postgres?.stop();
  }, START_MS);
  return async () => {
    if (!postgres) {
      throw new Error('Postgres has not been started');
    }
    const connect = await postgres.createDatabase();
    await migrateDatabase(connect());
    return connect;
  };
}

function configuredDatabases(): TestDatabaseId[] {
  const variable =
    /^BACKSTAGE_TEST_DATABASE_(POSTGRES)(\d+)_CONNECTION_STRING$/;
  return Object.keys(process.env)
    .map(key => variable.exec(key)?.slice(1).join('_') ?? '')
    .filter((id): id is TestDatabaseId => id !== '');
}
