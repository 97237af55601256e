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

import type {
  FleetApplication,
  FleetQuery,
} from '@gitops-platform/backstage-plugin-gitops-common';
import fc from 'fast-check';
import { fleetRow, fleetRows, type TestRow } from '../__testUtils__/fleetRow';
import type { FleetRow } from '../rows/FleetRow';
import { answerQuery } from './answerQuery';
import { FACETS, type Facet } from './FleetFilter';
import { parseFleetQuery } from './parseFleetQuery';

const rows = fleetRows([
  {
    name: 'cart-dev',
    sinceMs: 5,
    entityRef: 'component:default/cart',
    owners: ['group:default/a', 'user:default/jane'],
  },
  {
    name: 'cart-prod',
    environment: 'prod',
    environmentRank: 1,
    health: 'Degraded',
    sync: 'OutOfSync',
    sinceMs: 9,
    entityRef: 'component:default/cart',
    owners: ['group:default/a', 'user:default/jane'],
  },
  {
    name: 'shop-dev',
    project: 'team-b',
    instance: 'eu',
    health: 'Progressing',
    entityRef: 'component:default/shop',
    owners: ['group:default/b'],
    searchable: 'shop-dev\nghcr.io/acme/shop:1.0',
  },
  {
    name: 'root',
    environment: 'unknown',
    environmentRank: 2,
    health: 'Missing',
    sync: 'Unknown',
    sinceMs: 7,
  },
  { name: 'orphan', entityRef: 'component:default/nobodys', sinceMs: 1 },
]);

const answer = (query: FleetQuery, from: FleetRow[] = rows) =>
  answerQuery(from, parseFleetQuery(query));
const names = (query: FleetQuery) => answer(query).items.map(row => row.name);

describe('filter and search', () => {
  it.each<[FleetQuery, string[]]>([
    [{}, ['cart-dev', 'cart-prod', 'orphan', 'root', 'shop-dev']],
    [{ health: 'Degraded,Missing' }, ['cart-prod', 'root']],
    [{ health: ' Degraded , ,Degraded' }, ['cart-prod']],
    [{ sync: 'Synced', project: 'team-a' }, ['cart-dev', 'orphan']],
    [{ instance: 'eu,nowhere' }, ['shop-dev']],
    [{ environment: 'prod,unknown' }, ['cart-prod', 'root']],
    [{ owner: 'user:default/JANE' }, ['cart-dev', 'cart-prod']],
    [{ owner: 'none' }, ['root']],
    [{ owner: 'none,group:default/b' }, ['root', 'shop-dev']],
    [{ search: ' SHOP:1' }, ['shop-dev']],
    [{ search: 'default/cart' }, ['cart-dev', 'cart-prod']],
    [{ search: 'default/cart', health: 'Healthy' }, ['cart-dev']],
    [{ search: 'nothing' }, []],
    [{ project: 'nothing' }, []],
    [{ search: '  ', owner: ' , ' }, names({})],
  ])('%j', (query, expected) => {
    expect(names(query)).toEqual(expected);
    expect(answer(query).total).toBe(expected.length);
  });

  it.each<[FleetQuery, RegExp]>([
    [{ health: 'Healthy,Well' }, /'health' has 'Well': choose from Degraded/],
    [{ sync: 'x' }, /'sync' has 'x': choose from OutOfSync/],
    [{ cursor: 'x' }, /'cursor' is not one/],
    [{ cursor: 'W10' }, /'cursor' is not one/],
    [
      { cursor: Buffer.from('["a","b","c","d",1]').toString('base64url') },
      /'cursor' is not one/,
    ],
    [
      {
        cursor: answer({ limit: 1 }).nextCursor,
        search: 'x',
      },
      /'cursor' belongs to another filter, search or order/,
    ],
  ])('refuses %j', (query, message) => {
    expect(() => answer(query)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(message),
      }),
    );
  });
});

describe('order', () => {
  it.each<[FleetQuery['sort'], string, string]>([
    [
      'name',
      'cart-dev cart-prod orphan root shop-dev',
      'shop-dev root orphan cart-prod cart-dev',
    ],
    [
      'health',
      'cart-prod root shop-dev cart-dev orphan',
      'cart-dev orphan shop-dev root cart-prod',
    ],
    [
      'sync',
      'cart-prod root cart-dev orphan shop-dev',
      'cart-dev orphan shop-dev root cart-prod',
    ],
    [
      'instance',
      'shop-dev cart-dev cart-prod orphan root',
      'cart-dev cart-prod orphan root shop-dev',
    ],
    [
      'project',
      'cart-dev cart-prod orphan root shop-dev',
      'shop-dev cart-dev cart-prod orphan root',
    ],
    [
      'environment',
      'cart-dev orphan shop-dev cart-prod root',
      'root cart-prod cart-dev orphan shop-dev',
    ],
    [
      'owner',
      'cart-dev cart-prod shop-dev orphan root',
      'orphan root shop-dev cart-dev cart-prod',
    ],
    [
      'since',
      'shop-dev orphan cart-dev root cart-prod',
      'cart-prod root cart-dev orphan shop-dev',
    ],
  ])('by %s', (sort, asc, desc) => {
    expect(names({ sort, order: 'asc' }).join(' ')).toBe(asc);
    expect(names({ sort, order: 'desc' }).join(' ')).toBe(desc);
  });

  it('tells namesakes apart by instance, then namespace, either way', () => {
    const namesakes = fleetRows([
      { name: 'a' },
      { name: 'b', instance: 'eu' },
      { name: 'b', namespace: 'apps' },
      { name: 'b' },
      { name: 'c' },
    ]);
    const walk = (order: 'asc' | 'desc') => {
      const seen: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = answer({ order, cursor, limit: 1 }, namesakes);
        seen.push(
          ...page.items.map(
            row => `${row.instance}/${row.namespace}/${row.name}`,
          ),
        );
        cursor = page.nextCursor;
        if (!cursor) {
          return seen.join(' ');
        }
      }
    };
    const middle = 'eu/argocd/b main/apps/b main/argocd/b';
    expect(walk('asc')).toBe(`main/argocd/a ${middle} main/argocd/c`);
    expect(walk('desc')).toBe(`main/argocd/c ${middle} main/argocd/a`);
  });
});

describe('facets', () => {
  it('counts each as if its own filter were off', () => {
    const { facets } = answer({ health: 'Degraded', project: 'team-a' });
    expect(facets).toEqual({
      // Of team-a, whatever their health.
      health: [
        { value: 'Healthy', count: 2 },
        { value: 'Degraded', count: 1 },
        { value: 'Missing', count: 1 },
      ],
      // Of the degraded ones, whatever their project.
      project: [{ value: 'team-a', count: 1 }],
      sync: [{ value: 'OutOfSync', count: 1 }],
      instance: [{ value: 'main', count: 1 }],
      environment: [{ value: 'prod', count: 1 }],
      owner: [
        { value: 'group:default/a', count: 1 },
        { value: 'user:default/jane', count: 1 },
      ],
    });
    expect(answer({ owner: 'group:default/b' }).facets.owner).toEqual([
      { value: 'group:default/a', count: 2 },
      { value: 'user:default/jane', count: 2 },
      { value: 'group:default/b', count: 1 },
      { value: 'none', count: 1 },
    ]);
  });

  it('counts what is searched for', () => {
    expect(answer({ search: 'cart' }).facets.instance).toEqual([
      { value: 'main', count: 2 },
    ]);
  });
});

const status = fc.constantFrom('Healthy', 'Degraded', 'Missing' as const);
const testRow: fc.Arbitrary<TestRow> = fc.record({
  name: fc.stringMatching(/^[a-d]{1,3}$/),
  instance: fc.constantFrom('main', 'eu'),
  namespace: fc.constantFrom('argocd', 'apps'),
  project: fc.constantFrom('p', 'q'),
  environment: fc.constantFrom('dev', 'prod'),
  environmentRank: fc.nat(2),
  health: status,
  sinceMs: fc.nat(3),
  entityRef: fc.option(
    fc.constantFrom('component:default/x', 'api:default/y'),
    {
      nil: undefined,
    },
  ),
  owners: fc.subarray(['group:default/a', 'group:default/b']),
});
const idOf = ({ app }: FleetRow) =>
  `${app.instance}/${app.namespace}/${app.name}`;
const fleet = fc.uniqueArray(testRow, {
  maxLength: 30,
  selector: options => idOf(fleetRow(options)),
});
const sort = fc.constantFrom<FleetQuery['sort']>(
  'name',
  'health',
  'sync',
  'instance',
  'project',
  'environment',
  'owner',
  'since',
);
const query = fc.record({
  sort,
  order: fc.constantFrom('asc' as const, 'desc' as const),
  health: fc.constantFrom(undefined, 'Degraded', 'Degraded,Missing'),
  project: fc.constantFrom(undefined, 'p'),
  search: fc.constantFrom(undefined, 'a'),
});

function valuesOf(row: FleetApplication, facet: Facet): string[] {
  if (facet !== 'owner') {
    return [row[facet]];
  }
  return row.entityRef ? row.owners : ['none'];
}

describe('walking the pages', () => {
  it('shows every row that stays exactly once, in order, whatever comes and goes', () => {
    fc.assert(
      fc.property(
        fleet,
        fc.array(fleet, { minLength: 1, maxLength: 6 }),
        query,
        fc.integer({ min: 1, max: 7 }),
        (stable, passing, asked, limit) => {
          const kept = new Set(stable.map(row => idOf(fleetRow(row))));
          const expected = answer(
            { ...asked, limit: 500 },
            fleetRows(stable),
          ).items.map(row => `${row.instance}/${row.namespace}/${row.name}`);

          const seen: string[] = [];
          let cursor: string | undefined;
          for (let turn = 0; ; turn += 1) {
            const others = passing[turn % passing.length].filter(
              row => !kept.has(idOf(fleetRow(row))),
            );
            const page = answer(
              { ...asked, cursor, limit },
              fleetRows([...stable, ...others]),
            );
            expect(page.items.length).toBeLessThanOrEqual(limit);
            seen.push(
              ...page.items.map(
                row => `${row.instance}/${row.namespace}/${row.name}`,
              ),
            );
            cursor = page.nextCursor;
            if (cursor === undefined) {
              break;
            }
            expect(cursor.length).toBeLessThanOrEqual(1_000);
            expect(page.items).toHaveLength(limit);
          }
          expect(seen.filter(id => kept.has(id))).toEqual(expected);
        },
      ),
    );
  });

  it('counts as many rows as it shows', () => {
    fc.assert(
      fc.property(fleet, query, (options, asked) => {
        const all = answer({ ...asked, limit: 500 }, fleetRows(options));
        expect(all.total).toBe(all.items.length);
        for (const facet of FACETS) {
          const free = answer(
            { ...asked, [facet]: undefined, limit: 500 },
            fleetRows(options),
          );
          const counted = all.facets[facet].reduce(
            (sum, one) => sum + one.count,
            0,
          );
          const values = free.items.flatMap(row => valuesOf(row, facet));
          expect(counted).toBe(values.length);
          expect(new Set(all.facets[facet].map(one => one.value))).toEqual(
            new Set(values),
          );
        }
      }),
    );
  });
});

it('keeps a cursor within what the route takes, however long the names', () => {
  const long = 'x'.repeat(253);
  const [row] = fleetRows([
    {
      name: long,
      namespace: 'n'.repeat(63),
      instance: 'i'.repeat(63),
      project: 'p'.repeat(253),
    },
  ]);
  const { order, cursorFor } = parseFleetQuery({ sort: 'project' });
  expect(cursorFor(order.positionOf(row)).length).toBeLessThanOrEqual(1_000);
});
