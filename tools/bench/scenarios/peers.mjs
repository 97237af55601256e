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
import { Browser } from '../load/Browser.mjs';
import { inTurns } from '../load/inTurns.mjs';
import { Viewers } from '../load/Viewers.mjs';
import { installPeers } from '../peers/installPeers.mjs';
import { OurBackend } from '../processes/OurBackend.mjs';
import { PeerBackends } from '../processes/PeerBackends.mjs';
import { compareRows } from '../report/compareRows.mjs';
import { atMost, ratioAtMost, row } from '../report/row.mjs';
import { community } from '../views/community.mjs';
import { contextOf } from '../views/contextOf.mjs';
import { ours } from '../views/ours.mjs';
import { roadie } from '../views/roadie.mjs';

const DELAY_MS = 50;
const APPLICATIONS = 20;
/** Nobody looks at the last ones before their calls are counted. */
const VIEWED = 15;
const COLD = { overview: 15, overviewAndHistory: 16, everyHistory: 17 };
/** What a view leaves to be asked for after its answer counts, too. */
const SETTLE_MS = 500;

const VIEWS = {
  overview: 'overview',
  overviewAndHistory: 'overview + history',
};

/** By the number of viewers, who look again after the pause. Peers take a hundred times as long, so they look less often. */
const LOADS = {
  10: { rounds: 3, ours: 10, peers: 2, pauseMs: 200 },
  100: { rounds: 1, ours: 6, peers: 1, pauseMs: 1_000 },
};

const PASSWORD = { username: 'backstage', password: 'secret' };
const TOKEN = { token: 'token' };

const BOTH_VIEWS = ['overview', 'overviewAndHistory'];

const SETTINGS = [
  {
    label: '3 instances',
    count: 3,
    auth: PASSWORD,
    views: BOTH_VIEWS,
    viewers: [10, 100],
  },
  {
    label: '10 instances',
    count: 10,
    auth: PASSWORD,
    views: BOTH_VIEWS,
    viewers: [10, 100],
  },
  // The best that can be done for the peers: with a token they do not log in before each call.
  {
    label: '3 instances, API token',
    count: 3,
    auth: TOKEN,
    views: ['overview'],
    viewers: [10],
  },
];

/** Both published backends beside ours, against the same Argo CD instances. */
export async function comparePeers({ standIns, say }) {
  const peersInstalled = await installPeers(say);
  const rows = [];
  for (const { label, count, auth, views, viewers } of SETTINGS) {
    const instances = await standIns.add({
      instances: count,
      applications: APPLICATIONS,
      delayMs: DELAY_MS,
    });
    const [our, peer] = await Promise.all([
      OurBackend.start({ instances, auth, entities: APPLICATIONS }),
      peersInstalled ? PeerBackends.start({ instances, ...auth }) : undefined,
    ]);
    try {
      await our.untilFull(APPLICATIONS);
      await our.untilCataloged(APPLICATIONS);
      const parties = [
        { party: ours, baseUrl: our.url },
        ...(peer
          ? [roadie, community].map(party => ({ party, baseUrl: peer.url }))
          : []),
      ];
      const setting = { parties, instances, standIns, label };
      for (const view of views) {
        say(`${label}, ${VIEWS[view]}: calls and bytes`);
        rows.push(...(await countCalls({ ...setting, view })));
        for (const viewerCount of viewers) {
          say(`${label}, ${VIEWS[view]}: ${viewerCount} viewers`);
          rows.push(...(await timeViews({ ...setting, view, viewerCount })));
        }
      }
      if (views === BOTH_VIEWS) {
        rows.push(await countRevisions({ ...setting, baseUrl: our.url }));
      }
    } finally {
      await Promise.all([our.stop(), peer?.stop()]);
    }
  }
  return rows;
}

async function countCalls({ parties, instances, standIns, label, view }) {
  const context = contextOf(COLD[view], instances);
  const counted = [];
  for (const { party, baseUrl } of parties) {
    await requireAllShown(party, baseUrl, instances);
    await sleep(SETTLE_MS);
    await standIns.takeViewCalls(instances);
    const look = async () => {
      const browser = new Browser({ baseUrl });
      await party[view](browser, context);
      browser.close();
      await sleep(SETTLE_MS);
      const upstream = await standIns.takeViewCalls(instances);
      return { upstream, calls: browser.calls, bytes: browser.bytes };
    };
    counted.push({ cold: await look(), warm: await look() });
  }
  const against = compareRows(parties, counted, `${VIEWS[view]}, ${label}`);
  const small = view === 'overview' && instances.length === 3;
  return [
    ...against('upstream calls, first view', one => one.cold.upstream),
    ...against('upstream calls, warm', one => one.warm.upstream, atMost(0)),
    ...against('calls from the browser', one => one.warm.calls),
    ...against(
      'bytes to the browser',
      one => one.warm.bytes,
      small ? atMost(4096) : undefined,
    ),
  ];
}

/** A view that shows less than it should is no measure of anything. */
async function requireAllShown(party, baseUrl, instances) {
  const browser = new Browser({ baseUrl });
  const shown = await party.shown(browser, contextOf(0, instances));
  browser.close();
  if (shown !== instances.length) {
    throw new Error(
      `${party.name} shows ${shown} Applications of ${instances.length}`,
    );
  }
}

async function timeViews(options) {
  const { parties, instances, label, view, viewerCount } = options;
  const { rounds, pauseMs, ...times } = LOADS[viewerCount];
  const groups = parties.map(({ party, baseUrl }) => ({
    times: party === ours ? times.ours : times.peers,
    viewers: new Viewers({
      baseUrl,
      count: viewerCount,
      view: (browser, viewer) =>
        party[view](browser, contextOf(viewer % VIEWED, instances)),
    }),
  }));
  const figures = await inTurns(groups, { rounds, pauseMs });
  const failed = figures.flatMap(({ failures }) => failures);
  if (failed.length > 0) throw new Error(`A view failed: ${failed[0]}`);
  const against = compareRows(
    parties,
    figures,
    `${VIEWS[view]}, ${label}, ${viewerCount} viewers`,
  );
  const bar =
    view === 'overview' && viewerCount === 10 ? ratioAtMost(0.1) : undefined;
  return [
    ...against('p50 ms', ({ p50 }) => p50, bar),
    ...against('p99 ms', ({ p99 }) => p99),
  ];
}

/** Every instance has the same commits, each of which has one author and one message. */
async function countRevisions({ instances, standIns, label, baseUrl }) {
  const context = contextOf(COLD.everyHistory, instances);
  const browser = new Browser({ baseUrl });
  await standIns.takeViewCalls(instances);
  await ours.everyHistory(browser, context);
  browser.close();
  await sleep(SETTLE_MS);
  const calls = await standIns.takeViewCalls(instances);
  return row({
    name: `every history, ${label}: upstream calls per revision never seen`,
    ours: calls / context.revisions.length,
    bar: atMost(1),
  });
}
