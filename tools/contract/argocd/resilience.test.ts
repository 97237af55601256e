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
import { execSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { configMap } from './manifests';
import { startProxy } from './startProxy';
import { openStream, until } from './stream';
import { application, call, target } from './target';
import { withStore } from './withStore';
import { Workshop } from './Workshop';

const workshop = new Workshop('resilience', {
  'plain/a.yaml': configMap('a'),
});

const IN_CLEAR = target.url.startsWith('http://');

const skipProxy = IN_CLEAR
  ? false
  : 'the target speaks TLS: nothing can stand in between';

const make = async (name: string) => workshop.make(name, { source: 'plain' });

before(async () => {
  await workshop.open();
});
after(async () => workshop.close());

describe('a stream that is cut', () => {
  workshop.it(
    'is opened again, and what came and went meanwhile is known',
    async () => {
      const before_ = await make('gitops-contract-before');
      const proxy = await startProxy();
      try {
        await withStore(
          async ({ store, watcher }) => {
            const found = (name: string) =>
              store.find({ names: [name] }).length > 0;
            assert.ok(found(before_.name));
            proxy.cut();
            await workshop.delete(before_);
            const during = await make('gitops-contract-during');
            await until(
              'a watcher that knows of it',
              () => watcher.status().status === 'stale',
            );
            assert.ok(watcher.status().error);
            assert.ok(found(before_.name), 'what was read is kept');
            proxy.resume();
            await until('what came', () => found(during.name));
            await until('what went', () => !found(before_.name));
            const { status, reading, error } = watcher.status();
            assert.deepEqual(
              [status, reading, error],
              ['ok', 'stream', undefined],
            );
          },
          { url: proxy.url },
        );
      } finally {
        proxy.stop();
      }
    },
    skipProxy,
  );

  workshop.it(
    'without a sign is noticed by the version of the list',
    async () => {
      const proxy = await startProxy();
      try {
        await withStore(
          async ({ store }) => {
            proxy.freeze();
            const unheard = await make('gitops-contract-unheard');
            await until(
              'what the stream did not tell',
              () => store.find({ names: [unheard.name] }).length > 0,
            );
          },
          { url: proxy.url, timing: { check: 1000, firstPause: 200 } },
        );
      } finally {
        proxy.stop();
      }
    },
    skipProxy,
  );
});

describe('a server that is restarted', () => {
  const skip = target.restart ? false : 'CONTRACT_RESTART is not given';

  async function restart() {
    execSync(target.restart ?? '', { stdio: 'pipe' });
    await until('the server', async () => {
      try {
        return (await call('/api/version')).status === 200;
      } catch {
        return false;
      }
    });
  }

  it(
    'ends its streams, and sends everything again on a new one',
    { skip },
    async () => {
      const { spec } = await application();
      const query = `name=${target.application}&projects=${spec.project}`;
      const stream = openStream(query);
      await until('the first event', () => stream.events.length > 0);
      await restart();
      await until('its end', () => stream.ended());
      const again = openStream(query);
      try {
        await until('the first event', () => again.events.length > 0);
        assert.equal(again.events[0].type, 'ADDED');
        assert.equal(
          again.events[0].application.metadata.uid,
          stream.events[0].application.metadata.uid,
        );
      } finally {
        await again.close();
        await stream.close();
      }
    },
  );

  it(
    'still takes the tokens that it gave out, and counts its versions on',
    { skip },
    async () => {
      const version = async () => {
        const { json } = await call<{ metadata: { resourceVersion: string } }>(
          '/api/v1/applications?fields=metadata.resourceVersion',
        );
        return Number(json.metadata.resourceVersion);
      };
      const first = await version();
      await restart();
      const second = await until('an answer', async () => {
        const found = await version();
        return found > 0 && found;
      });
      assert.ok(second >= first);
    },
  );

  workshop.it(
    'is watched on: what came and went while it was gone is known',
    async () => {
      const before_ = await make('gitops-contract-early');
      await withStore(
        async ({ store, watcher }) => {
          const found = (name: string) =>
            store.find({ names: [name] }).length > 0;
          await restart();
          await workshop.delete(before_);
          const late = await make('gitops-contract-late');
          await until('what came', () => found(late.name));
          await until('what went', () => !found(before_.name));
          await until('the watcher', () => watcher.status().status === 'ok');
          assert.equal(watcher.status().reading, 'stream');
        },
        { timing: { firstPause: 200, longestPause: 1000 } },
      );
    },
    skip,
  );
});
