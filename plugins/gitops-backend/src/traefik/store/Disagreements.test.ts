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

import { loadBalancer, router } from '../__testUtils__/routesInput';
import { Disagreements } from './Disagreements';
import type { TraefikSnapshot } from './TraefikSnapshot';

let tags = 0;
function replica(
  url: string,
  answeredAt: number,
  snapshot: Partial<TraefikSnapshot>,
) {
  tags += 1;
  return {
    url,
    answeredAt,
    circuit: 'closed' as const,
    snapshot: {
      version: '3.7.12',
      routers: [],
      services: [],
      middlewares: [],
      entryPoints: [],
      tag: `${tags}`,
      ...snapshot,
    },
  };
}

const ROUTER = router('Host(`a`)');
const ID = `router http ${ROUTER.name}`;

describe('Disagreements', () => {
  it('counts what lasts, and not what one replica has heard of first', () => {
    const both = Disagreements.create();
    const a = replica('a', 1_000, { routers: [ROUTER] });
    const b = replica('b', 900, {});
    expect([...both.settled([a, b], 1_000)]).toEqual([]);
    // Only one has been asked since.
    expect([...both.settled([{ ...a, answeredAt: 2_000 }, b], 2_000)]).toEqual(
      [],
    );
    const later = [
      { ...a, answeredAt: 2_000 },
      { ...b, answeredAt: 2_100 },
    ];
    expect([...both.settled(later, 2_100)]).toEqual([
      [ID, ['1 of 2 replicas have it']],
    ]);
    const agreed = replica('b', 3_000, { routers: [ROUTER] });
    expect([...both.settled([a, agreed], 3_000)]).toEqual([]);
    // Had it not been forgotten, it would count at once.
    expect([...both.settled([a, { ...b, answeredAt: 4_000 }], 4_000)]).toEqual(
      [],
    );
  });

  it.each([
    [{ rule: 'Host(`b`)' }, 'rule'],
    [{ priority: '99' }, 'priority'],
    [{ status: 'disabled' as const }, 'status'],
    [{ middlewares: ['x@file'] }, 'middlewares'],
  ])('says what differs: %j', (differs, aspect) => {
    const all = Disagreements.create();
    const replicas = [
      replica('a', 1, { routers: [ROUTER] }),
      replica('b', 1, { routers: [{ ...ROUTER, ...differs }] }),
    ];
    all.settled(replicas, 1);
    const later = replicas.map(one => ({ ...one, answeredAt: 2 }));
    expect([...all.settled(later, 2)]).toEqual([
      [ID, [`they differ in its ${aspect}`]],
    ]);
  });

  it('lets each replica check the health of servers for itself', () => {
    const all = Disagreements.create();
    const name = 'w@kubernetescrd';
    const replicas = (['up', 'down'] as const).map(status =>
      replica(status, 1, {
        services: [loadBalancer(name, [{ address: 'http://a', status }])],
      }),
    );
    all.settled(replicas, 1);
    const later = replicas.map(one => ({ ...one, answeredAt: 2 }));
    expect([...all.settled(later, 2)]).toEqual([]);
  });
});
