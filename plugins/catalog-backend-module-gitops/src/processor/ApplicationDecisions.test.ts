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

import { catalogApplication } from '../__testUtils__/catalogApplication';
import { componentOf } from '../__testUtils__/componentOf';
import { factsOf, type EntityFacts } from '../applications/EntityFacts';
import { createRules } from '../applications/rules';
import type { Reading } from '../reading/InstanceReader';
import { ApplicationDecisions, type Knowledge } from './ApplicationDecisions';

type State = { asked: boolean; reading: Reading | undefined };

const unasked: State = { asked: false, reading: undefined };
const failing: State = { asked: true, reading: undefined };
const answering = (...names: string[]): State => ({
  asked: true,
  reading: {
    applications: names.map(name => catalogApplication(name)),
    clusters: [],
  },
});

const rules = createRules({ environments: [], repositories: [] });
const orders = factsOf(componentOf('orders'), rules);

function setUp(instances: State[], entities?: EntityFacts[]) {
  const readers = { instances, entities: { entities } };
  const decisions = ApplicationDecisions.create({ rules, readers });
  return { readers, decisions };
}

describe('ApplicationDecisions', () => {
  it.each<[Knowledge, string, State[], EntityFacts[] | undefined]>([
    ['none', 'before an instance was asked', [unasked, answering()], []],
    ['none', 'before the entities were read', [answering()], undefined],
    [
      'partial',
      'while an instance has never answered',
      [failing, answering()],
      [],
    ],
    ['partial', 'while none has ever answered', [failing], []],
    ['complete', 'once all have answered', [answering(), answering()], []],
  ])('knows %s %s', (knowledge, _when, instances, entities) => {
    expect(setUp(instances, entities).decisions.knowledge).toBe(knowledge);
  });

  it('goes by what was read last', () => {
    const { readers, decisions } = setUp([answering()], [orders]);
    const { index } = decisions;
    expect(decisions.decide(componentOf('orders')).outcome).toBe('none');
    expect(decisions.index).toBe(index);

    readers.instances[0] = answering('orders');
    expect(decisions.decide(componentOf('orders')).outcome).toBe('decided');

    const decided = decisions.index;
    readers.entities.entities = [
      orders,
      factsOf(componentOf('orders', { namespace: 'team-b' }), rules),
    ];
    expect(decisions.index).not.toBe(decided);
    expect(
      [...decisions.decideAll()].map(([ref, { outcome }]) => [ref, outcome]),
    ).toEqual([
      ['component:default/orders', 'ambiguous'],
      ['component:team-b/orders', 'ambiguous'],
    ]);
  });
});
