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
import fc from 'fast-check';
import type { Knex } from 'knex';
import { eventually } from '../../__testUtils__/eventually';
import type { StoredApplication } from '../../argocd/store';
import { databasesHere } from '../__testUtils__/databasesHere';
import { recordOf } from '../__testUtils__/recordOf';
import { applicationWith, at } from '../__testUtils__/World';
import { FactWriter } from '../database/FactWriter';
import { MIGRATIONS } from '../database/openDatabase';
import { pruneFacts } from '../database/pruneFacts';
import { Watches } from '../database/Watches';
import { observe } from '../facts/observe';
import { availabilityOf } from '../ledger/availabilityOf';
import { ledgerOf } from '../ledger/ledgerOf';
import { DeploymentRecorder } from './DeploymentRecorder';
import { WatchLog } from './WatchLog';

const WINDOW = { failureWindowMs: 60 * 60_000 };
const logger = mockServices.logger.mock();

const wall = { now: at('00:00') };
const clock = {
  now: () => Date.parse(wall.now),
  random: () => 0,
  sleep: async (_: number, signal?: AbortSignal) => {
    await new Promise(resolve => {
      setImmediate(resolve);
    });
    signal?.throwIfAborted();
  },
};

function recorderOn(writer: Pick<FactWriter, 'write'>) {
  const onRecorded = jest.fn();
  const recorder = DeploymentRecorder.create({
    writer,
    environmentOf: () => 'production',
    logger,
    clock,
    onRecorded,
  });
  let previous: StoredApplication | undefined;
  const see = (clockTime: string, app: StoredApplication, removed = false) => {
    wall.now = at(clockTime);
    recorder.applicationChanged({
      application: app,
      previous,
      removed,
      version: 1,
    });
    previous = removed ? undefined : app;
  };
  return { recorder, see, onRecorded };
}

/** What followed from one version to the next, as the watch sees it. */
const STORY = {
  made: applicationWith({ health: 'Missing', since: '09:00' }),
  first: applicationWith({
    history: [{ id: 0, at: '09:01' }],
    health: 'Progressing',
    since: '09:01',
  }),
  well: applicationWith({
    history: [{ id: 0, at: '09:01' }],
    images: ['shop:1'],
    since: '09:02',
  }),
  next: applicationWith({
    history: [
      { id: 0, at: '09:01' },
      { id: 1, at: '10:00' },
    ],
    images: ['shop:1', 'shop:2'],
    health: 'Progressing',
    since: '10:00',
  }),
  broken: applicationWith({
    history: [
      { id: 0, at: '09:01' },
      { id: 1, at: '10:00' },
    ],
    images: ['shop:1', 'shop:2'],
    health: 'Degraded',
    since: '10:10',
  }),
  back: applicationWith({
    history: [
      { id: 0, at: '09:01' },
      { id: 1, at: '10:00' },
      { id: 2, at: '10:20' },
    ],
    images: ['shop:1'],
    since: '10:22',
  }),
};

/** The states that an Application goes through: what is deployed, and how it is. */
const lives = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 90 }),
      deploys: fc.boolean(),
      version: fc.integer({ min: 1, max: 3 }),
      health: fc.constantFrom(
        'Healthy' as const,
        'Degraded' as const,
        'Progressing' as const,
      ),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(steps => {
    const history: { id: number; at: string }[] = [];
    let time = Date.parse(at('01:00'));
    let version = 1;
    let health = '';
    let since = '';
    return steps.map(step => {
      time += step.minutes * 60_000;
      const clockTime = new Date(time).toISOString().slice(11, 19);
      if (step.deploys || history.length === 0) {
        history.push({ id: history.length, at: clockTime });
        version = step.version;
      }
      if (step.health !== health) {
        health = step.health;
        since = clockTime;
      }
      return applicationWith({
        history: [...history],
        images: [`shop:${version}`],
        health: step.health,
        since,
        differs: { reconciledAt: new Date(time).toISOString() },
      });
    });
  });

for (const { name, missing, use } of databasesHere()) {
  const describeHere = missing ? describe.skip : describe;
  describeHere(`recording, on ${name}`, () => {
    const createDatabase = use();
    const openAll = async (): Promise<[Knex, Knex]> => {
      const connect = await createDatabase();
      return [connect(), connect()];
    };
    const watch = (knex: Knex, from: string, to: string) =>
      Watches.create(knex).extend({
        instance: 'main',
        from: at(from),
        to: at(to),
      });

    it('records the same once, whoever and how many see it', async () => {
      const [one, other] = await openAll();
      await watch(one, '08:00', '12:00');
      const replicas = [one, other].map(knex =>
        recorderOn(FactWriter.create(knex)),
      );
      for (const [index, app] of Object.values(STORY).entries()) {
        replicas.forEach(({ see }) => see(`11:0${index}`, app));
      }
      await eventually(async () => {
        expect(replicas.map(({ recorder }) => recorder.waiting)).toEqual([
          0, 0,
        ]);
      });
      await Promise.all(replicas.map(({ recorder }) => recorder.stop()));

      expect(await one('applications').select('uid')).toHaveLength(1);
      const record = await recordOf(other, STORY.back);
      expect(record.deployments.map(({ historyId }) => historyId)).toEqual([
        0, 1, 2,
      ]);
      expect(record.health).toHaveLength(6);
    });

    it('tells how deployments went', async () => {
      const [knex] = await openAll();
      await watch(knex, '08:00', '12:00');
      const { see, recorder } = recorderOn(FactWriter.create(knex));
      const times = ['09:00', '09:01', '09:02', '10:00', '10:10', '10:22'];
      for (const [index, app] of Object.values(STORY).entries()) {
        see(times[index], app);
        await eventually(async () => expect(recorder.waiting).toBe(0));
      }
      await recorder.stop();
      expect(ledgerOf(await recordOf(knex, STORY.back), WINDOW)).toMatchObject([
        {
          kind: 'deployment',
          outcome: 'healthy',
          version: '1',
          healthyAt: at('09:02'),
        },
        {
          kind: 'deployment',
          outcome: 'rolledBack',
          failedAt: at('10:10'),
          restoredAt: at('10:22'),
        },
        { kind: 'rollback', outcome: 'healthy', version: '1' },
      ]);
    });

    it('loses nothing over a restart, and does not claim to know what it has not seen', async () => {
      const [knex] = await openAll();
      const before = recorderOn(FactWriter.create(knex));
      before.see('09:00', STORY.made);
      before.see('09:02', STORY.well);
      await before.recorder.stop();
      await watch(knex, '08:00', '09:30');

      const after = recorderOn(FactWriter.create(knex));
      after.see('11:00', STORY.back);
      await after.recorder.stop();
      await watch(knex, '10:50', '12:00');

      const record = await recordOf(knex, STORY.back);
      expect(
        ledgerOf(record, WINDOW).map(({ outcome, kind }) => [kind, outcome]),
      ).toEqual([
        ['deployment', 'healthy'],
        ['deployment', 'unknown'],
        ['edit', 'unknown'],
      ]);
      const [from, to] = ['09:00', '11:50'].map(time => Date.parse(at(time)));
      expect(availabilityOf(record)(from, to)).toEqual({
        healthyMs: (28 + 60) * 60_000,
        knownMs: (30 + 60) * 60_000,
        unknownMs: 80 * 60_000,
      });
    });

    it('waits for a database that fails, without keeping the watch waiting', async () => {
      const [knex] = await openAll();
      const writer = FactWriter.create(knex);
      const write = jest
        .fn(writer.write.bind(writer))
        .mockRejectedValueOnce(new Error('the database is gone'))
        .mockRejectedValueOnce(new Error('the database is gone'));
      const { see, recorder, onRecorded } = recorderOn({ write });
      logger.warn.mockClear();
      Object.values(STORY).forEach((app, index) => see(`11:0${index}`, app));
      expect(write).not.toHaveBeenCalled();
      await eventually(async () => expect(recorder.waiting).toBe(0));
      await eventually(async () => expect(onRecorded).toHaveBeenCalled());
      expect(write).toHaveBeenCalledTimes(3);
      expect(logger.warn).toHaveBeenCalledTimes(1);
      expect((await recordOf(knex, STORY.back)).health).toHaveLength(6);
      await recorder.stop();
    });

    it('knows an Application by its uid, and that it has gone', async () => {
      const [knex] = await openAll();
      const { see, recorder } = recorderOn(FactWriter.create(knex));
      const again = { ...STORY.well, uid: 'uid-2' };
      see('09:05', STORY.well);
      see('09:06', again);
      see('09:07', again, true);
      see('09:08', { ...STORY.well, uid: undefined });
      await recorder.stop();
      const rows = await knex('applications')
        .select('uid', 'removed_at')
        .orderBy('uid');
      expect(rows).toEqual([
        { uid: 'uid-1', removed_at: at('09:06') },
        { uid: 'uid-2', removed_at: at('09:07') },
      ]);
    });

    it('notes when an instance was watched', async () => {
      const [knex] = await openAll();
      const watches = Watches.create(knex);
      const state = { name: 'main', status: 'ok' as 'ok' | 'stale', since: '' };
      const log = WatchLog.create({
        watches,
        states: () => [state],
        logger,
        clock,
      });
      const look = async (
        clockTime: string,
        status: 'ok' | 'stale',
        since: string,
      ) => {
        wall.now = at(clockTime);
        Object.assign(state, { status, since: at(since) });
        await log.look();
      };
      await look('09:00:05', 'ok', '09:00');
      await look('09:00:10', 'ok', '09:00');
      await look('09:01:05', 'ok', '09:00');
      await look('09:02', 'stale', '09:01:30');
      await look('09:03', 'ok', '09:02:50');
      // Stale, and ok again between two looks.
      await look('09:04', 'ok', '09:03:30');
      expect((await watches.since(at('00:00'))).get('main')).toEqual([
        { from: at('09:00'), to: at('09:01:05') },
        { from: at('09:02:50'), to: at('09:03') },
        { from: at('09:03:30'), to: at('09:04') },
      ]);
      expect(await watches.first()).toBe(at('09:00'));
      await log.stop();
    });

    it('forgets what is too old, but not what tells what ran before', async () => {
      const [knex] = await openAll();
      const { see, recorder } = recorderOn(FactWriter.create(knex));
      see('10:30', STORY.back);
      see('10:31', { ...STORY.well, name: 'gone', uid: 'uid-9' });
      await recorder.stop();
      const { application } = await recordOf(knex, STORY.back);
      await pruneFacts(knex, {
        before: new Date(at('10:40')),
        now: new Date(at('11:00')),
        present: [application.id],
      });
      const record = await recordOf(knex, STORY.back);
      expect(record.deployments.map(({ historyId }) => historyId)).toEqual([2]);
      expect(record.health).toHaveLength(1);
      expect(record.application.seenAt).toBe(at('11:00'));
      expect(await knex('applications').select('name')).toHaveLength(1);
      expect(await knex('health').select('since')).toHaveLength(1);
    });

    it('takes its tables away again', async () => {
      const [knex] = await openAll();
      await knex.migrate.rollback({ directory: MIGRATIONS }, true);
      expect(await knex.schema.hasTable('deployments')).toBe(false);
    });

    it('comes to the same in whichever order and how often it hears of things', async () => {
      const connect = await createDatabase();
      const knex = connect();
      const writer = FactWriter.create(knex);
      let run = 0;
      await fc.assert(
        fc.asyncProperty(
          lives,
          fc.array(fc.nat(), { minLength: 1, maxLength: 30 }),
          async (states, order) => {
            const ledgers = [];
            const inOrder = states.map((_, index) => index);
            const shuffled = [
              ...order.map(place => place % states.length),
              ...inOrder.reverse(),
            ];
            for (const places of [[...inOrder].reverse(), shuffled]) {
              run += 1;
              const uid = `uid-${run}`;
              const seen = states.map((state, index) =>
                observe(
                  { ...state, uid, name: uid },
                  {
                    environment: 'production',
                    seenAt: state.reconciledAt ?? at(`00:0${index}`),
                  },
                ),
              );
              for (const place of places) {
                await writer.write([seen[place]]);
              }
              const record = {
                ...(await recordOf(knex, { ...states[0], uid, name: uid })),
                watches: [{ from: at('00:00'), to: at('23:59') }],
              };
              ledgers.push({
                entries: ledgerOf(record, WINDOW).map(
                  ({ id, application, ...entry }) => entry,
                ),
                availability: availabilityOf(record)(
                  Date.parse(at('00:00')),
                  Date.parse(at('23:00')),
                ),
              });
            }
            expect(ledgers[1]).toEqual(ledgers[0]);
          },
        ),
        { numRuns: 25 },
      );
    });
  });
}
