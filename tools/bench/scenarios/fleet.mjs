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
import { OurBackend } from '../processes/OurBackend.mjs';
import { row } from '../report/row.mjs';

const APPLICATIONS = 10_000;
/** The others are Applications that no entity claims. */
const ENTITIES = 500;
const VIEWERS = 10;
const ROUNDS = { rounds: 3, pauseMs: 200 };
const TIMES = 5;

const PAGES = {
  'first page': {},
  'worst first': { sort: 'health', order: 'asc' },
  'of one owner': { owner: 'group:default/team-shop' },
  'of a name': { search: 'app-0123' },
};

/** The fleet page over ten thousand Applications, at rest and while 50 of them change every second. */
export async function showFleet({ standIns, say }) {
  const instances = await standIns.add({
    instances: 1,
    applications: APPLICATIONS,
    delayMs: 0,
  });
  const our = await OurBackend.start({
    instances,
    auth: { token: 'token' },
    entities: ENTITIES,
  });
  try {
    await our.untilFull(APPLICATIONS);
    await our.untilCataloged(ENTITIES);
    const rows = [];
    for (const [page, query] of Object.entries(PAGES)) {
      say(`${page} of 200`);
      const path = pathOf(query);
      rows.push(
        row({
          name: `fleet of 10,000, ${page} of 200: bytes`,
          ours: await bytesOf(our, path),
        }),
        ...(await timeRows(our, path, `fleet of 10,000, ${page} of 200`)),
      );
    }
    say('while Applications change');
    await standIns.startChanges(instances[0], {
      perSecond: 50,
      watched: ENTITIES,
      applications: APPLICATIONS,
    });
    rows.push(
      ...(await timeRows(
        our,
        pathOf({}),
        'fleet of 10,000, 50 changes a second, first page of 200',
      )),
    );
    await standIns.stopChanges();
    return rows;
  } finally {
    await our.stop();
  }
}

function pathOf(query) {
  const parameters = new URLSearchParams({ limit: '200', ...query });
  return `/api/gitops/v1/applications?${parameters}`;
}

async function bytesOf({ url }, path) {
  const browser = new Browser({ baseUrl: url });
  await browser.get(path);
  browser.close();
  return browser.bytes;
}

async function timeRows({ url }, path, name) {
  const viewers = new Viewers({
    baseUrl: url,
    count: VIEWERS,
    view: browser => browser.get(path),
  });
  const [{ p50, p99, failures }] = await inTurns(
    [{ viewers, times: TIMES }],
    ROUNDS,
  );
  if (failures.length > 0) throw new Error(`A view failed: ${failures[0]}`);
  return [
    row({ name: `${name}, 10 viewers: p50 ms`, ours: p50 }),
    row({ name: `${name}, 10 viewers: p99 ms`, ours: p99 }),
  ];
}
