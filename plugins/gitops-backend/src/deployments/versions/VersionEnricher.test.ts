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

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { componentOf } from '../../__testUtils__/componentOf';
import { applicationWith } from '../__testUtils__/World';
import { migrateDatabase } from '../database/openDatabase';
import type { DeploymentFacts } from '../facts/DeploymentFacts';
import { VersionEnricher } from './VersionEnricher';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const facts: DeploymentFacts = {
  id: 'deployment-1',
  applicationId: 'application-1',
  historyId: 1,
  deployedAt: '2026-11-21T10:00:00.000Z',
  revisions: [],
  charts: [],
  gitImages: ['shop:1'],
  sourceRevision: 'a'.repeat(40),
};

describe('VersionEnricher', () => {
  it('asks again as soon as somebody names the entity whose repository was not known', async () => {
    const knex = await databases.init('SQLITE_3');
    await migrateDatabase(knex);
    const of = jest.fn(async () => '2026-11-21T09:00:00.000Z');
    const repositoryOf = jest.fn(async (_: unknown, entity?: unknown) =>
      entity ? 'https://git.example/acme/orders' : undefined,
    );
    const arrivals = jest.fn();
    const enricher = VersionEnricher.create({
      knex,
      replica: 'one',
      versions: { loadPast: jest.fn(), past: jest.fn() },
      commitTimes: { of },
      repositoryOf,
      logger: mockServices.logger.mock(),
      onArrival: arrivals,
    });
    const app = applicationWith({ history: [{ id: 1, at: '10:00' }] });
    const arrived = async (times: number) => {
      while (arrivals.mock.calls.length < times) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    };

    enricher.request(app, [facts]);
    await arrived(1);
    expect(of).not.toHaveBeenCalled();

    const entity = componentOf('orders', {});
    enricher.request(app, [facts], entity);
    await arrived(2);
    expect(of).toHaveBeenCalledTimes(1);

    enricher.request(app, [facts], entity);
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(repositoryOf).toHaveBeenCalledTimes(2);
  });
});
