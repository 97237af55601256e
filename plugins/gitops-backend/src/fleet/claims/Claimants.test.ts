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

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  parseApplication,
  readGitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import fc from 'fast-check';
import { componentOf } from '../../__testUtils__/componentOf';
import { ClaimedApplications } from '../../argocd/ClaimedApplications';
import { applicationKey, ApplicationStore } from '../../argocd/store';
import { Claimants } from './Claimants';
import { toClaimingEntity, type ClaimingEntity } from './ClaimingEntity';

const name = fc.constantFrom('a', 'b', 'c', 'd');
const label = fc.constantFrom('x', 'y');
const application = fc.record({
  name,
  namespace: fc.constantFrom('argocd', 'apps'),
  project: fc.constantFrom('p', 'q'),
  label: fc.option(label, { nil: undefined }),
  set: fc.option(name, { nil: undefined }),
  parent: fc.option(name, { nil: undefined }),
});
const annotations = fc.oneof(
  fc.record({
    'argocd/app-name': fc.array(name, { minLength: 1 }).map(String),
  }),
  fc.record({
    'argocd/app-selector': fc.constantFrom(
      'app=x',
      'app in (x,y)',
      '!app',
      'app',
      'a=',
    ),
  }),
  fc.record({
    'argocd/app-name': name,
    'argocd/project-name': fc.constantFrom('p', 'q'),
  }),
);
const catalog = fc.uniqueArray(
  fc.tuple(fc.constantFrom('one', 'two', 'three'), annotations),
  { selector: ([entity]) => entity },
);

const step = fc.oneof(
  fc.record({ put: application }),
  fc.record({ remove: application }),
  fc.record({ catalog }),
  fc.constant('settle' as const),
);

function setUp() {
  const store = ApplicationStore.create({ logger: mockServices.logger.mock() });
  const config = readGitOpsConfig(new ConfigReader({}));
  const claimed = ClaimedApplications.create({ store, config });
  return { store, claimed, claimants: Claimants.create({ store, claimed }) };
}

it('knows after any changes what it would find out from nothing', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), steps => {
      const { store, claimed, claimants } = setUp();
      store.onChange(change => claimants.applicationChanged(change));
      let entities: ReadonlyMap<string, ClaimingEntity> = new Map();

      for (const one of steps) {
        if (one === 'settle') {
          claimants.settle();
        } else if ('put' in one) {
          store.upsert('main', parseApplication(raw(one.put)));
        } else if ('remove' in one) {
          store.remove({ ...one.remove, instance: 'main' });
        } else {
          entities = entitiesOf(one.catalog);
          claimants.setEntities(entities);
        }
      }
      claimants.settle();

      for (const app of store.list('main')) {
        const expected = [...entities.values()]
          .filter(({ claim }) => claimed.find(claim).includes(app))
          .map(({ entityRef }) => entityRef)
          .sort();
        const found = claimants.of(applicationKey(app));
        expect(found.map(({ entityRef }) => entityRef)).toEqual(expected);
      }
    }),
  );
});

it('tells which Applications may have other claimants, and looks at no other claims', () => {
  const { store, claimed, claimants } = setUp();
  store.onChange(change => claimants.applicationChanged(change));
  const find = jest.spyOn(claimed, 'find');
  for (const one of ['a', 'b']) {
    store.upsert('main', parseApplication(raw({ name: one })));
  }
  claimants.setEntities(
    entitiesOf([
      ['one', { 'argocd/app-name': 'a' }],
      ['two', { 'argocd/app-name': 'b' }],
    ]),
  );
  expect([...claimants.settle()]).toEqual(['main/argocd/a', 'main/argocd/b']);
  find.mockClear();

  // Its health is no matter of claims.
  const degraded = { status: { health: { status: 'Degraded' } } };
  store.upsert(
    'main',
    parseApplication({ ...raw({ name: 'a' }), ...degraded }),
  );
  expect([...claimants.settle()]).toEqual([]);
  store.remove({ instance: 'main', namespace: 'argocd', name: 'a' });
  expect([...claimants.settle()]).toEqual(['main/argocd/a']);
  expect(find).toHaveBeenCalledTimes(1);
});

function entitiesOf(
  catalogEntities: [string, Record<string, string>][],
): ReadonlyMap<string, ClaimingEntity> {
  return new Map(
    catalogEntities.flatMap(([entity, claims]) => {
      const claiming = toClaimingEntity(componentOf(entity, claims));
      return claiming ? [[claiming.entityRef, claiming]] : [];
    }),
  );
}

function raw(options: {
  name: string;
  namespace?: string;
  project?: string;
  label?: string;
  set?: string;
  parent?: string;
}) {
  const { namespace = 'argocd', label: app, set, parent } = options;
  return {
    metadata: {
      name: options.name,
      namespace,
      labels: app ? { app } : {},
      annotations: parent && {
        'argocd.argoproj.io/tracking-id': `${parent}:argoproj.io/Application:${namespace}/${options.name}`,
      },
      ownerReferences: set ? [{ kind: 'ApplicationSet', name: set }] : [],
    },
    spec: { project: options.project },
  };
}
