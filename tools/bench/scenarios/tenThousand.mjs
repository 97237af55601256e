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

import { setTimeout as sleep } from 'node:timers/promises';
import { Viewers } from '../load/Viewers.mjs';
import { quantile } from '../load/quantile.mjs';
import { OurBackend } from '../processes/OurBackend.mjs';
import { atMost, row } from '../report/row.mjs';
import { contextOf } from '../views/contextOf.mjs';
import { ours } from '../views/ours.mjs';

const APPLICATIONS = 10_000;
/** Entities whose pages are open: each changes once in 4 s, so that a signal belongs to one change. */
const WATCHED = 100;
const VIEWERS = 10;
const PAUSE_MS = 200;
const CHANGES_PER_SECOND = 50;
/** A change that was signalled later than this was not signalled. */
const LATEST_MS = 3_000;
const MB = 1_000_000;
const AUTH = { token: 'token' };

/** One instance with ten thousand Applications, 50 of which change every second. */
export async function tenThousand({ standIns, seconds, say }) {
  say('the same backend without instances');
  const empty = await memoryWithoutInstances();

  say('filling the store');
  const instances = await standIns.add({
    instances: 1,
    applications: APPLICATIONS,
    delayMs: 0,
  });
  const our = await OurBackend.start({
    instances,
    auth: AUTH,
    entities: WATCHED,
  });
  const viewers = viewersOf(our, instances);
  try {
    await our.watchEventLoop();
    const filledAfterMs = await our.untilFull(APPLICATIONS);
    const filling = await our.eventLoop();
    await our.untilCataloged(WATCHED);
    await lookAtAll(our, instances);
    await viewers.look({ times: 50 });
    const full = await our.memory();

    say(`${CHANGES_PER_SECOND} changes a second for ${seconds} s`);
    viewers.forget();
    await our.takeSignals();
    await our.watchEventLoop();
    await standIns.startChanges(instances[0], {
      perSecond: CHANGES_PER_SECOND,
      watched: WATCHED,
      applications: APPLICATIONS,
    });
    await viewers.lookFor({ ms: seconds * 1000, pauseMs: PAUSE_MS });
    const { made, changes } = await standIns.stopChanges();
    const loop = await our.eventLoop();
    await sleep(LATEST_MS);
    const { lags, missed } = lagsOf(changes, await our.takeSignals());
    const after = await our.memory();
    const { p50, p99, failures } = viewers.figures;
    if (failures.length > 0) throw new Error(`A view failed: ${failures[0]}`);

    const what = '10,000 Applications';
    const storm = `${what}, ${Math.round(made / seconds)} changes a second`;
    return [
      row({
        name: `${what}: s from the backend's start to a full store`,
        ours: filledAfterMs / 1000,
        bar: atMost(60),
      }),
      row({
        name: `${what}: event loop delay while filling, max ms`,
        ours: filling.max,
      }),
      row({
        name: `${what}: MB resident above the same backend without instances`,
        ours: (full.rss - empty.rss) / MB,
        bar: atMost(150),
      }),
      row({
        name: `${what}: MB of heap above the same backend without instances`,
        ours: (full.heap - empty.heap) / MB,
        bar: atMost(150),
      }),
      row({
        name: `${storm}, afterwards: MB resident above the same backend without instances`,
        ours: (after.rss - empty.rss) / MB,
        bar: atMost(150),
      }),
      row({
        name: `${storm}, afterwards: MB of heap above the same backend without instances`,
        ours: (after.heap - empty.heap) / MB,
        bar: atMost(150),
      }),
      row({ name: `${storm}: event loop delay, p99 ms`, ours: loop.p99 }),
      row({ name: `${storm}: event loop delay, max ms`, ours: loop.max }),
      row({ name: `${storm}, 10 viewers: entity view p50 ms`, ours: p50 }),
      row({
        name: `${storm}, 10 viewers: entity view p99 ms`,
        ours: p99,
        bar: atMost(20),
      }),
      row({
        name: `${storm}: ms from change to signal, p50`,
        ours: quantile(lags, 0.5),
      }),
      row({
        name: `${storm}: ms from change to signal, p99`,
        ours: quantile(lags, 0.99),
        bar: atMost(2_000),
      }),
      row({
        name: `${storm}: ms from change to signal, max`,
        ours: Math.max(...lags),
        bar: atMost(2_000),
      }),
      row({
        name: `${storm}: changes of ${changes.length} that were not signalled`,
        ours: missed,
        bar: atMost(0),
      }),
    ];
  } finally {
    viewers.close();
    await our.stop();
  }
}

/** After as many views, so that as much code is compiled. */
async function memoryWithoutInstances() {
  const our = await OurBackend.start({
    instances: [],
    auth: AUTH,
    entities: WATCHED,
  });
  const viewers = viewersOf(our, []);
  try {
    await our.untilCataloged(WATCHED);
    await lookAtAll(our, []);
    await viewers.look({ times: 50 });
    return await our.memory();
  } finally {
    viewers.close();
    await our.stop();
  }
}

function viewersOf({ url }, instances) {
  let next = 0;
  return new Viewers({
    baseUrl: url,
    count: VIEWERS,
    view: browser => {
      next = (next + 1) % WATCHED;
      return ours.overview(browser, contextOf(next, instances));
    },
  });
}

/** Opens every page once: what nobody has looked at is not signalled. */
async function lookAtAll({ url }, instances) {
  const viewers = new Viewers({
    baseUrl: url,
    count: WATCHED,
    view: (browser, viewer) =>
      ours.overview(browser, contextOf(viewer, instances)),
  });
  await viewers.look({ times: 1 });
  viewers.close();
}

/** For each change, how long it took until its entity's channel was signalled. */
function lagsOf(changes, signals) {
  const byChannel = new Map();
  for (const { channel, at } of signals) {
    byChannel.set(channel, [...(byChannel.get(channel) ?? []), at]);
  }
  const lags = changes.map(({ name, at }) => {
    const channel = [...byChannel.keys()].find(key => key.endsWith(`/${name}`));
    const signalled = byChannel.get(channel)?.find(time => time >= at);
    return signalled === undefined ? Infinity : signalled - at;
  });
  const seen = lags.filter(lag => lag <= LATEST_MS);
  return { lags: seen, missed: lags.length - seen.length };
}
