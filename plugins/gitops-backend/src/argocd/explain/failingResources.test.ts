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

import type { ResourceHealth } from './FailingResource';
import { failingResources } from './failingResources';

type Node = Partial<ResourceHealth> & { name: string };

function nodes(...all: Node[]): ResourceHealth[] {
  return all.map(node => ({
    uid: node.name,
    group: '',
    kind: 'Pod',
    ...node,
  }));
}

const broken = (name: string, state = 'ImagePullBackOff'): Node => ({
  name,
  parent: 'orders-7d4f',
  health: 'Degraded',
  healthMessage: 'Back-off pulling image "ghcr.io/acme/orders:2"',
  info: [{ name: 'Status Reason', value: state }],
});

describe('failingResources', () => {
  it('finds nothing where all is well, and what has no health is no failure', () => {
    expect(
      failingResources(
        nodes({ name: 'a', health: 'Healthy' }, { name: 'b', kind: 'Secret' }),
      ),
    ).toEqual([]);
  });

  it('puts the worst first, and what lies deepest before its owners', () => {
    const tree = nodes(
      { name: 'paused', kind: 'Rollout', health: 'Suspended' },
      { name: 'waiting', kind: 'Job', health: 'Progressing' },
      { name: 'gone', kind: 'ConfigMap', health: 'Missing' },
      { name: 'odd', kind: 'Widget', health: 'Unknown' },
      { name: 'orders', kind: 'Deployment', health: 'Degraded' },
      { name: 'orders-7d4f', kind: 'ReplicaSet', parent: 'orders' },
      broken('orders-7d4f-x'),
    );
    const expected = [
      'orders-7d4f-x',
      'orders',
      'odd',
      'gone',
      'waiting',
      'paused',
    ];
    expect(failingResources(tree).map(({ name }) => name)).toEqual(expected);
    expect(
      failingResources([...tree].reverse()).map(({ name }) => name),
    ).toEqual(expected);
  });

  it('counts siblings that fail in the same way as one', () => {
    expect(
      failingResources(
        nodes(
          broken('c', 'CrashLoopBackOff'),
          broken('b'),
          broken('a'),
          { ...broken('elsewhere'), parent: 'billing-1' },
          { ...broken('root'), parent: undefined },
          { ...broken('another-root'), parent: undefined },
        ),
      ).map(({ name, others }) => [name, others]),
    ).toEqual([
      ['a', 1],
      ['c', 0],
      ['elsewhere', 0],
      ['another-root', 0],
      ['root', 0],
    ]);
  });

  it.each<[string, Node, string | undefined]>([
    [
      'its state and message',
      broken('a'),
      'ImagePullBackOff: Back-off pulling image "ghcr.io/acme/orders:2"',
    ],
    [
      'how many containers are ready of what runs',
      {
        name: 'a',
        health: 'Progressing',
        info: [
          { name: 'Status Reason', value: 'Running' },
          { name: 'Containers', value: '1/2' },
        ],
      },
      '1/2 containers are ready',
    ],
    [
      'nothing where nothing is known',
      { name: 'a', health: 'Missing' },
      undefined,
    ],
    [
      'at most 300 characters',
      { name: 'a', health: 'Degraded', healthMessage: 'x'.repeat(400) },
      `${'x'.repeat(299)}…`,
    ],
  ])('says %s', (_, node, message) => {
    expect(failingResources(nodes(node))[0].message).toBe(message);
  });

  it('is bounded, and survives owners that own each other', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({
      name: `pod-${i}`,
      health: 'Degraded' as const,
    }));
    expect(failingResources(nodes(...many))).toHaveLength(20);
    expect(
      failingResources(
        nodes(
          { name: 'a', parent: 'b', health: 'Degraded' },
          { name: 'b', parent: 'a', health: 'Degraded' },
        ),
      ),
    ).toHaveLength(2);
  });
});
