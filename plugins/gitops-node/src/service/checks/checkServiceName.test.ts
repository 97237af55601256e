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

import { checkServiceName, ServiceNameFacts } from './checkServiceName';

const free: ServiceNameFacts = { name: 'orders', folders: [] };
const asked: ServiceNameFacts = {
  ...free,
  owner: 'group:default/team-shop',
  repositoryUrl: 'https://git.example/acme/orders',
};
const ref = 'component:default/orders';

describe('checkServiceName', () => {
  it.each<[string, ServiceNameFacts]>([
    ['a free name', free],
    ['a letter', { ...free, name: 'a' }],
    ['40 characters', { ...free, name: 'a'.repeat(40) }],
    [
      'a repository without a commit',
      { ...asked, repository: { empty: true } },
    ],
  ])('allows %s', (_, facts) => {
    expect(checkServiceName(facts)).toEqual({ status: 'ok' });
  });

  it.each<[string, ServiceNameFacts]>([
    [
      'the own entity, with its owner written short',
      {
        ...asked,
        entity: {
          owner: 'team-shop',
          repositoryUrl: 'https://git.example/acme/orders.git',
        },
      },
    ],
    [
      'the own repository',
      {
        ...asked,
        repository: { empty: false, component: 'orders', owner: 'team-shop' },
      },
    ],
    [
      'the own folders',
      {
        ...asked,
        folders: [{ path: 'applications/dev/orders', entityRef: ref }],
      },
    ],
    [
      'an entity whose place is unknown and whose owner is the same',
      { ...asked, entity: { owner: 'Group:default/Team-Shop' } },
    ],
  ])('says that a rerun changes only what differs: %s', (_, facts) => {
    expect(checkServiceName(facts)).toEqual({
      status: 'ok',
      message:
        '"orders" exists and is yours: in the environments that you choose, it gets what this form says, defaults included.',
    });
  });

  it('claims nothing for a person who has not chosen an owner yet', () => {
    expect(
      checkServiceName({
        ...asked,
        owner: undefined,
        folders: [{ path: 'applications/dev/orders', entityRef: ref }],
      }),
    ).toEqual({
      status: 'ok',
      message: '"orders" exists: choose its owner to change it.',
    });
  });

  it.each<[string, ServiceNameFacts, RegExp]>([
    ['no name', { ...free, name: '' }, /Give the service a name/],
    ['41 characters', { ...free, name: 'a'.repeat(41) }, /at most 40/],
    ['upper case', { ...free, name: 'Orders' }, /lower-case/],
    ['a switch to YAML', { ...free, name: 'on' }, /takes words such as on/],
    ['a digit first', { ...free, name: '1orders' }, /start with a letter/],
    ['a hyphen last', { ...free, name: 'orders-' }, /end with a hyphen/],
    [
      'a reserved name',
      { ...free, name: 'applications' },
      /platform itself uses/,
    ],
    ['a path', { ...free, name: '../orders' }, /lower-case/],
    [
      'an entity of another owner',
      { ...asked, entity: { owner: 'group:default/team-b' } },
      /belongs to group:default\/team-b.*Choose another name/,
    ],
    [
      'an entity from another place',
      {
        ...asked,
        entity: {
          owner: 'group:default/team-shop',
          repositoryUrl: 'https://git.example/acme/monolith',
        },
      },
      /comes from https:\/\/git\.example\/acme\/monolith/,
    ],
    [
      'an entity before an owner is chosen',
      { ...free, entity: { owner: 'team-b' } },
      /choose its owner first/,
    ],
    [
      'a repository of another component',
      { ...asked, repository: { empty: false, component: 'billing' } },
      /belongs to component "billing"/,
    ],
    [
      'a repository of another owner',
      {
        ...asked,
        repository: { empty: false, component: 'orders', owner: 'team-b' },
      },
      /belongs to team-b/,
    ],
    [
      'a repository that is no component',
      { ...asked, repository: { empty: false } },
      /no catalog-info\.yaml/,
    ],
    [
      'a folder of another entity',
      {
        ...asked,
        folders: [
          { path: 'applications/dev/orders', entityRef: ref },
          {
            path: 'applications/staging/orders',
            entityRef: 'component:other/orders',
          },
        ],
      },
      /applications\/staging\/orders in Git belongs to component:other\/orders/,
    ],
    [
      'a folder of no entity',
      { ...asked, folders: [{ path: 'applications/dev/orders' }] },
      /belongs to no entity/,
    ],
  ])('refuses %s', (_, facts, message) => {
    expect(checkServiceName(facts)).toEqual({
      status: 'refused',
      message: expect.stringMatching(message),
    });
  });

  it('tells nothing of an entity that the person may not see', () => {
    expect(
      checkServiceName({
        ...asked,
        entity: {
          owner: 'group:default/secret-team',
          repositoryUrl: 'https://git.example/secret/orders',
          hidden: true,
        },
      }),
    ).toEqual({
      status: 'refused',
      message: '"orders" is taken by another component. Choose another name.',
    });
  });
});
