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
import type { Knex } from 'knex';
import { eventually } from '../__testUtils__/eventually';
import { storedApplication } from '../__testUtils__/storedApplication';
import type { StoredApplication } from '../argocd/store';
import { databasesHere } from '../deployments/__testUtils__/databasesHere';
import { recordOf } from '../deployments/__testUtils__/recordOf';
import { applicationWith, at } from '../deployments/__testUtils__/World';
import { FactWriter } from '../deployments/database/FactWriter';
import { Watches } from '../deployments/database/Watches';
import { recordedId } from '../deployments/facts/applicationFacts';
import { observe } from '../deployments/facts/observe';
import { RecordReader } from '../deployments/RecordReader';
import { Episodes } from './Episodes';
import { HealthWatch } from './HealthWatch';
import { LandingWatch } from './LandingWatch';
import { OwnerNotifier } from './OwnerNotifier';

const logger = mockServices.logger.mock();

function notifierTo(send: jest.Mock) {
  return OwnerNotifier.create({
    notifications: { send },
    entities: {
      of: async () => [
        {
          entityRef: 'component:default/orders',
          owners: ['group:default/team-shop'],
          claim: { names: [] },
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'orders' },
          },
        },
      ],
    },
    logger,
  });
}

const write = (knex: Knex, app: StoredApplication, seenAt: string) =>
  FactWriter.create(knex).write([
    observe(app, { environment: 'production', seenAt: at(seenAt) }),
  ]);

describe('who is told that an Application is not well', () => {
  const begin = jest.fn(async (): Promise<boolean | undefined> => true);
  const end = jest.fn(async (): Promise<boolean | undefined> => true);
  const open = jest.fn(async () => new Set<string>());
  const send = jest.fn(async () => {});
  let now: StoredApplication | undefined;
  let watch: HealthWatch;

  const newWatch = () =>
    HealthWatch.create({
      store: { get: () => now },
      episodes: { begin, end, open },
      notifier: notifierTo(send),
      environmentOf: app => app.name.split('-')[1],
      environments: ['production'],
      logger,
    });
  const turn = async (health: StoredApplication['health'], ms: number) => {
    const previous = now;
    now = storedApplication({
      name: 'orders-production',
      uid: 'uid-1',
      health,
    });
    watch.applicationChanged({
      application: now,
      previous,
      removed: false,
      version: 1,
    });
    await jest.advanceTimersByTimeAsync(ms);
  };

  beforeEach(() => {
    jest.useFakeTimers();
    [begin, end, open, send].forEach(mock => mock.mockClear());
    now = undefined;
    watch = newWatch();
  });

  afterEach(() => {
    watch.stop();
    jest.useRealTimers();
  });

  it('is the owner, after a minute, and again when it is well', async () => {
    await turn('Healthy', 10_000);
    await turn('Degraded', 59_000);
    expect(send).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1_000);
    await turn('Healthy', 10_000);
    const common = {
      scope: 'gitops:health:main:argocd:orders-production',
      link: '/catalog/default/component/orders/delivery',
      topic: 'gitops',
    };
    expect(send.mock.calls).toEqual([
      [
        {
          recipients: {
            type: 'entity',
            entityRef: ['group:default/team-shop'],
          },
          payload: {
            ...common,
            title: 'orders is Degraded in production',
            severity: 'high',
          },
        },
      ],
      [
        {
          recipients: {
            type: 'entity',
            entityRef: ['group:default/team-shop'],
          },
          payload: {
            ...common,
            title: 'orders is Healthy again in production',
            severity: 'low',
          },
        },
      ],
    ]);
  });

  it('is nobody, where it was ill for a moment only, or is gone', async () => {
    await turn('Degraded', 30_000);
    await turn('Progressing', 120_000);
    await turn('Degraded', 30_000);
    now = undefined;
    await jest.advanceTimersByTimeAsync(120_000);
    expect(begin).not.toHaveBeenCalled();
  });

  it('is nobody, where another replica has told, or the database fails', async () => {
    begin.mockResolvedValueOnce(false);
    await turn('Degraded', 61_000);
    await turn('Progressing', 1_000);
    begin.mockRejectedValueOnce(new Error('no database'));
    await turn('Degraded', 61_000);
    expect(begin).toHaveBeenCalledTimes(2);
    expect(send).not.toHaveBeenCalled();
    expect(logger.warn).toHaveBeenCalled();
  });

  it('is the owner, once it is written that it is well', async () => {
    await turn('Degraded', 61_000);
    end.mockResolvedValueOnce(undefined).mockResolvedValueOnce(undefined);
    await turn('Healthy', 10_000);
    expect(send).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(send).toHaveBeenCalledTimes(2);
    expect(end).toHaveBeenCalledTimes(3);
  });

  it('is the owner, where it became well while no backend ran, and nobody where it always was', async () => {
    await turn('Healthy', 10_000);
    expect(end).not.toHaveBeenCalled();

    watch.stop();
    watch = newWatch();
    now = undefined;
    const id = recordedId({ instance: 'main', uid: 'uid-1' });
    open.mockResolvedValueOnce(new Set(id ? [id] : []));
    await turn('Healthy', 10_000);
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith(
      expect.objectContaining({
        payload: expect.objectContaining({
          title: 'orders is Healthy again in production',
        }),
      }),
    );
  });

  it('is nobody in other environments', async () => {
    watch.applicationChanged({
      application: storedApplication({
        name: 'orders-dev',
        health: 'Degraded',
      }),
      removed: false,
      version: 1,
    });
    await jest.advanceTimersByTimeAsync(120_000);
    expect(begin).not.toHaveBeenCalled();
  });

  it('is told of a failing backend in the log alone', async () => {
    send.mockRejectedValueOnce(new Error('no such plugin'));
    await turn('Degraded', 61_000);
    expect(logger.warn).toHaveBeenLastCalledWith(
      expect.stringContaining('gitops.notifications.enabled'),
    );
  });
});

for (const { name, missing, use } of databasesHere()) {
  const describeHere = missing ? describe.skip : describe;
  describeHere(`what is told, on ${name}`, () => {
    const createDatabase = use();
    const ill = applicationWith({
      history: [{ id: 0, at: '01:00' }],
      health: 'Degraded',
      since: '02:00',
    });
    const again = { ...ill, healthSince: at('02:10') };
    const well: StoredApplication = {
      ...ill,
      health: 'Healthy',
      healthSince: at('02:20'),
    };

    it('is told once per episode, by one of the replicas', async () => {
      const connect = await createDatabase();
      const [one, other] = [connect(), connect()];
      const replicas = [Episodes.create(one), Episodes.create(other)];
      const all = (
        does: (episodes: Episodes) => Promise<boolean | undefined>,
      ) =>
        Promise.all(replicas.map(does)).then(
          told => told.filter(Boolean).length,
        );

      expect(await all(episodes => episodes.begin(ill))).toBe(0);
      await write(one, ill, '02:00');
      expect(await all(episodes => episodes.begin(ill))).toBe(1);
      const { id } = (await recordOf(one, ill)).application;
      expect(await replicas[1].open()).toEqual(new Set([id]));
      await write(one, again, '02:10');
      expect(await all(episodes => episodes.begin(again))).toBe(0);
      await write(one, well, '02:20');
      expect(await all(episodes => episodes.end(well))).toBe(1);
      expect(await all(episodes => episodes.end(well))).toBe(0);
      expect(await replicas[1].open()).toEqual(new Set());
    });

    it('is told where Argo CD does not say since when', async () => {
      const connect = await createDatabase();
      const knex = connect();
      const timeless = { ...ill, healthSince: undefined };
      const episodes = Episodes.create(knex);
      expect(await episodes.begin(timeless)).toBeUndefined();
      await write(knex, timeless, '02:00');
      expect(await episodes.begin(timeless)).toBe(true);
      expect(await episodes.begin(timeless)).toBe(false);
    });

    it('is told of what landed after a restart, and while no backend ran', async () => {
      const connect = await createDatabase();
      const knex = connect();
      const send = jest.fn(async () => {});
      const start = () =>
        LandingWatch.create({
          knex,
          records: RecordReader.create(knex),
          notifier: notifierTo(send),
          environmentOf: () => 'production',
          environments: ['production'],
          failureWindowMs: 3_600_000,
          logger,
          now: () => Date.parse(at('12:00')),
        });
      let watch = start();
      const see = async (app: StoredApplication, seenAt: string) =>
        watch.recorded([app], await write(knex, app, seenAt));
      const first = [{ id: 0, at: '01:00' }];
      await see(
        applicationWith({ history: first, images: ['shop:1'], since: '01:01' }),
        '01:30',
      );
      // What was there before is no news.
      expect(send).not.toHaveBeenCalled();
      const second = [...first, { id: 1, at: '02:00' }];
      const coming = { history: second, images: ['shop:1', 'shop:2'] };
      await see(
        applicationWith({ ...coming, health: 'Progressing', since: '02:00' }),
        '02:00',
      );
      watch = start();
      const come = { history: second, images: ['shop:2'], since: '02:05' };
      await see(applicationWith(come), '02:06');
      expect(send).toHaveBeenCalledTimes(1);

      watch = start();
      const third = [...second, { id: 2, at: '03:00' }];
      const gone = { history: third, images: ['shop:3'], since: '03:05' };
      await see(applicationWith(gone), '04:00');
      await see(applicationWith(gone), '04:01');
      expect(send).toHaveBeenCalledTimes(2);
    });

    it('is that a promotion has landed, once, and no edit', async () => {
      const connect = await createDatabase();
      const send = jest.fn(async () => {});
      const replicas = [connect(), connect()].map(knex => ({
        knex,
        watch: LandingWatch.create({
          knex,
          records: RecordReader.create(knex),
          notifier: notifierTo(send),
          environmentOf: () => 'production',
          environments: ['staging', 'production'],
          failureWindowMs: 3_600_000,
          logger,
        }),
      }));
      const [{ knex }] = replicas;
      await Watches.create(knex).extend({
        instance: 'main',
        from: at('00:00'),
        to: at('12:00'),
      });
      const see = async (app: StoredApplication, seenAt: string) => {
        const added = await write(knex, app, seenAt);
        await Promise.all(
          replicas.map(({ watch }) => watch.recorded([app], added)),
        );
      };
      const entries = [
        { id: 0, at: '01:00' },
        { id: 1, at: '02:00' },
        { id: 2, at: '03:00' },
      ];
      const first = { history: entries.slice(0, 1), since: '01:01' };
      const second = { history: entries.slice(0, 2), since: '02:01' };
      await see(applicationWith({ ...first, health: 'Missing' }), '00:59');
      await see(applicationWith({ ...second, health: 'Progressing' }), '02:00');
      expect(send).not.toHaveBeenCalled();
      const landed = applicationWith({ ...second, images: ['shop:2'] });
      await see(landed, '02:01');
      await see(landed, '02:02');
      await see(
        applicationWith({
          history: entries,
          images: ['shop:2'],
          since: '02:01',
        }),
        '03:00',
      );
      await eventually(async () => expect(send).toHaveBeenCalledTimes(1));
      expect(send).toHaveBeenCalledWith(
        expect.objectContaining({
          payload: expect.objectContaining({
            title: 'orders 2 runs in production',
            description: 'Deployed by automated',
            scope: 'gitops:version:main:argocd:orders-dev',
          }),
        }),
      );
    });
  });
}
