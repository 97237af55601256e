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

import type { FleetQuery } from '@gitops-platform/backstage-plugin-gitops-common';
import { fleetOf, manyRows, row } from '../../dev/fixtures';
import { PAGE_SIZE, readNextPage, readPages, rowId } from './fleetPages';

const { signal } = new AbortController();

describe('the pages of the fleet', () => {
  it('are put one behind the other, and read again as many as there were', async () => {
    const rows = manyRows(2 * PAGE_SIZE + 50);
    const getApplications = jest.fn(fleetOf(rows));
    const api = { getApplications };
    let read = await readNextPage(api, {}, undefined, signal);
    expect(read).toMatchObject({ pages: 1, total: rows.length });
    while (read.nextCursor) {
      read = await readNextPage(api, {}, read, signal);
    }
    expect(read.pages).toBe(3);
    expect(new Set(read.items.map(rowId)).size).toBe(rows.length);

    getApplications.mockClear();
    expect(await readPages(api, {}, 3, signal)).toEqual(read);
    expect(getApplications).toHaveBeenCalledTimes(3);
    expect((await readPages(api, {}, 9, signal)).pages).toBe(3);
  });

  it('show a row once that moved behind the cursor meanwhile', async () => {
    const moved = row({ name: 'moved' });
    const rest = await fleetOf([])({});
    const getApplications = async ({ cursor }: FleetQuery = {}) =>
      cursor
        ? { ...rest, items: [moved, row({ name: 'last' })], total: 2 }
        : { ...rest, items: [moved], total: 2, nextCursor: 'next' };
    const read = await readPages({ getApplications }, {}, 2, signal);
    expect(read.items.map(({ name }) => name)).toEqual(['moved', 'last']);
  });
});
