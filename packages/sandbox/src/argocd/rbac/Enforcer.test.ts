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

import { ProjectStore } from '../projects';
import { VersionCounter } from '../store';
import type { AppProject } from '../types';
import { ACCOUNTS, POLICY } from './accounts';
import { type Demand, Enforcer } from './Enforcer';
import { parsePolicies } from './parsePolicies';

const project = (name: string, role: string): AppProject => ({
  metadata: { name, namespace: 'argocd' },
  spec: {
    roles: [
      {
        name: role,
        policies: [
          `p, proj:${name}:${role}, applications, *, ${name}/*, allow`,
          `p, proj:${name}:${role}, applications, sync, ${name}/frozen, deny`,
          // A project cannot give away what is another's.
          `p, proj:${name}:${role}, applications, get, other/*, allow`,
        ],
      },
    ],
  },
  status: {},
});

const enforcer = new Enforcer(
  POLICY,
  new ProjectStore(new VersionCounter(), {
    projects: [project('team', 'deployer')],
    createdAt: '',
    uid: '',
  }),
);

const caller = (username: string) => ({ username, issuedAt: '2026-01-01' });

describe('Enforcer', () => {
  it.each<[string, Demand['resource'], Demand['action'], string, boolean]>([
    ['admin', 'projects', 'delete', 'team', true],
    ['backstage', 'applications', 'sync', 'team/cart', true],
    ['backstage', 'applications', 'sync', 'team/apps/cart', true],
    ['backstage', 'applications', 'delete', 'team/cart', false],
    ['backstage', 'projects', 'create', 'new', false],
    ['backstage', 'logs', 'get', 'team/cart', true],
    ['reader', 'applications', 'get', 'team/cart', true],
    ['reader', 'applications', 'sync', 'team/cart', false],
    ['dev-team', 'applications', 'sync', 'workloads-dev/cart', true],
    ['dev-team', 'applications', 'get', 'workloads-production/cart', false],
    ['dev-team', 'clusters', 'get', 'https://kubernetes.default.svc', false],
    ['proj:team:deployer', 'applications', 'sync', 'team/cart', true],
    ['proj:team:deployer', 'applications', 'sync', 'team/frozen', false],
    ['proj:team:deployer', 'applications', 'get', 'team/frozen', true],
    ['proj:team:deployer', 'applications', 'get', 'other/cart', false],
    ['proj:team:deployer', 'projects', 'get', 'team', true],
    ['proj:team:nosuch', 'applications', 'get', 'team/cart', false],
    ['', 'applications', 'get', 'team/cart', false],
  ])('%s: %s %s %s', (username, resource, action, object, allowed) => {
    const demand = { resource, action, object };
    expect(enforcer.allows(caller(username), demand)).toBe(allowed);
  });

  it('says what it refuses', () => {
    expect(() =>
      enforcer.require(caller('reader'), {
        resource: 'applications',
        action: 'sync',
        object: 'team/cart',
      }),
    ).toThrow(
      'permission denied: applications, sync, team/cart, sub: reader, iat: 2026-01-01',
    );
  });

  it('knows every account of its policy', () => {
    const names = ACCOUNTS.map(({ name }) => name);
    expect(parsePolicies(POLICY).groups.map(({ member }) => member)).toEqual(
      expect.arrayContaining(names),
    );
  });
});

describe('parsePolicies', () => {
  it('reads rules, roles and nothing else', () => {
    expect(
      parsePolicies([
        '# who may what',
        '',
        'p, a , applications, get, */*, deny',
        'g, a, role:b',
      ]),
    ).toEqual({
      rules: [
        {
          subject: 'a',
          resource: 'applications',
          action: 'get',
          object: '*/*',
          allow: false,
        },
      ],
      groups: [{ member: 'a', role: 'role:b' }],
    });
  });

  it.each(['p, a, applications, get, */*', 'p, a, b, c, d, maybe', 'x, y'])(
    'refuses %s',
    line => {
      expect(() => parsePolicies([line])).toThrow(`'${line}' is not a policy`);
    },
  );
});
