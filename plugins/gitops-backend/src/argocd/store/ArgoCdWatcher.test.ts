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
import { ArgoCdClient } from '@gitops-platform/backstage-plugin-gitops-node';
import type { TestApplication } from './__testUtils__/application';
import { ArgoCdStandIn } from './__testUtils__/ArgoCdStandIn';
import { ApplicationStore } from './ApplicationStore';
import { ArgoCdWatcher } from './ArgoCdWatcher';
import type { WatcherTiming } from './watcherTiming';

const NEVER = 3_600_000;
const timing: WatcherTiming = {
  settle: 10,
  firstEvent: 60,
  check: NEVER,
  grace: 10,
  verify: NEVER,
  poll: 10,
  retryStream: NEVER,
  believeEmpty: 0,
  firstPause: 5,
  longestPause: 20,
};

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) {
    await end();
  }
});

async function standIn(...applications: TestApplication[]) {
  const argoCd = await ArgoCdStandIn.start(...applications);
  ends.push(() => argoCd.stop());
  return argoCd;
}

function watch(
  url: string,
  options: {
    name?: string;
    store?: ApplicationStore;
    timing?: Partial<WatcherTiming>;
  } = {},
) {
  const { name = 'main' } = options;
  const logger = mockServices.logger.mock();
  const store = options.store ?? ApplicationStore.create({ logger });
  const client = ArgoCdClient.create({
    config: {
      name,
      url,
      frontendUrl: url,
      auth: { type: 'token', token: 'token' },
      headers: {},
      timeout: { milliseconds: 500 },
    },
    logger,
  });
  const watcher = ArgoCdWatcher.create({
    client,
    store,
    logger,
    timing: { ...timing, ...options.timing },
  });
  ends.push(
    () => client.close(),
    () => watcher.stop(),
  );
  watcher.start();
  const names = () =>
    store
      .list(name)
      .map(one => one.name)
      .sort();
  const healthOf = (application: string) =>
    store.get({ instance: name, namespace: 'argocd', name: application })
      ?.health;
  return { store, watcher, logger, names, healthOf };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 1000) {
      throw new Error('It has not come to that');
    }
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

describe('ArgoCdWatcher', () => {
  it('reads everything, then every change', async () => {
    const argoCd = await standIn({ name: 'a', history: ['x'] }, { name: 'b' });
    const { watcher, store, names, healthOf, logger } = watch(argoCd.url);
    expect(watcher.status()).toMatchObject({
      status: 'error',
      error: expect.stringContaining('has not been read yet'),
      applications: 0,
    });

    await until(() => watcher.status().status === 'ok');
    expect(watcher.status()).toEqual({
      name: 'main',
      status: 'ok',
      error: undefined,
      since: expect.any(String),
      fetchedAt: expect.any(String),
      version: 'v3.5.7',
      circuit: 'closed',
      reading: 'stream',
      applications: 2,
    });
    expect(store.find({ names: ['a'] })[0].history).toHaveLength(1);

    argoCd.set({ name: 'b', health: 'Degraded' });
    argoCd.set({ name: 'c' });
    argoCd.delete('a');
    await until(() => healthOf('b') === 'Degraded' && names().join() === 'b,c');
    expect(
      argoCd.requests.filter(path => path.includes('stream')),
    ).toHaveLength(1);
    expect(logger.warn).not.toHaveBeenCalled();

    await watcher.stop();
    await until(() => argoCd.openStreams === 0);
    expect(names()).toEqual(['b', 'c']);
  });

  it('is content with an instance without Applications, which sends nothing at all', async () => {
    const argoCd = await standIn();
    const { watcher, names } = watch(argoCd.url);
    await until(() => watcher.status().status === 'ok');
    argoCd.set({ name: 'first' });
    await until(() => names().join() === 'first');
    expect(watcher.status().reading).toBe('stream');
  });

  it('notices at a reconnect what has gone and what has changed meanwhile', async () => {
    const argoCd = await standIn({ name: 'a' }, { name: 'b' });
    const { watcher, names, healthOf } = watch(argoCd.url);
    await until(() => watcher.status().status === 'ok');
    argoCd.down = true;
    argoCd.cut();
    argoCd.delete('a');
    argoCd.set({ name: 'b', health: 'Progressing' });
    await until(() => watcher.status().status === 'stale');
    expect(watcher.status()).toMatchObject({
      error: expect.stringContaining(
        "Argo CD instance 'main' broke the connection",
      ),
      applications: 2,
    });
    argoCd.down = false;
    await until(
      () => names().join() === 'b' && healthOf('b') === 'Progressing',
    );
    await until(() => watcher.status().status === 'ok');
    expect(watcher.status().error).toBeUndefined();
  }, 30_000);

  it('takes an orderly end of the stream for no failure', async () => {
    const argoCd = await standIn({ name: 'a' });
    const { watcher, logger } = watch(argoCd.url);
    await until(() => watcher.status().status === 'ok');
    const { since } = watcher.status();
    for (let round = 0; round < 3; round++) {
      argoCd.cut();
      await until(() => argoCd.openStreams === 1);
    }
    expect(watcher.status()).toMatchObject({
      status: 'ok',
      reading: 'stream',
      since,
    });
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('keeps the others going when one instance hangs or is down', async () => {
    const good = await standIn({ name: 'a' });
    const hanging = await standIn({ name: 'b' });
    const down = await standIn({ name: 'c' });
    hanging.hanging = true;
    hanging.streaming = 'held';
    down.down = true;
    const { store, watcher } = watch(good.url, { name: 'good' });
    const others = [
      watch(hanging.url, { name: 'hanging', store }),
      watch(down.url, { name: 'down', store }),
    ];
    await until(() => watcher.status().status === 'ok');
    await until(() =>
      others.every(other => !other.watcher.status().error?.includes('yet')),
    );
    expect(others.map(other => other.watcher.status())).toEqual([
      expect.objectContaining({
        status: 'error',
        error: expect.stringContaining(
          "Argo CD instance 'hanging' did not answer",
        ),
      }),
      expect.objectContaining({
        status: 'error',
        error: expect.stringContaining("Argo CD instance 'down' broke"),
      }),
    ]);
    good.set({ name: 'a', health: 'Degraded' });
    await until(() => store.find({ names: ['a'] })[0].health === 'Degraded');
    // One warning each, however often it is tried again.
    expect(others[1].logger.warn).toHaveBeenCalledTimes(1);
  });

  it('says stale while calls fail, and keeps the stream', async () => {
    const argoCd = await standIn({ name: 'a' });
    const { watcher } = watch(argoCd.url, { timing: { check: 20 } });
    await until(() => watcher.status().status === 'ok');
    argoCd.hanging = true;
    await until(() => watcher.status().status === 'stale');
    expect(argoCd.openStreams).toBe(1);
    argoCd.hanging = false;
    await until(() => watcher.status().status === 'ok');
    expect(argoCd.openStreams).toBe(1);
  }, 30_000);

  it('opens another stream where one has fallen silent', async () => {
    const argoCd = await standIn({ name: 'a' }, { name: 'b' });
    const { watcher, names, healthOf } = watch(argoCd.url, {
      timing: { check: 20 },
    });
    await until(() => watcher.status().status === 'ok');
    argoCd.silent = true;
    argoCd.set({ name: 'a', health: 'Degraded' });
    argoCd.delete('b');
    await until(() => healthOf('a') === 'Degraded' && names().join() === 'a');
    argoCd.silent = false;
    await until(
      () => argoCd.requests.filter(path => path.includes('stream')).length > 1,
    );
    await until(() => argoCd.openStreams === 1);
    expect(watcher.status()).toMatchObject({ status: 'ok', reading: 'stream' });
  });

  it('keeps a stream that is quiet for a reason', async () => {
    const argoCd = await standIn({ name: 'a' });
    const { watcher } = watch(argoCd.url, { timing: { check: 10 } });
    await until(() => watcher.status().status === 'ok');
    const lists = () =>
      argoCd.requests.filter(path => path.startsWith('/api/v1/applications?'))
        .length;
    for (let round = 0; round < 3; round++) {
      const before = lists();
      argoCd.touch();
      await until(() => lists() >= before + 3);
    }
    expect(
      argoCd.requests.filter(path => path.includes('stream')),
    ).toHaveLength(1);
  });

  it('puts right what a flooded stream has dropped', async () => {
    const argoCd = await standIn({ name: 'a' }, { name: 'b' });
    const { watcher, healthOf, store } = watch(argoCd.url, {
      timing: { check: 20, verify: 0 },
    });
    await until(() => watcher.status().status === 'ok');
    argoCd.silent = true;
    argoCd.set({ name: 'a', health: 'Degraded', history: ['x', 'y'] });
    argoCd.silent = false;
    argoCd.set({ name: 'b', health: 'Degraded' });
    await until(() => healthOf('a') === 'Degraded');
    await until(() => store.find({ names: ['a'] })[0].history.length === 2);
    expect(argoCd.openStreams).toBe(1);
  });

  it.each([
    ['cut' as const],
    ['short' as const],
    ['held' as const],
    ['page' as const],
  ])(
    'polls where the stream is %s on the way, and says so',
    async streaming => {
      const argoCd = await standIn(
        { name: 'a', history: ['x'] },
        { name: 'b' },
      );
      argoCd.streaming = streaming;
      const { watcher, names, store, logger } = watch(argoCd.url, {
        timing: { retryStream: 300 },
      });
      await until(() => watcher.status().reading === 'polling');
      await until(() => watcher.status().status === 'ok');
      await until(() => store.find({ names: ['a'] })[0]?.history.length === 1);
      expect(names()).toEqual(['a', 'b']);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining(
          'does not get through, so the instance is polled',
        ),
      );

      argoCd.set({ name: 'a', health: 'Degraded', history: ['x', 'y'] });
      argoCd.delete('b');
      await until(
        () =>
          names().join() === 'a' &&
          store.find({ names: ['a'] })[0].history.length === 2,
      );

      argoCd.streaming = 'ok';
      await until(() => argoCd.openStreams === 1);
      await until(() => watcher.status().reading === 'stream');
    },
    30_000,
  );

  it('polls where streams fall silent again and again', async () => {
    const argoCd = await standIn({ name: 'a' }, { name: 'b' });
    const { watcher, healthOf } = watch(argoCd.url, { timing: { check: 20 } });
    await until(() => watcher.status().status === 'ok');
    argoCd.silent = true;
    for (let round = 0; watcher.status().reading === 'stream'; round += 1) {
      const health = round % 2 ? 'Healthy' : 'Degraded';
      argoCd.set({ name: 'a', health });
      await until(() => {
        // As of an instance where something always happens.
        argoCd.touch();
        return healthOf('a') === health;
      });
    }
    argoCd.set({ name: 'b', health: 'Missing' });
    await until(() => healthOf('b') === 'Missing');
    expect(watcher.status()).toMatchObject({
      reading: 'polling',
      status: 'ok',
    });
  }, 30_000);

  it('reads the details of many in the end, across polls and attempts at the stream', async () => {
    const all = Array.from({ length: 250 }, (_, index) => ({
      name: `app-${index}`,
      history: ['x'],
    }));
    const argoCd = await standIn(...all);
    argoCd.streaming = 'page';
    argoCd.broken = 'app-0';
    // The stream is tried again before the first hundred are read.
    const { watcher, store } = watch(argoCd.url, {
      timing: { retryStream: 1 },
    });
    const complete = () =>
      store.list('main').filter(one => one.history.length === 1).length;
    await until(() => complete() === 249);
    expect(watcher.status()).toMatchObject({
      reading: 'polling',
      status: 'ok',
    });

    // What fails is tried again, and what has gone meanwhile is not.
    argoCd.delete('app-1');
    argoCd.broken = undefined;
    await until(() => complete() === 249 && store.size('main') === 249);
    const asked = argoCd.requests.filter(path => path.includes('/app-7?'));
    expect(asked).toHaveLength(1);

    argoCd.streaming = 'ok';
    await until(() => watcher.status().reading === 'stream');
  }, 60_000);

  it('asks for the list only where its version has moved', async () => {
    const argoCd = await standIn({ name: 'a' });
    argoCd.streaming = 'page';
    const { watcher } = watch(argoCd.url);
    await until(() => watcher.status().status === 'ok');
    const seen = argoCd.requests.length;
    await until(() => argoCd.requests.length > seen + 5);
    const asked = (part: string) =>
      argoCd.requests.filter(path => path.includes(part)).length;
    expect(asked('/applications/a?')).toBe(1);
    expect(asked('items.status.health')).toBe(1);
  });

  it('says that it keeps only so many', async () => {
    const argoCd = await standIn({ name: 'a' }, { name: 'b' });
    const logger = mockServices.logger.mock();
    const store = ApplicationStore.create({ logger, maxPerInstance: 1 });
    const { watcher } = watch(argoCd.url, { store });
    await until(() => watcher.status().status === 'ok');
    expect(watcher.status()).toMatchObject({
      applications: 1,
      error: expect.stringContaining('has more Applications than are kept'),
    });
  });

  it('starts once and stops whenever it is told', async () => {
    const argoCd = await standIn({ name: 'a' });
    const { watcher } = watch(argoCd.url);
    watcher.start();
    await until(() => watcher.status().status === 'ok');
    expect(argoCd.openStreams).toBe(1);
    await watcher.stop();
    await watcher.stop();
    watcher.start();
    await until(() => argoCd.openStreams === 1);
  });

  it.each(['ok', 'cut'] as const)(
    'keeps what there was where nothing is listed any more, while the stream is %s',
    async streaming => {
      const argoCd = await standIn({ name: 'a' }, { name: 'b' });
      argoCd.streaming = streaming;
      const { watcher, names } = watch(argoCd.url, {
        timing: { believeEmpty: 1_000 },
      });
      await until(() => watcher.status().status === 'ok');

      // An account without permissions is answered with an empty list.
      argoCd.silent = true;
      argoCd.delete('a');
      argoCd.delete('b');
      argoCd.cut();
      await until(() => watcher.status().status === 'stale');
      expect(names()).toEqual(['a', 'b']);
      expect(watcher.status()).toMatchObject({
        error: expect.stringContaining('lost its permissions'),
        reason: expect.stringContaining('does not let the backend read this'),
      });

      // In the end it may be true.
      await until(() => watcher.status().status === 'ok');
      expect(names()).toEqual([]);
    },
  );
});
