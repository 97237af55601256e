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

import fc from 'fast-check';
import {
  FACETS,
  fleetQueryOf,
  formatFleetFilter,
  isNarrowed,
  parseFleetFilter,
  type FleetFilter,
} from './fleetFilter';

const noFacets = {
  health: [],
  sync: [],
  environment: [],
  instance: [],
  project: [],
  owner: [],
};
const none: FleetFilter = {
  facets: noFacets,
  search: '',
  sort: 'name',
  descending: false,
};

const value = fc.stringMatching(/^[A-Za-z0-9:/._-]{1,12}$/);
const values = fc.array(value, { maxLength: 3 });
const anyFilter: fc.Arbitrary<FleetFilter> = fc.record({
  facets: fc.record({
    health: values,
    sync: values,
    environment: values,
    instance: values,
    project: values,
    owner: values,
  }),
  search: fc.string(),
  sort: fc.constantFrom('name', 'health', 'owner', 'since'),
  descending: fc.boolean(),
});

describe('the filter in the address', () => {
  it('comes back as it was put there, and leaves other parameters alone', () => {
    fc.assert(
      fc.property(anyFilter, filter => {
        const address = formatFleetFilter(
          filter,
          new URLSearchParams('theme=dark&health=Old'),
        );
        const reread = new URLSearchParams(address.toString());
        expect(parseFleetFilter(reread)).toEqual(filter);
        expect(reread.get('theme')).toBe('dark');
      }),
    );
  });

  it.each([
    ['', none],
    ['sort=nonsense&order=sideways&health=', none],
    [
      'health=Degraded,Missing&owner=group:default/shop&search=ord&order=desc',
      {
        ...none,
        facets: {
          ...noFacets,
          health: ['Degraded', 'Missing'],
          owner: ['group:default/shop'],
        },
        search: 'ord',
        descending: true,
      },
    ],
  ])('reads %j', (address, expected) => {
    expect(parseFleetFilter(new URLSearchParams(address))).toEqual(expected);
  });

  it('says nothing of what is as usual', () => {
    expect(formatFleetFilter(none, new URLSearchParams()).toString()).toBe('');
  });
});

describe('fleetQueryOf', () => {
  it('asks for what is chosen alone', () => {
    expect(fleetQueryOf(none)).toEqual({ sort: 'name', order: 'asc' });
    expect(
      fleetQueryOf({
        ...none,
        facets: { ...noFacets, sync: ['OutOfSync', 'Unknown'] },
        search: '  orders ',
        sort: 'since',
        descending: true,
      }),
    ).toEqual({
      sync: 'OutOfSync,Unknown',
      search: 'orders',
      sort: 'since',
      order: 'desc',
    });
  });
});

describe('isNarrowed', () => {
  it('holds for a search and for each facet', () => {
    expect(isNarrowed(none)).toBe(false);
    expect(isNarrowed({ ...none, search: ' ' })).toBe(false);
    expect(isNarrowed({ ...none, search: 'x' })).toBe(true);
    for (const facet of FACETS) {
      expect(
        isNarrowed({ ...none, facets: { ...noFacets, [facet]: ['x'] } }),
      ).toBe(true);
    }
  });
});
