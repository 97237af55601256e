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

import assert from 'node:assert/strict';
import { after, afterEach, before, describe } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { ArgoApplicationKey } from '@gitops-platform/backstage-plugin-gitops-node';
import { configMap } from './manifests';
import { until } from './stream';
import { Workshop } from './Workshop';

const workshop = new Workshop('windows', { 'plain/a.yaml': configMap('a') });

/** Opens every minute, for an hour: it is always open. */
const OPEN = { schedule: '* * * * *', duration: '1h' };

/** Opens at New Year, for a minute. */
const CLOSED = { schedule: '0 0 1 1 *', duration: '1m' };

type Windows = {
  activeWindows?: object[];
  assignedWindows?: object[];
  canSync: boolean;
};

describe('sync windows', () => {
  let key: ArgoApplicationKey;

  before(async () => {
    await workshop.open();
  });
  after(async () => workshop.close());
  afterEach(async () => {
    if (key) await workshop.setWindows();
  });

  const windows = async () =>
    (await workshop.call<Windows>('GET', workshop.path(key, '/syncwindows')))
      .json;

  /** The project's windows, as soon as the server knows of them. */
  const setWindows = async (...given: object[]) => {
    await workshop.setWindows(...given);
    return until('the windows', async () => {
      const found = await windows();
      return (found.assignedWindows?.length ?? 0) === given.length && found;
    });
  };

  workshop.it(
    'without any, everything is allowed, and none is listed',
    async () => {
      key = await workshop.make('gitops-contract-windows', { source: 'plain' });
      assert.deepEqual(await windows(), { canSync: true });
    },
  );

  workshop.it(
    'one that denies refuses a sync, also a dry run: 403, code 7',
    async () => {
      const shown = { kind: 'deny', ...OPEN, manualSync: false };
      assert.deepEqual(
        await setWindows({ kind: 'deny', ...OPEN, applications: ['*'] }),
        { activeWindows: [shown], assignedWindows: [shown], canSync: false },
      );
      for (const dryRun of [false, true]) {
        const { status, json } = await workshop.askSync(key, { dryRun });
        assert.deepEqual(
          [status, json.code, json.message],
          [403, 7, 'cannot sync: blocked by sync window'],
        );
      }
    },
  );

  workshop.it(
    'it is what somebody is told first who may not sync at all',
    async () => {
      await setWindows({ kind: 'deny', ...OPEN, applications: ['*'] });
      const reader = await workshop.roleToken('reader');
      const { json } = await workshop.askSync(key, {}, reader);
      assert.equal(json.message, 'cannot sync: blocked by sync window');
    },
  );

  workshop.it('one that denies lets people sync where it says so', async () => {
    const found = await setWindows({
      kind: 'deny',
      ...OPEN,
      namespaces: [workshop.project],
      manualSync: true,
    });
    assert.equal(found.canSync, true);
    assert.equal(found.activeWindows?.length, 1);
    const { status } = await workshop.askSync(key, { dryRun: true });
    assert.equal(status, 200);
    await workshop.ended(key);
  });

  workshop.it('one that allows refuses outside of it', async () => {
    const allow = { kind: 'allow', ...CLOSED, clusters: ['in-cluster'] };
    const found = await setWindows(allow);
    assert.deepEqual(found, {
      assignedWindows: [{ kind: 'allow', ...CLOSED, manualSync: false }],
      canSync: false,
    });
    assert.equal((await workshop.askSync(key)).status, 403);
    const both = await setWindows(allow, { ...allow, ...OPEN });
    assert.equal(both.canSync, true);
    assert.equal(both.activeWindows?.length, 1);
  });

  workshop.it('one for something else does not count', async () => {
    await workshop.setWindows(
      { kind: 'deny', ...OPEN, applications: ['other-*'] },
      {
        kind: 'deny',
        ...OPEN,
        andOperator: true,
        applications: ['*'],
        namespaces: ['other-*'],
      },
    );
    // There is nothing to wait for: a server that counted them would do so within a moment.
    await delay(1000);
    assert.deepEqual(await windows(), { canSync: true });
  });

  workshop.it('one is read by the clock of its zone', async () => {
    const hourIn = (timeZone: string) =>
      Number(
        new Intl.DateTimeFormat('en-GB', {
          timeZone,
          hour: '2-digit',
          hourCycle: 'h23',
        }).format(new Date()),
      );
    const timeZone = 'Asia/Tokyo';
    const window = (zone: string) => ({
      kind: 'deny',
      // Two hours from the last full one: the hour may turn while the test runs.
      schedule: `0 ${hourIn(zone)} * * *`,
      duration: '2h',
      timeZone,
      applications: ['*'],
    });
    const open = await setWindows(window(timeZone));
    assert.equal(open.canSync, false);
    const elsewhere = await setWindows(window('UTC'), {
      kind: 'deny',
      ...CLOSED,
      applications: ['*'],
    });
    assert.equal(elsewhere.canSync, true);
  });

  workshop.it(
    'one that denies holds auto-sync back until it is closed',
    async () => {
      await setWindows({ kind: 'deny', ...OPEN, applications: ['*'] });
      const auto = await workshop.make('gitops-contract-held', {
        source: 'plain',
        automated: true,
        destination: `${workshop.project}-held`,
      });
      await delay(4000);
      const held = await workshop.get(auto, 'normal');
      assert.equal(held.status.sync.status, 'OutOfSync');
      assert.equal(held.status.operationState, undefined);
      await workshop.setWindows();
      await until('Synced', async () => {
        const { status } = await workshop.get(auto, 'normal');
        return status.sync.status === 'Synced';
      });
    },
  );

  for (const [name, window, status] of [
    ['a schedule that cannot be read', { ...OPEN, schedule: '1 2' }, 500],
    ['a duration that cannot be read', { ...OPEN, duration: 'long' }, 500],
    ['nothing that it is for', { ...OPEN, applications: [] }, 400],
  ] as const) {
    workshop.it(`a project does not take a window with ${name}`, async () => {
      const { status: answered } = await workshop.putWindows({
        kind: 'deny',
        applications: ['*'],
        ...window,
      });
      assert.equal(answered, status);
    });
  }
});
