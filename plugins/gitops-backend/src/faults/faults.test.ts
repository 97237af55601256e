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

import type { Response } from 'supertest';
import { faultTable, type Fault } from './__testUtils__/faultTable';
import type { FaultColumn } from './__testUtils__/FaultyArgoCd';
import { fits } from './__testUtils__/fits';
import {
  startFaultTable,
  type FaultyInstance,
} from './__testUtils__/startFaultTable';

jest.setTimeout(60_000);

type Table = Awaited<ReturnType<typeof startFaultTable>>;

const overviewOf = (row: string) => `/entities/component/default/${row}/argocd`;
const applicationOf = (row: string) =>
  `${overviewOf(row)}/${row}/argocd/orders-dev`;
const passes = ({ times }: Fault) => times !== undefined;

const stale = ({ reason }: Fault) => ({
  status: 'stale',
  error: expect.stringMatching(reason),
  since: expect.any(String),
});

/** How an instance fares, once it fares as expected, or after 15 s all the same. */
async function watch(
  { backend }: Table,
  { fault, faulty }: FaultyInstance,
  expected: { status: string },
) {
  for (const until = Date.now() + 15_000; ; ) {
    const all = await backend.get('/instances');
    const shown = await backend.get(overviewOf(fault.name));
    const state = {
      ...all.body.items.find(({ name }: Fault) => name === fault.name),
      ...shown.body.instances[1],
    };
    const met = !fault.answer || faulty.met.length > 0;
    if ((met && fits(state, expected)) || Date.now() > until) {
      return state;
    }
    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
  }
}

/** Switches the faults of a column on, keeps what is asked of each, and looks at one after the other. */
function column<T>(options: {
  isFaulty: FaultColumn;
  ask: (table: Table, instance: FaultyInstance) => Promise<T>;
  expectRow: (answer: T, instance: FaultyInstance) => void;
}) {
  const { isFaulty, ask, expectRow } = options;
  let table: Table;
  const answers = new Map<string, { answer: T; overview: Response }>();

  beforeAll(async () => {
    table = await startFaultTable();
    await table.fail(isFaulty);
    await Promise.all(
      table.instances.map(async instance => {
        const { name } = instance.fault;
        const answer = await ask(table, instance);
        const overview = await table.backend.get(overviewOf(name));
        answers.set(name, { answer, overview });
      }),
    );
  });
  afterAll(() => table.stop());

  it.each(faultTable)('$name', ({ name }) => {
    const instance = table.instances.find(({ fault }) => fault.name === name)!;
    const { answer, overview } = answers.get(name)!;
    expectRow(answer, instance);

    // The other instance is untouched, and what was known is there.
    expect(overview.status).toBe(200);
    expect(overview.body.items).toHaveLength(2);
    expect(overview.body.items).toEqual(
      expect.arrayContaining(
        ['good', name].map(one =>
          expect.objectContaining({
            instance: one,
            name: 'orders-dev',
            health: 'Healthy',
          }),
        ),
      ),
    );
    expect(overview.body.instances).toMatchObject([
      { name: 'good', status: 'ok' },
      { name },
    ]);
    expect(overview.text).not.toContain('127.0.0.1');
    // No more than one, however many calls the session was refused to.
    expect(instance.faulty.logins).toBe(name.startsWith('401') ? 1 : 0);
  });

  it('takes no credentials elsewhere', () => {
    expect(table.strangers()).toBe(0);
  });
}

describe('the list', () => {
  const expected = (fault: Fault) =>
    passes(fault) ? { status: 'ok', reading: 'stream' } : stale(fault);

  column({
    isFaulty: (_method, { pathname, searchParams }) =>
      pathname === '/api/v1/applications' && !searchParams.has('name'),
    ask: (table, instance) => {
      // The names are listed anew beside the next stream.
      instance.faulty.disconnect();
      return watch(table, instance, expected(instance.fault));
    },
    expectRow: (state, { fault }) =>
      expect(state).toMatchObject(expected(fault)),
  });
});

describe('the stream', () => {
  const expected = (fault: Fault) =>
    fault.stream === undefined
      ? stale(fault)
      : {
          status: 'ok',
          reading: fault.stream === 'ok' ? 'stream' : 'polling',
        };

  column({
    isFaulty: (_method, { pathname }) =>
      pathname === '/api/v1/stream/applications',
    ask: (table, instance) => {
      instance.faulty.disconnect();
      return watch(table, instance, expected(instance.fault));
    },
    expectRow: (state, { fault }) =>
      expect(state).toMatchObject(expected(fault)),
  });
});

describe('a resource tree', () => {
  column({
    isFaulty: (_method, { pathname }) => pathname.endsWith('/resource-tree'),
    ask: async ({ backend }, { fault }) =>
      backend.get(`${applicationOf(fault.name)}/resources`),
    expectRow: expectTree,
  });

  function expectTree({ status, body }: Response, { fault }: FaultyInstance) {
    expect(status).toBe(200);
    expect(body).toMatchObject(
      passes(fault)
        ? { items: [{ name: 'orders-5d' }], instances: [{ status: 'ok' }] }
        : {
            items: [],
            instances: [
              {
                name: fault.name,
                status: 'error',
                error: expect.stringMatching(fault.reason),
              },
            ],
          },
    );
  }
});

describe('an operation', () => {
  column({
    isFaulty: (method, { pathname, searchParams }) =>
      method === 'POST'
        ? pathname.endsWith('/sync')
        : searchParams.has('refresh'),
    ask: async ({ backend }, { fault }) => ({
      sync: await backend.post(`${applicationOf(fault.name)}/sync`),
      refresh: await backend.post(`${applicationOf(fault.name)}/refresh`),
    }),
    expectRow: expectOperations,
  });

  function expectOperations(
    { sync, refresh }: { sync: Response; refresh: Response },
    { fault, faulty, standIn }: FaultyInstance,
  ) {
    if (passes(fault)) {
      expect([sync.status, refresh.status]).toEqual([202, 202]);
      expect(standIn.writes).toHaveLength(1);
      return;
    }
    const { operation, reason, uncertain } = fault;
    const told = operation ?? { status: 503, message: reason };
    expect(refresh.status).toBe(told.status);
    expect(refresh.body.error.message).toMatch(told.message);
    expect(sync.status).toBe(told.status);
    expect(sync.body.error.message).toMatch(
      uncertain
        ? /It is unknown whether the sync has begun.*: look at the Application's operation before you ask again/
        : told.message,
    );
    expect(standIn.writes).toEqual([]);
    // Never repeated, but where the session was refused and not the sync.
    const tries = fault.name === '401-always' ? 2 : 1;
    expect(faulty.met.filter(call => call.startsWith('POST'))).toHaveLength(
      fault.answer ? tries : 0,
    );
  }
});
