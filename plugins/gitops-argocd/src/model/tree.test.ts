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
import type { ApplicationResource } from '@gitops-platform/backstage-plugin-gitops-common';
import { manyResources, resources } from '../../dev/fixtures';
import {
  filterResources,
  noFilter,
  type ResourceFilter,
} from './filterResources';
import { resourceKey } from './resourceKey';
import { resourceTree, type PlacedResource } from './resourceTree';
import { treeStep } from './treeStep';
import { foldable, foldedAtFirst, visibleRows } from './visibleRows';

const tree = resourceTree(resources().items);

const outline = (placed: PlacedResource[]) =>
  placed.map(({ resource, depth }) => `${'  '.repeat(depth)}${resource.uid}`);

describe('resourceTree', () => {
  it('puts each resource below its owner', () => {
    expect(outline(tree)).toEqual([
      'Service/cart',
      '  EndpointSlice/cart-x7k2p',
      'ServiceAccount/cart',
      'Deployment/cart',
      '  ReplicaSet/cart-6d5f8c7b9',
      '    Pod/cart-6d5f8c7b9-2xkqz',
      '    Pod/cart-6d5f8c7b9-9wlpm',
      'IngressRoute/cart',
    ]);
  });

  it('loses nothing to owners that are unknown or go round in a circle', () => {
    const [first, second, third, fourth] = resources().items;
    const odd = [
      { ...first, parent: 'nobody' },
      { ...second, parent: third.uid },
      { ...third, parent: second.uid },
      { ...fourth, parent: fourth.uid },
    ];
    expect(outline(resourceTree(odd))).toEqual([
      first.uid,
      fourth.uid,
      second.uid,
      `  ${third.uid}`,
    ]);
  });
});

describe('filterResources', () => {
  it.each<[Partial<ResourceFilter>, string[]]>([
    [
      { unwell: true },
      [
        'Deployment/cart',
        '  ReplicaSet/cart-6d5f8c7b9',
        '    Pod/cart-6d5f8c7b9-9wlpm',
        'IngressRoute/cart',
      ],
    ],
    [
      { text: ' WLP' },
      [
        'Deployment/cart',
        '  ReplicaSet/cart-6d5f8c7b9',
        '    Pod/cart-6d5f8c7b9-9wlpm',
      ],
    ],
    [
      { kinds: ['Service', 'IngressRoute'] },
      ['Service/cart', 'IngressRoute/cart'],
    ],
    [
      { healths: ['Healthy'], kinds: ['Pod'], text: 'acme/cart:1.4.2' },
      [
        'Deployment/cart',
        '  ReplicaSet/cart-6d5f8c7b9',
        '    Pod/cart-6d5f8c7b9-2xkqz',
      ],
    ],
    [{ healths: ['Missing'] }, []],
  ])('keeps, for %j, what fits and its owners', (filter, expected) => {
    expect(outline(filterResources(tree, { ...noFilter, ...filter }))).toEqual(
      expected,
    );
  });

  it('keeps all without a filter', () => {
    expect(filterResources(tree, noFilter)).toEqual(tree);
  });
});

describe('visibleRows', () => {
  it('leaves out what is below what is folded, and says who owns others', () => {
    const rows = visibleRows(
      tree,
      new Set(['Deployment/cart', 'ReplicaSet/cart-6d5f8c7b9']),
    );
    expect(
      rows.map(({ resource, expanded }) => [resource.kind, expanded]),
    ).toEqual([
      ['Service', true],
      ['EndpointSlice', undefined],
      ['ServiceAccount', undefined],
      ['Deployment', false],
      ['IngressRoute', undefined],
    ]);
  });

  it('begins a large tree with what is well folded away', () => {
    expect(foldedAtFirst(tree)).toEqual(new Set());
    const large = resourceTree(manyResources().items);
    const rows = visibleRows(large, foldedAtFirst(large));
    expect(
      rows.filter(({ depth }) => depth > 0).map(r => r.resource.name),
    ).toEqual([
      'part-150-6d5f8c7b9',
      'part-150-6d5f8c7b9-0',
      'part-150-6d5f8c7b9-1',
      'part-150-6d5f8c7b9-2',
    ]);
  });
});

describe('treeStep', () => {
  const all = visibleRows(tree, new Set());
  const folded = visibleRows(tree, new Set(foldable(tree)));
  it.each([
    ['ArrowDown', 0, all, { focus: 1 }],
    ['ArrowDown', 7, all, { focus: 7 }],
    ['ArrowUp', 0, all, { focus: 0 }],
    ['Home', 5, all, { focus: 0 }],
    ['End', 0, all, { focus: 7 }],
    ['ArrowRight', 3, all, { focus: 4 }],
    ['ArrowRight', 2, all, { focus: 2 }],
    ['ArrowRight', 2, folded, { unfold: 'Deployment/cart' }],
    ['ArrowLeft', 3, all, { fold: 'Deployment/cart' }],
    ['ArrowLeft', 6, all, { focus: 4 }],
    ['ArrowLeft', 2, folded, { focus: 2 }],
    ['x', 0, all, undefined],
    ['ArrowDown', 0, [], undefined],
  ])(
    'does with %s at row %i what the pattern says',
    (key, index, rows, expected) => {
      expect(treeStep(rows, index, key)).toEqual(expected);
    },
  );

  it('never leads out of any tree, whatever its shape and its folds', () => {
    const [sample] = resources().items;
    const uids = fc.integer({ min: 0, max: 8 }).map(String);
    const anyTree = fc
      .uniqueArray(
        fc.record({ uid: uids, parent: fc.option(uids, { nil: undefined }) }),
        { selector: ({ uid }) => uid },
      )
      .map(items =>
        items.map((item): ApplicationResource => ({ ...sample, ...item })),
      );
    const keys = fc.constantFrom(
      'ArrowDown',
      'ArrowUp',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
    );
    fc.assert(
      fc.property(anyTree, fc.uniqueArray(uids), keys, (items, folds, key) => {
        const placed = resourceTree(items);
        expect(placed).toHaveLength(items.length);
        const rows = visibleRows(placed, new Set(folds));
        const targets = rows.flatMap((_, index) => {
          const step = treeStep(rows, index, key);
          return step && 'focus' in step ? [rows[step.focus]] : [];
        });
        expect(targets).not.toContain(undefined);
      }),
    );
  });
});

describe('resourceKey', () => {
  it('tells apart what has the same name', () => {
    const name = { group: '', kind: 'Service', namespace: 'a', name: 'cart' };
    const keys = [
      name,
      { ...name, namespace: 'b' },
      { ...name, namespace: undefined },
      { ...name, group: 'x' },
      { ...name, kind: 'Pod' },
    ].map(resourceKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys[0]).toBe('/Service/a/cart');
  });
});
