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
import { OurBackend } from '../processes/OurBackend.mjs';
import { atMost, row } from '../report/row.mjs';
import { applicationName } from '../standIn/application.mjs';
import { contextOf } from '../views/contextOf.mjs';

const INSTANCES = 3;
const ENTITIES = 20;
/** Nobody looks at the last one before its calls are counted. */
const VIEWED = 15;
const COLD = 16;
const VIEWERS = 10;
const DELAY_MS = 50;
/** Three routers each: 5,001. */
const ROUTED_SERVICES = 1_667;
const POLL_MS = 11_000;
const SETTLE_MS = 2_000;
const LOAD = { rounds: 3, times: 20, pauseMs: 200 };
const MB = 1_000_000;

/** Delivery and routes of entities on three Argo CD instances, one Vault server and a Traefik with 5,000 routers. */
export async function showDelivery({ standIns, say }) {
  const upstream = {
    instances: await standIns.add({
      instances: INSTANCES,
      applications: ENTITIES,
      delayMs: DELAY_MS,
    }),
    vault: await standIns.addVault({ folders: 1, delayMs: DELAY_MS }),
    traefik: await standIns.addTraefik({
      services: Array.from({ length: ROUTED_SERVICES }, (_, index) =>
        applicationName(index),
      ),
      delayMs: DELAY_MS,
    }),
  };
  const small = await standIns.addTraefik({ services: [], delayMs: 0 });
  say('the same backend with a Traefik without routers');
  const without = await memoryOf({ ...upstream, traefik: small });
  say('5,000 routers');
  const our = await startOurs(upstream);
  try {
    await settled(our);
    const routers = await pollCost({ standIns, ...upstream });
    const full = await our.memory();
    const rows = [
      row({
        name: '5,000 routers: MB of heap above a Traefik without routers',
        ours: (full.heap - without.heap) / MB,
      }),
      row({
        name: '5,000 routers: calls of one poll, whoever looks',
        ours: routers.calls,
      }),
      row({
        name: '5,000 routers: MB that one poll reads',
        ours: routers.bytes / MB,
      }),
    ];
    for (const view of ['traefik', 'delivery']) {
      say(`${view}: calls, bytes and ${VIEWERS} viewers`);
      rows.push(...(await countCalls({ our, standIns, ...upstream, view })));
      rows.push(...(await timeViews({ our, view })));
    }
    return rows;
  } finally {
    await our.stop();
  }
}

async function startOurs({ instances, vault, traefik }) {
  const our = await OurBackend.start({
    instances,
    auth: { token: 'token' },
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
      traefik: { instances: [{ name: 'traefik', urls: [traefik.url] }] },
    },
    annotations: { 'vault.io/secrets-path': '{name}' },
  });
  await our.untilCataloged(ENTITIES);
  return our;
}

async function memoryOf(upstream) {
  const our = await startOurs(upstream);
  try {
    await settled(our);
    return await our.memory();
  } finally {
    await our.stop();
  }
}

/** Everybody has looked once, and what that asked for in the background has come. */
async function settled(our) {
  await our.until(items => items.every(({ status }) => status === 'ok'));
  const browser = new Browser({ baseUrl: our.url });
  for (let viewer = 0; viewer < VIEWED; viewer++) {
    for (const view of ['traefik', 'delivery']) {
      await browser.get(pathOf(viewer, view));
    }
  }
  browser.close();
  await sleep(SETTLE_MS);
}

async function pollCost({ standIns, traefik }) {
  await standIns.takeCalls(traefik);
  await sleep(POLL_MS);
  return standIns.takeCalls(traefik);
}

async function countCalls({ our, standIns, instances, vault, view }) {
  const look = async () => {
    await standIns.takeViewCalls(instances);
    await standIns.takeCalls(vault);
    const browser = new Browser({ baseUrl: our.url });
    await browser.get(pathOf(COLD, view));
    const { bytes } = browser;
    browser.close();
    await sleep(SETTLE_MS);
    const { calls } = await standIns.takeCalls(vault);
    return {
      upstream: calls + (await standIns.takeViewCalls(instances)),
      bytes,
    };
  };
  const cold = await look();
  const warm = await look();
  const subject = `${view}, 3 environments`;
  return [
    row({
      name: `${subject}: upstream calls, first view`,
      ours: cold.upstream,
    }),
    row({
      name: `${subject}: upstream calls, warm`,
      ours: warm.upstream,
      bar: atMost(0),
    }),
    row({ name: `${subject}: bytes to the browser`, ours: warm.bytes }),
  ];
}

async function timeViews({ our, view }) {
  const viewers = new Viewers({
    baseUrl: our.url,
    count: VIEWERS,
    view: (browser, viewer) => browser.get(pathOf(viewer, view)),
  });
  const [{ p50, p99, failures }] = await inTurns(
    [{ viewers, times: LOAD.times }],
    LOAD,
  );
  if (failures.length > 0) throw new Error(`A view failed: ${failures[0]}`);
  const subject = `${view}, 5,000 routers, ${VIEWERS} viewers`;
  return [
    row({ name: `${subject}: p50 ms`, ours: p50 }),
    row({ name: `${subject}: p99 ms`, ours: p99, bar: atMost(20) }),
  ];
}

function pathOf(viewer, view) {
  const { application } = contextOf(viewer, []);
  return `/api/gitops/v1/entities/component/default/${application}/${view}`;
}
