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
import { atMost } from '../report/row.mjs';
import { contextOf } from '../views/contextOf.mjs';
import { communitySecrets, ourSecrets } from '../views/secrets.mjs';

const DELAY_MS = 50;
const ENTITIES = 12;
const COLD = 11;
const VIEWERS = 10;
const FOLDERS = [10, 100];
const LOAD = { rounds: 3, ours: 10, peers: 2, pauseMs: 200 };
/** What a view leaves to be asked for after its answer counts, too: ours does not make a page wait for a hundred folders. */
const SETTLE_MS = 6_000;

/** The Community's Vault backend beside ours, against the same Vault server. */
export async function compareSecrets({ standIns, say }) {
  const peersInstalled = await installPeers(say);
  const rows = [];
  for (const folders of FOLDERS) {
    const vault = await standIns.addVault({ folders, delayMs: DELAY_MS });
    const [our, peer] = await Promise.all([
      OurBackend.start({
        instances: [],
        auth: {},
        entities: ENTITIES,
        gitops: {
          vault: {
            servers: [
              {
                name: 'vault',
                url: vault.url,
                auth: { method: 'token', token: 'token' },
                pathPattern: '{service}',
                allowedPaths: ['{service}'],
              },
            ],
          },
        },
        annotations: { 'vault.io/secrets-path': '{name}' },
      }),
      peersInstalled ? PeerBackends.start({ instances: [], vault }) : undefined,
    ]);
    try {
      await our.untilCataloged(ENTITIES);
      const parties = [
        { party: ourSecrets, baseUrl: our.url },
        ...(peer ? [{ party: communitySecrets, baseUrl: peer.url }] : []),
      ];
      const label = `secrets, ${folders} folders`;
      say(`${label}: calls and bytes`);
      rows.push(
        ...(await countCalls({ parties, standIns, vault, folders, label })),
      );
      say(`${label}: ${VIEWERS} viewers`);
      rows.push(...(await timeViews({ parties, label })));
    } finally {
      await Promise.all([our.stop(), peer?.stop()]);
    }
  }
  return rows;
}

async function countCalls({ parties, standIns, vault, folders, label }) {
  const counted = [];
  for (const { party, baseUrl } of parties) {
    await requireAllShown(party, baseUrl, folders);
    await sleep(SETTLE_MS);
    await standIns.takeCalls(vault);
    const look = async () => {
      const browser = new Browser({ baseUrl });
      await party.secrets(browser, contextOf(COLD, []));
      browser.close();
      await sleep(SETTLE_MS);
      const { calls } = await standIns.takeCalls(vault);
      return { upstream: calls, bytes: browser.bytes };
    };
    counted.push({ cold: await look(), warm: await look() });
  }
  const against = compareRows(parties, counted, label);
  return [
    ...against('upstream calls, first view', one => one.cold.upstream),
    ...against('upstream calls, warm', one => one.warm.upstream, atMost(0)),
    ...against('bytes to the browser', one => one.warm.bytes),
  ];
}

/** A view that shows less than it should is no measure of anything. */
async function requireAllShown(party, baseUrl, folders) {
  const browser = new Browser({ baseUrl });
  await party.shown(browser, contextOf(0, []));
  await sleep(SETTLE_MS);
  const shown = await party.shown(browser, contextOf(0, []));
  browser.close();
  if (shown !== folders) {
    throw new Error(`${party.name} shows ${shown} secrets of ${folders}`);
  }
}

async function timeViews({ parties, label }) {
  const { rounds, pauseMs, ...times } = LOAD;
  const groups = parties.map(({ party, baseUrl }) => ({
    times: party === ourSecrets ? times.ours : times.peers,
    viewers: new Viewers({
      baseUrl,
      count: VIEWERS,
      view: (browser, viewer) => party.secrets(browser, contextOf(viewer, [])),
    }),
  }));
  const figures = await inTurns(groups, { rounds, pauseMs });
  const failed = figures.flatMap(({ failures }) => failures);
  if (failed.length > 0) throw new Error(`A view failed: ${failed[0]}`);
  const against = compareRows(parties, figures, `${label}, ${VIEWERS} viewers`);
  return [
    ...against('p50 ms', ({ p50 }) => p50),
    ...against('p99 ms', ({ p99 }) => p99),
  ];
}
