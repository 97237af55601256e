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
import type { ListedCluster } from '../reading/readClusters';
import { clusterNames } from './clusterNames';
import { clustersOf } from './clustersOf';

const OWN = 'https://kubernetes.default.svc';

type Destination = { name?: string; server?: string };

function keys(destinations: Destination[], listed: ListedCluster[] = []) {
  const clusters = clustersOf({
    instance: 'main',
    listed,
    applications: destinations.map(destination => ({ destination })),
  });
  return clusters.map(({ key, name }) => [key, name]);
}

function names(
  destinations: Destination[],
  options: { instances?: string[]; listed?: ListedCluster[] } = {},
) {
  const { instances = ['main'], listed = [] } = options;
  const clusters = clustersOf({
    instance: 'main',
    listed,
    applications: destinations.map(destination => ({ destination })),
  });
  return [...clusterNames(clusters, { instances }).values()];
}

describe('clustersOf', () => {
  it.each<[string, Destination[], ListedCluster[], unknown]>([
    ['nothing', [{}, { name: ' ' }], [], []],
    [
      'a destination twice',
      [{ server: 'https://a:443/' }, { server: 'HTTPS://A:443' }],
      [],
      [['https://a:443', undefined]],
    ],
    [
      'the own cluster in all its spellings',
      [
        { name: 'in-cluster' },
        { server: OWN },
        { server: `${OWN}/` },
        { server: `${OWN}:443` },
        { server: `${OWN}.cluster.local` },
      ],
      [],
      [['in-cluster', 'in-cluster']],
    ],
    [
      'the own cluster under another name, as the list has it',
      [{ name: 'hub' }, { server: OWN }],
      [{ name: 'hub', server: OWN }],
      [['in-cluster', 'hub']],
    ],
    [
      'names and servers that nothing ties together',
      [{ name: 'eks' }, { server: 'https://a' }],
      [],
      [
        ['https://a', undefined],
        ['name eks', 'eks'],
      ],
    ],
    [
      'names and servers that the list ties together',
      [{ name: 'eks' }, { server: 'https://a' }],
      [{ name: 'eks', server: 'https://a/' }],
      [['https://a', 'eks']],
    ],
    [
      'a listed cluster without Applications, and without a name',
      [],
      [
        { name: 'https://a', server: 'https://a' },
        { name: '', server: 'https://b' },
      ],
      [
        ['https://a', undefined],
        ['https://b', undefined],
      ],
    ],
  ])('%s', (_name, destinations, listed, expected) => {
    expect(keys(destinations, listed)).toEqual(expected);
  });
});

describe('clusterNames', () => {
  it.each<[string, Destination[], string[], unknown]>([
    ['a plain name', [{ name: 'eks-prod' }], ['main'], ['main-eks-prod']],
    [
      'the own cluster, whatever it is called',
      [{ server: OWN }],
      ['main'],
      ['main-in-cluster'],
    ],
    [
      'an address, which stays hidden',
      [{ server: 'https://10.0.0.1' }],
      ['main'],
      [expect.stringMatching(/^main-cluster-[0-9a-f]{8}$/)],
    ],
    [
      'names that differ in what an entity’s name cannot hold',
      [{ name: 'a/b' }, { name: 'a:b' }, { name: 'a-b' }],
      ['main'],
      [
        'main-a-b',
        expect.stringMatching(/^main-a-b-[0-9a-f]{8}$/),
        expect.stringMatching(/^main-a-b-[0-9a-f]{8}$/),
      ],
    ],
    [
      'a name in capitals',
      [{ name: 'Prod' }],
      ['main'],
      [expect.stringMatching(/^main-prod-[0-9a-f]{8}$/)],
    ],
    [
      'a long name',
      [
        {
          name: `arn:aws:eks:eu-west-1:123456789012:cluster/${'x'.repeat(60)}`,
        },
      ],
      ['main'],
      [expect.stringMatching(/^main-arn-aws-eks-[-a-z0-9]{37}-[0-9a-f]{8}$/)],
    ],
    [
      'an instance the name of which goes on like the cluster’s',
      [{ name: 'eu-a' }, { name: 'b' }],
      ['main', 'main-eu'],
      ['main-b', expect.stringMatching(/^main-eu-a-[0-9a-f]{8}$/)],
    ],
    [
      'an instance that differs in letter case only',
      [{ name: 'a' }],
      ['main', 'Main'],
      [expect.stringMatching(/^main-a-[0-9a-f]{8}$/)],
    ],
  ])('%s', (_name, destinations, instances, expected) => {
    expect(names(destinations, { instances }).sort()).toEqual(expected);
  });

  it('tells two listed clusters of one name apart', () => {
    const [first, second] = names([], {
      listed: [
        { name: 'eks', server: 'https://a' },
        { name: 'eks', server: 'https://b' },
      ],
    });
    expect(first).toMatch(/^main-eks-[0-9a-f]{8}$/);
    expect(second).not.toBe(first);
  });

  it('gives every cluster a name that an entity may have, and none twice', () => {
    const instance = fc.constantFrom('a', 'A', 'a-b', 'a.b', 'b');
    const destination = fc.oneof(
      fc.record({ name: fc.string({ minLength: 1, maxLength: 70 }) }),
      fc.record({
        name: fc.constantFrom('b', 'c', 'b-c', 'B.c', 'in-cluster'),
      }),
      fc.record({ server: fc.constantFrom(OWN, 'https://a', 'https://b') }),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(instance, fc.array(destination)), {
          selector: ([name]) => name,
        }),
        worlds => {
          const instances = worlds.map(([name]) => name);
          const all = worlds.flatMap(([name, destinations]) => {
            const clusters = clustersOf({
              instance: name,
              listed: [],
              applications: destinations.map(one => ({ destination: one })),
            });
            return [...clusterNames(clusters, { instances }).values()];
          });
          expect(new Set(all).size).toBe(all.length);
          expect(
            all.filter(
              name => !/^[a-z0-9]([-_.a-z0-9]{0,61}[a-z0-9])?$/.test(name),
            ),
          ).toEqual([]);
        },
      ),
    );
  });
});
