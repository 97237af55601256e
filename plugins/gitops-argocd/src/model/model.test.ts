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

import {
  answer,
  application,
  pullRequest,
  resources,
} from '../../dev/fixtures';
import { applicationTitles } from './applicationTitles';
import { groupByEnvironment } from './groupByEnvironment';
import { healthReason } from './healthReason';
import { imageVersion } from './imageVersion';
import { imageVersions } from './imageVersions';
import { onlyUnhealthy } from './onlyUnhealthy';
import { repositoryName } from './repositoryName';
import { resourceTree } from './resourceTree';
import { summarize } from './summarize';

describe('imageVersion', () => {
  const digest = `sha256:${'ab'.repeat(32)}`;
  it.each([
    ['ghcr.io/acme/cart:1.4.2', '1.4.2'],
    [`ghcr.io/acme/cart:1.4.2@${digest}`, '1.4.2'],
    [`ghcr.io/acme/cart@${digest}`, 'sha256:abababababab'],
    ['localhost:5000/cart', 'cart'],
    ['localhost:5000/cart:dev', 'dev'],
    ['nginx', 'nginx'],
  ])('of %s is %s', (image, expected) => {
    expect(imageVersion(image)).toBe(expected);
  });
});

describe('imageVersions', () => {
  it.each([
    [[], [], 0],
    [['ghcr.io/acme/cart:1'], ['1'], 0],
    // A roll-out that is stuck: the old pods run on.
    [['acme/cart:1', 'acme/cart:2@sha256:ab'], ['1', '2'], 0],
    [['localhost:5000/cart:1', 'localhost:5000/proxy:2'], ['1'], 1],
    [['a/cart:1', 'b/cart:1', 'b/cart:2', 'c'], ['1'], 2],
  ])('of %j are %j, and %d others', (images, versions, others) => {
    expect(imageVersions(images)).toEqual({ versions, others });
  });
});

describe('repositoryName', () => {
  it.each([
    ['https://github.com/acme/gitops-platform.git', 'gitops-platform'],
    ['git@github.com:acme/cart.git', 'cart'],
    ['https://charts.example.com/', 'charts.example.com'],
    ['ghcr.io/acme/charts', 'charts'],
  ])('of %s is %s', (url, expected) => {
    expect(repositoryName(url)).toBe(expected);
  });
});

describe('summarize', () => {
  const down = { name: 'main', status: 'error' as const };
  const up = { name: 'other', status: 'ok' as const };
  const claim = { names: [], missing: [], problem: 'wrong' };
  it.each([
    ['applications', { items: [application('dev')], hidden: 2 }],
    ['wrong-claim', { claim, instances: [down] }],
    ['hidden', { hidden: 1 }],
    ['unreachable', { instances: [down], pullRequests: [pullRequest()] }],
    ['waiting', { instances: [down, up], pullRequests: [pullRequest()] }],
    ['nothing', { instances: [down, up] }],
    ['nothing', { instances: [] }],
  ])('says %s first of %j', (expected, changes) => {
    expect(summarize(answer(changes))).toBe(expected);
  });
});

describe('healthReason', () => {
  const failed = { phase: 'Failed' as const, message: 'sync' };
  const conditions = [{ type: 'ComparisonError', message: 'condition' }];
  it.each([
    [undefined, {}],
    [undefined, { health: 'Progressing' }],
    [undefined, { healthMessage: 'all fine' }],
    [
      'health',
      { health: 'Degraded', healthMessage: 'health', operation: failed },
    ],
    ['sync', { health: 'Degraded', operation: failed, conditions }],
    ['The last sync failed.', { operation: { phase: 'Error' } }],
    // What Argo CD calls Healthy although it cannot compare it.
    ['condition', { health: 'Healthy', conditions }],
    ['Nothing of it exists in the cluster yet.', { health: 'Missing' }],
    ['The resources on the Argo CD tab say why.', { health: 'Degraded' }],
  ] as const)('is %s for %j', (expected, changes) => {
    expect(
      healthReason({ ...application('dev'), ...(changes as object) }),
    ).toBe(expected);
  });
});

describe('groupByEnvironment and applicationTitles', () => {
  const blue = application('dev', { name: 'cart-blue' });
  const green = application('dev', { name: 'cart-green' });
  const eu = application('production', { cluster: 'eu' });
  const us = application('production', { cluster: 'us' });
  const twin = { ...us, instance: 'second' };

  it('keep the order of promotion and bring together what belongs together', () => {
    const groups = groupByEnvironment([blue, eu, us, green]);
    expect(
      groups.map(({ environment, cluster, applications }) => [
        environment,
        cluster,
        applications.map(({ name }) => name),
      ]),
    ).toEqual([
      ['dev', 'in-cluster', ['cart-blue', 'cart-green']],
      ['production', 'eu', ['cart-production']],
      ['production', 'us', ['cart-production']],
    ]);
  });

  it.each([
    [
      [blue, eu],
      ['dev', 'production'],
    ],
    [
      [eu, us],
      ['production · eu', 'production · us'],
    ],
    [
      [blue, green],
      ['dev · cart-blue', 'dev · cart-green'],
    ],
    [
      [us, twin],
      [
        'production · cart-production (main/argocd)',
        'production · cart-production (second/argocd)',
      ],
    ],
  ])('tell apart what needs telling apart', (applications, titles) => {
    expect(applicationTitles(applications)).toEqual(titles);
  });
});

describe('resourceTree and onlyUnhealthy', () => {
  const outline = (placed: ReturnType<typeof resourceTree>) =>
    placed.map(({ resource, depth }) => `${'  '.repeat(depth)}${resource.uid}`);

  it('put each resource below its owner', () => {
    expect(outline(resourceTree(resources().items))).toEqual([
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

  it('keep the owners of what is not well', () => {
    expect(outline(onlyUnhealthy(resourceTree(resources().items)))).toEqual([
      'Deployment/cart',
      '  ReplicaSet/cart-6d5f8c7b9',
      '    Pod/cart-6d5f8c7b9-9wlpm',
      'IngressRoute/cart',
    ]);
  });

  it('lose nothing to owners that are unknown or go round in a circle', () => {
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
