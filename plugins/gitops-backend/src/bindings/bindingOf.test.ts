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

import type { Entity } from '@backstage/catalog-model';
import {
  ArgoApplication,
  GitOpsBindingRule,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { bindingOf } from './bindingOf';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'argocd/app-name': 'orders-dev' },
  },
  spec: { system: 'shop' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/team-a' },
    { type: 'ownedBy', targetRef: 'group:default/team-b' },
  ],
};
const app: Pick<
  ArgoApplication,
  'annotations' | 'project' | 'sources' | 'destination'
> = {
  annotations: {},
  project: 'team-b',
  sources: [
    { repoUrl: 'https://git.example/charts.git' },
    { repoUrl: 'https://git.example/acme/orders.git' },
  ],
  destination: { namespace: 'shop-orders' },
};
const annotated = (ref: string) => ({
  ...app,
  annotations: { 'backstage.io/entity-ref': ref },
});

describe('bindingOf', () => {
  it.each([
    'component:default/orders',
    'Component:Default/Orders',
    ' component:orders ',
    'orders',
  ])('is proved where the Application names the entity: %s', ref => {
    expect(
      bindingOf(annotated(ref), entity, { mode: 'claim', rules: [] }),
    ).toEqual({
      status: 'proved',
      reason: 'backstage.io/entity-ref',
    });
  });

  it.each<[string, typeof app, RegExp]>([
    ['names nothing', app, /names no entity.*component:default\/orders in Git/],
    ['names another', annotated('component:x/orders'), /names another entity/],
    ['names an API', annotated('api:default/orders'), /names another entity/],
    ['names no entity', annotated('a:b:c/d'), /names another entity/],
    ['has an empty annotation', annotated(''), /names another entity/],
  ])('is unproved where the Application %s', (_, given, reason) => {
    expect(bindingOf(given, entity, { mode: 'claim', rules: [] })).toEqual({
      status: 'unproved',
      reason: expect.stringMatching(reason),
    });
  });

  it.each<[string, GitOpsBindingRule, boolean]>([
    ['the project of any owner', { project: '{owner}' }, true],
    ['another project', { project: '{name}' }, false],
    [
      'any source, however it is written',
      { repository: 'https://git.example/acme/{name}' },
      true,
    ],
    ['another source', { repository: 'https://git.example/{name}' }, false],
    ['the namespace', { destinationNamespace: '{system}-{name}' }, true],
    [
      'every field',
      { project: '{owner}', destinationNamespace: '{system}-{name}' },
      true,
    ],
    [
      'one field of two',
      { project: '{owner}', destinationNamespace: '{name}' },
      false,
    ],
    ['no field at all', {}, false],
  ])('reads rules: %s', (_, rule, proved) => {
    const binding = bindingOf(app, entity, {
      mode: 'claim',
      rules: [{ project: 'x-{name}' }, rule],
    });
    expect(binding.status).toBe(proved ? 'proved' : 'unproved');
    expect(binding.reason === 'gitops.bindings.rules[1]').toBe(proved);
  });

  it.each<[string, Partial<Entity>, GitOpsBindingRule, boolean]>([
    ['another kind', { kind: 'API' }, { project: '{owner}' }, false],
    [
      'a namesake in another namespace',
      { metadata: { name: 'orders', namespace: 'mine' } },
      { repository: 'https://git.example/acme/{name}' },
      false,
    ],
    [
      'another namespace that the rule names',
      { metadata: { name: 'orders', namespace: 'shop' } },
      { destinationNamespace: '{namespace}-{name}' },
      true,
    ],
    [
      'an owner of another namespace',
      { relations: [{ type: 'ownedBy', targetRef: 'group:mine/team-b' }] },
      { project: '{owner}' },
      false,
    ],
    [
      'a person called like a team',
      { relations: [{ type: 'ownedBy', targetRef: 'user:default/team-b' }] },
      { project: '{owner}' },
      false,
    ],
    [
      'a system that is no reference',
      { spec: { system: 'a:b:c/d' } },
      { destinationNamespace: '{system}-{name}' },
      false,
    ],
    [
      'a system of another namespace',
      { spec: { system: 'mine/shop' } },
      { destinationNamespace: '{system}-{name}' },
      false,
    ],
  ])(
    'does not take a namesake for the entity: %s',
    (_, change, rule, proved) => {
      expect(
        bindingOf(
          app,
          { ...entity, ...change },
          { mode: 'claim', rules: [rule] },
        ).status,
      ).toBe(proved ? 'proved' : 'unproved');
    },
  );

  it('matches no rule with what the entity lacks', () => {
    const bare: Entity = { ...entity, spec: {}, relations: [] };
    const given = {
      ...app,
      project: '',
      destination: { namespace: '-orders' },
    };
    for (const rule of [
      { project: '{owner}' },
      { destinationNamespace: '{system}-{name}' },
    ]) {
      expect(
        bindingOf(given, bare, { mode: 'strict', rules: [rule] }).status,
      ).toBe('unproved');
    }
  });
});
