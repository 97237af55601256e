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

import { Browser } from '../load/Browser.mjs';
import { inTurns } from '../load/inTurns.mjs';
import { Viewers } from '../load/Viewers.mjs';
import { installPeers } from '../peers/installPeers.mjs';
import { OurBackend } from '../processes/OurBackend.mjs';
import { PeerBackends } from '../processes/PeerBackends.mjs';
import { compareRows } from '../report/compareRows.mjs';
import { atMost, exactly } from '../report/row.mjs';
import { community } from '../views/community.mjs';
import { contextOf } from '../views/contextOf.mjs';
import { ours } from '../views/ours.mjs';
import { roadie } from '../views/roadie.mjs';

const INSTANCES = { instances: 3, applications: 20, delayMs: 50 };
const APPLICATIONS = INSTANCES.applications;
const AUTH = { username: 'backstage', password: 'secret' };
const VIEWERS = 10;
const PAUSE_MS = 50;
/** A call to a peer that takes longer counts as failed after this time: it might take for ever. */
const CAP_MS = 5_000;

const FAULTS = {
  hang: { label: 'one of 3 instances hangs', rounds: 9 },
  error: { label: 'one of 3 instances answers 500', rounds: 3 },
  truncated: { label: 'one of 3 instances breaks off in the body', rounds: 3 },
};

/** What becomes of the overview when one instance fails. */
export async function breakOneInstance({ standIns, say }) {
  const peersInstalled = await installPeers(say);
  // Two of ours, so that healthy and faulty are measured in turns; a peer keeps nothing, so one is enough.
  const [healthy, faulty] = [
    await standIns.add(INSTANCES),
    await standIns.add(INSTANCES),
  ];
  const [ourHealthy, ourFaulty, peer] = await Promise.all([
    startOurs(healthy),
    startOurs(faulty),
    peersInstalled
      ? PeerBackends.start({ instances: faulty, ...AUTH })
      : undefined,
  ]);
  const parties = [
    { party: ours, baseUrl: ourFaulty.url },
    ...(peer
      ? [roadie, community].map(party => ({ party, baseUrl: peer.url }))
      : []),
  ];
  const viewersOf = ({ party, baseUrl }) =>
    new Viewers({
      baseUrl,
      count: VIEWERS,
      capMs: CAP_MS,
      view: (browser, viewer) =>
        party.overview(browser, contextOf(viewer, faulty)),
    });
  const rows = [];
  try {
    const peersHealthy = [];
    for (const one of parties.slice(1)) {
      peersHealthy.push(await measure(viewersOf(one), 10));
    }
    for (const [fault, { label, rounds }] of Object.entries(FAULTS)) {
      say(label);
      const broken = faulty[2];
      await standIns.setFault(broken, fault);
      // While our watcher notices, the peers are looked at: they have nothing to notice.
      const noticed = ourFaulty.until(
        items => items.find(item => item.name === broken.name).status !== 'ok',
      );
      const measured = [];
      for (const [index, one] of parties.slice(1).entries()) {
        const figures = await measure(viewersOf(one), 1);
        measured.push({
          ...figures,
          times: figures.p99 / peersHealthy[index].p99,
          ...(await look(one, faulty)),
        });
      }
      await noticed;
      measured.unshift({
        ...(await measureOurs(
          viewersOf({ party: ours, baseUrl: ourHealthy.url }),
          viewersOf(parties[0]),
          rounds,
        )),
        ...(await look(parties[0], faulty)),
      });
      rows.push(...rowsOf(parties, measured, { fault, label }));
      await standIns.setFault(broken, undefined);
      await ourFaulty.untilFull(APPLICATIONS);
    }
  } finally {
    await Promise.all([ourHealthy.stop(), ourFaulty.stop(), peer?.stop()]);
  }
  return rows;
}

async function startOurs(instances) {
  const backend = await OurBackend.start({
    instances,
    auth: AUTH,
    entities: APPLICATIONS,
  });
  await backend.untilFull(APPLICATIONS);
  await backend.untilCataloged(APPLICATIONS);
  return backend;
}

async function measure(viewers, times) {
  const [figures] = await inTurns([{ viewers, times }], {
    rounds: 1,
    pauseMs: PAUSE_MS,
  });
  return figures;
}

async function measureOurs(healthy, faulty, rounds) {
  // The faulty one was asked all the while how it fares, which makes code fast.
  for (const viewers of [healthy, faulty]) await viewers.look({ times: 100 });
  const [before, after] = await inTurns(
    [healthy, faulty].map(viewers => ({ viewers, times: 30 })),
    { rounds, pauseMs: PAUSE_MS },
  );
  return { ...after, times: after.p99 / before.p99 };
}

/** What one look shows, and whether it says which instance fails. */
async function look({ party, baseUrl }, instances) {
  const browser = new Browser({ baseUrl, capMs: CAP_MS });
  const context = contextOf(0, instances);
  try {
    return {
      shown: await party.shown(browser, context),
      named: await party.namesFailing(browser, instances[2].name, context),
    };
  } catch {
    return { shown: 0, named: false };
  } finally {
    browser.close();
  }
}

function rowsOf(parties, measured, { fault, label }) {
  const hangs = fault === 'hang';
  const against = compareRows(parties, measured, `overview, ${label}`);
  return [
    ...against('p50 ms', ({ p50 }) => p50),
    ...against('p99 ms', ({ p99 }) => p99),
    ...against(
      'p99, times that of the healthy case',
      ({ times }) => times,
      hangs ? atMost(1.2) : undefined,
    ),
    ...against('Applications shown, of 3', ({ shown }) => shown),
    ...against(
      'names the instance that fails',
      ({ named }) => (named ? 'yes' : 'no'),
      exactly('yes'),
    ),
  ];
}
