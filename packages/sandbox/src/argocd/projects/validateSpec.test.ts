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

import type { AppProject, ApplicationSpec, GroupKind } from '../types';
import { refusalOf } from './permissions';
import { validateSpec } from './validateSpec';

const project = (spec: AppProject['spec']): AppProject => ({
  metadata: { name: 'team', namespace: 'argocd' },
  spec,
  status: {},
});

const OPEN = {
  sourceRepos: ['http://git/acme/*'],
  destinations: [{ name: 'in-cluster', namespace: '*-dev' }],
};

const SPEC: ApplicationSpec = {
  project: 'team',
  source: { repoURL: 'http://git/acme/cart.git', path: 'chart' },
  destination: { name: 'in-cluster', namespace: 'cart-dev' },
};

const application = (spec: ApplicationSpec, namespace = 'argocd') => ({
  metadata: { name: 'cart', namespace },
  spec,
});

const SERVER = 'https://kubernetes.default.svc';

describe('validateSpec', () => {
  it.each<[string, Partial<ApplicationSpec>, AppProject['spec'], string[]]>([
    ['fits', {}, OPEN, []],
    [
      'fits by server',
      { destination: { server: SERVER, namespace: 'a' } },
      { sourceRepos: ['*'], destinations: [{ server: '*', namespace: '*' }] },
      [],
    ],
    [
      'repository',
      {},
      { ...OPEN, sourceRepos: ['http://git/other/*'] },
      [
        "application repo http://git/acme/cart.git is not permitted in project 'team'",
      ],
    ],
    [
      'a denied repository',
      {},
      { ...OPEN, sourceRepos: ['http://git/acme/*', '!http://git/acme/cart'] },
      [
        "application repo http://git/acme/cart.git is not permitted in project 'team'",
      ],
    ],
    [
      'namespace',
      { destination: { name: 'in-cluster', namespace: 'cart-production' } },
      OPEN,
      [
        "application destination server 'in-cluster' and namespace 'cart-production' do not match any of the allowed destinations in project 'team'",
      ],
    ],
    [
      'a denied namespace',
      { destination: { server: SERVER, namespace: 'kube-dev' } },
      {
        ...OPEN,
        destinations: [
          { server: SERVER, namespace: '*' },
          { server: SERVER, namespace: '!kube-*' },
        ],
      },
      [
        `application destination server '${SERVER}' and namespace 'kube-dev' do not match any of the allowed destinations in project 'team'`,
      ],
    ],
    [
      'cluster',
      { destination: { name: 'moon', namespace: 'cart-dev' } },
      OPEN,
      ['there are no clusters with this name: moon'],
    ],
    [
      'server',
      { destination: { server: 'https://moon', namespace: 'cart-dev' } },
      OPEN,
      [
        'error getting cluster by server "https://moon": rpc error: code = NotFound desc = cluster "https://moon" not found',
      ],
    ],
    [
      'no destination',
      { destination: {} },
      OPEN,
      ['destination server missing from app spec'],
    ],
    [
      'two destinations',
      { destination: { name: 'in-cluster', server: SERVER } },
      OPEN,
      [
        `application destination can't have both name and server defined: in-cluster ${SERVER}`,
      ],
    ],
    [
      'no path',
      { source: { repoURL: 'http://git/acme/cart.git' } },
      OPEN,
      [
        'spec.source.repoURL and either spec.source.path or spec.source.chart are required',
      ],
    ],
    [
      'no source',
      { source: undefined },
      OPEN,
      [
        'spec.source.repoURL and either spec.source.path or spec.source.chart are required',
      ],
    ],
    [
      'a chart without a version',
      { source: { repoURL: 'http://git/acme/cart.git', chart: 'x' } },
      OPEN,
      [
        'spec.source.targetRevision is required if the manifest source is a helm chart',
      ],
    ],
    [
      'one of several sources',
      {
        source: undefined,
        sources: [
          { repoURL: 'http://git/acme/a.git', ref: 'values' },
          { repoURL: 'http://elsewhere/b.git', path: 'b' },
        ],
      },
      OPEN,
      [
        "application repo http://elsewhere/b.git is not permitted in project 'team'",
      ],
    ],
  ])('%s', (_, change, allowed, messages) => {
    const found = validateSpec(
      application({ ...SPEC, ...change }),
      project(allowed),
    );
    expect(found.map(({ type }) => type)).toEqual(
      messages.map(() => 'InvalidSpecError'),
    );
    expect(found.map(({ message }) => message)).toEqual(messages);
  });

  it('is in a namespace that the project does not take Applications from', () => {
    const elsewhere = application(SPEC, 'team-a');
    const taken = { ...OPEN, sourceNamespaces: ['team-*'] };
    expect(validateSpec(elsewhere, project(taken))).toEqual([]);
    expect(validateSpec(elsewhere, project(OPEN))).toEqual([
      {
        type: 'UnknownError',
        message:
          "application 'cart' in namespace 'team-a' is not permitted to use project 'team'",
      },
    ]);
  });

  it('misses a project', () => {
    expect(validateSpec(application(SPEC), undefined)).toEqual([
      {
        type: 'InvalidSpecError',
        message: 'Application referencing project team which does not exist',
      },
    ]);
  });
});

describe('refusalOf', () => {
  const all: GroupKind[] = [{ group: '*', kind: '*' }];
  const role = {
    group: 'rbac.authorization.k8s.io',
    kind: 'Role',
    namespace: 'cart-dev',
    name: 'a',
  };
  const namespace = (name: string) => ({
    group: '',
    kind: 'Namespace',
    namespace: '',
    name,
  });

  it.each([
    ['a namespaced kind by default', {}, role, undefined],
    [
      'a forbidden one',
      { namespaceResourceBlacklist: [role] },
      role,
      'resource rbac.authorization.k8s.io:Role is not permitted in project team',
    ],
    [
      'one that is not on the list',
      { namespaceResourceWhitelist: [] },
      role,
      'resource rbac.authorization.k8s.io:Role is not permitted in project team',
    ],
    [
      'a namespaced kind elsewhere',
      {},
      { ...role, namespace: 'kube-system' },
      "namespace kube-system is not permitted in project 'team'",
    ],
    [
      'a kind of the whole cluster by default',
      {},
      namespace('cart-dev'),
      'resource :Namespace is not permitted in project team',
    ],
    [
      'an allowed one',
      { clusterResourceWhitelist: all },
      namespace('cart-dev'),
      undefined,
    ],
    [
      'an allowed one by its name',
      {
        clusterResourceWhitelist: [
          { group: '', kind: 'Namespace', name: '*-dev' },
        ],
      },
      namespace('cart-production'),
      'resource :Namespace is not permitted in project team',
    ],
  ])('%s', (_, lists, resource, expected) => {
    expect(refusalOf(project({ ...OPEN, ...lists }), resource)).toBe(expected);
  });
});
