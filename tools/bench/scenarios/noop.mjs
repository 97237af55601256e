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

import { inTurns } from '../load/inTurns.mjs';
import { Viewers } from '../load/Viewers.mjs';
import { OurBackend } from '../processes/OurBackend.mjs';
import { row } from '../report/row.mjs';
import { contextOf } from '../views/contextOf.mjs';
import { ours } from '../views/ours.mjs';

const APPLICATIONS = 20;
const VIEWERS = 10;

const LOADS = [
  { label: '10 viewers', rounds: 3, times: 10, pauseMs: 200 },
  { label: '10 viewers without a pause', rounds: 3, times: 100, pauseMs: 0 },
];

const VIEWS = [
  { view: ours.overview },
  { name: 'a no-op route', view: browser => browser.get('/api/noop/') },
  {
    name: "the catalog's route for the entity",
    view: (browser, { application }) =>
      browser.get(
        `/api/catalog/entities/by-name/component/default/${application}`,
      ),
  },
];

/** What of the overview's time is ours: beside it, routes of the same backend that do nothing, and that we ask. */
export async function compareNoop({ standIns }) {
  const instances = await standIns.add({
    instances: 3,
    applications: APPLICATIONS,
    delayMs: 50,
  });
  const our = await OurBackend.start({
    instances,
    auth: { token: 'token' },
    entities: APPLICATIONS,
  });
  try {
    await our.untilFull(APPLICATIONS);
    await our.untilCataloged(APPLICATIONS);
    const rows = [];
    for (const { label, ...load } of LOADS) {
      const [overview, ...others] = await inTurns(
        VIEWS.map(({ view }) => ({
          times: load.times,
          viewers: new Viewers({
            baseUrl: our.url,
            count: VIEWERS,
            view: (browser, viewer) =>
              view(browser, contextOf(viewer, instances)),
          }),
        })),
        load,
      );
      for (const [index, other] of others.entries()) {
        for (const figure of ['p50', 'p99']) {
          rows.push(
            row({
              name: `overview, ${label}: ${figure} ms (${
                VIEWS[index + 1].name
              })`,
              ours: overview[figure],
              peer: other[figure],
            }),
          );
        }
      }
    }
    return rows;
  } finally {
    await our.stop();
  }
}
