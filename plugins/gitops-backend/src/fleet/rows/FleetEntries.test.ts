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
import {
  parseApplication,
  readGitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { componentOf } from '../../__testUtils__/componentOf';
import { instancesWith } from '../../__testUtils__/instancesWith';
import { rawApplication } from '../../__testUtils__/rawApplication';
import { ClaimedApplications } from '../../argocd/ClaimedApplications';
import { ApplicationStore } from '../../argocd/store';
import {
  toClaimingEntity,
  type ClaimingEntity,
} from '../claims/ClaimingEntity';
import { parseFleetQuery } from '../query/parseFleetQuery';
import { answerQuery } from '../query/answerQuery';
import { FleetEntries } from './FleetEntries';
import { visibleRows } from './visibleRows';

const everything = { reads: () => true, allows: () => true, fleet: true };

function setUp(options: { mode?: string } = {}) {
  const store = ApplicationStore.create({ logger: mockServices.logger.mock() });
  const config = readGitOpsConfig(
    new ConfigReader({
      gitops: {
        environments: [{ name: 'dev' }, { name: 'production' }],
        bindings: { mode: options.mode ?? 'claim' },
      },
    }),
  );
  const claimed = ClaimedApplications.create({ store, config });
  let entities = new Map<string, ClaimingEntity>();
  const entries = FleetEntries.create({
    store,
    claimed,
    instances: instancesWith({}),
    entities: { current: async () => entities },
    environments: config.environments.map(({ name }) => name),
  });
  return {
    store,
    entries,
    put: (service: string, environment: string, differs = {}) =>
      store.upsert(
        'main',
        parseApplication(rawApplication({ service, environment, ...differs })),
      ),
    claim: (claims: Record<string, string>) => {
      entities = new Map(
        Object.entries(claims).flatMap(([name, apps]) => {
          const entity = toClaimingEntity(
            componentOf(name, { 'argocd/app-name': apps }),
          );
          return entity ? [[entity.entityRef, entity]] : [];
        }),
      );
    },
    claims: async () => {
      await entries.prepare();
      return entries
        .current()
        .map(
          ({ app, claimed: rows }) =>
            `${app.name}: ${rows
              .map(({ resource }) => resource.entityRef.split('/').pop())
              .join()}`,
        );
    },
  };
}

describe('FleetEntries', () => {
  it('puts what is proved first, and nothing else where a proof is asked for', async () => {
    for (const [mode, expected] of [
      ['claim', 'orders-dev: orders,copycat,zealot'],
      ['strict', 'orders-dev: orders'],
    ]) {
      const { put, claim, claims } = setUp({ mode });
      put('orders', 'dev');
      put('other', 'dev');
      claim({
        zealot: 'orders-dev',
        copycat: 'orders-dev',
        orders: 'orders-dev',
      });
      expect(await claims()).toEqual([expected, 'other-dev: ']);
    }
  });

  it('follows Applications and the catalog', async () => {
    const { store, entries, put, claim, claims } = setUp();
    put('orders', 'dev');
    claim({ orders: 'orders-dev,orders-production' });
    expect(await claims()).toEqual(['orders-dev: orders']);

    put('orders', 'production');
    put('billing', 'dev', { health: { status: 'Degraded' } });
    expect(await claims()).toEqual([
      'billing-dev: ',
      'orders-dev: orders',
      'orders-production: orders',
    ]);
    expect(entries.current()[0].app.health).toBe('Degraded');

    put('billing', 'dev', { health: { status: 'Healthy' } });
    claim({ billing: 'billing-dev', orders: 'orders-dev' });
    expect(await claims()).toEqual([
      'billing-dev: billing',
      'orders-dev: orders',
      'orders-production: ',
    ]);
    expect(entries.current()[0].app.health).toBe('Healthy');

    store.remove({ instance: 'main', namespace: 'argocd', name: 'orders-dev' });
    expect(await claims()).toEqual([
      'billing-dev: billing',
      'orders-production: ',
    ]);
    entries.stop();
  });

  it('answers over ten thousand Applications, and projects only what has changed', async () => {
    const { entries, put, claim } = setUp();
    for (let index = 0; index < 5_000; index += 1) {
      put(`service-${index}`, 'dev');
      put(`service-${index}`, 'production');
    }
    claim({ 'service-7': 'service-7-dev,service-7-production' });
    await entries.prepare();
    const before = entries.current();
    expect(before).toHaveLength(10_000);
    const [first] = before;
    const [{ app: unchanged }] = before.slice(-1);

    const { name } = first.app;
    put(name.replace(/-dev$/, ''), 'dev', { health: { status: 'Missing' } });
    const answer = answerQuery(
      visibleRows(entries.current(), everything),
      parseFleetQuery({ sort: 'health', limit: 2 }),
    );
    expect(answer.total).toBe(10_000);
    expect(answer.items[0]).toMatchObject({ name, health: 'Missing' });
    expect(answer.facets.environment).toEqual([
      { value: 'dev', count: 5_000 },
      { value: 'production', count: 5_000 },
    ]);
    expect(answer.facets.owner).toEqual([
      { value: 'none', count: 9_998 },
      { value: 'group:default/team-shop', count: 2 },
    ]);
    expect(entries.current().at(-1)?.app).toBe(unchanged);
  });
});
