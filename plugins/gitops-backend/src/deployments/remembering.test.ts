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

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { Knex } from 'knex';
import { applicationKey, type StoredApplication } from '../argocd/store';
import { componentOf } from '../__testUtils__/componentOf';
import { databasesHere } from './__testUtils__/databasesHere';
import { applicationWith, at } from './__testUtils__/World';
import { FactWriter } from './database/FactWriter';
import { migrateDatabase, MIGRATIONS } from './database/openDatabase';
import { writeVersionFacts } from './database/VersionFacts';
import { DeploymentsReader } from './DeploymentsReader';
import { EntryMemory } from './EntryMemory';
import { observe } from './facts/observe';
import { RecordReader } from './RecordReader';
import { SecretRotations } from './recording/SecretRotations';
import { RecordVersions } from './RecordVersions';
import { VersionNews } from './versions/VersionNews';

const logger = mockServices.logger.mock();
const entity = componentOf('orders', {});
const visible = (app: StoredApplication) => ({
  app,
  entity,
  entityRef: 'component:default/orders',
});

function readerOn(knex: Knex) {
  const versions = new RecordVersions();
  const request = jest.fn();
  const reader = DeploymentsReader.create({
    records: RecordReader.create(knex),
    memory: EntryMemory.create(versions),
    rotations: SecretRotations.create({ knex, logger }),
    enricher: { request },
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    environments: ['production'],
    delivery: { retention: { days: 400 }, failureWindow: { hours: 1 } },
    rollback: { minHealthy: { minutes: 10 } },
    now: () => new Date(at('12:00')),
  });
  return { reader, request, versions };
}

for (const { name, missing, use } of databasesHere()) {
  const describeHere = missing ? describe.skip : describe;
  describeHere(`what is remembered of the record, on ${name}`, () => {
    const createDatabase = use();
    const first = [{ id: 0, at: '01:00' }];
    const app = applicationWith({ history: first, images: ['shop:1'] });
    const next = applicationWith({
      history: [...first, { id: 1, at: '02:00' }],
      images: ['shop:2'],
      since: '02:01',
    });
    const write = (knex: Knex, seen: StoredApplication, clock: string) =>
      FactWriter.create(knex).write([
        observe(seen, { environment: 'production', seenAt: at(clock) }),
      ]);

    it('costs no query as long as nothing more is recorded', async () => {
      const connect = await createDatabase();
      const knex = connect();
      await write(knex, app, '01:01');
      const { reader, request, versions } = readerOn(knex);
      let queries = 0;
      knex.on('query', () => {
        queries += 1;
      });
      const cold = await reader.list([visible(app)]);
      expect(cold).toHaveLength(1);
      expect(queries).toBeGreaterThan(0);

      queries = 0;
      expect(await reader.list([visible(app)])).toEqual(cold);
      expect(queries).toBe(0);
      // What Git has not said yet is asked for all the same.
      expect(request).toHaveBeenLastCalledWith(
        app,
        [expect.objectContaining({ historyId: 0 })],
        entity,
      );

      await write(knex, next, '02:01');
      versions.changed(applicationKey(app));
      expect(await reader.list([visible(next)])).toHaveLength(2);
      // Another one under the same name has nothing of it.
      const other = { ...next, project: 'elsewhere' };
      expect(await reader.list([visible(other)])).toEqual([]);
    });

    it('hears once of what another replica has learned from Git, and not of its own', async () => {
      const connect = await createDatabase();
      const [knex, other] = [connect(), connect()];
      const [facts] = await write(knex, app, '01:01');
      const onNews = jest.fn();
      const news = VersionNews.create({
        knex,
        replica: 'own',
        isWanted: () => true,
        onNews,
        logger,
      });
      await writeVersionFacts(knex, facts, { gitImages: ['shop:1'] }, 'own');
      await news.look();
      expect(onNews).not.toHaveBeenCalled();

      await writeVersionFacts(other, facts, { sourceRevision: 'a' }, 'other');
      await news.look();
      await news.look();
      const { instance, namespace, name: appName } = app;
      expect(onNews).toHaveBeenCalledTimes(1);
      expect(onNews).toHaveBeenCalledWith(
        expect.objectContaining({ instance, namespace, name: appName }),
      );
    });

    it('can be migrated by two replicas that start together', async () => {
      const connect = await createDatabase();
      const [knex, other] = [connect(), connect()];
      await knex.migrate.rollback({ directory: MIGRATIONS }, true);
      await Promise.all([migrateDatabase(knex), migrateDatabase(other)]);
      expect(await knex.schema.hasTable('deployments')).toBe(true);
    });
  });
}
