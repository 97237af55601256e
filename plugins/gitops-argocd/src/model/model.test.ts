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
  operation,
  pullRequest,
  runningOperation,
} from '../../dev/fixtures';
import { translate } from '../__testUtils__/translate';
import { applicationReasons } from './applicationReasons';
import { applicationTitles } from './applicationTitles';
import { countBy } from './countBy';
import { countDone } from './countDone';
import { describeSync } from './describeSync';
import { diffLines } from './diffLines';
import { groupByEnvironment } from './groupByEnvironment';
import { groupReasons } from './groupReasons';
import { imageVersion } from '@gitops-platform/backstage-plugin-gitops-react';
import { imageVersions } from './imageVersions';
import { manifestVersion } from './manifestVersion';
import { repositoryName } from './repositoryName';
import { resultOf } from './resultOf';
import { summarize } from './summarize';

const t = translate();

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

describe('applicationReasons', () => {
  const failed = { phase: 'Failed' as const, message: 'sync' };
  const comparison = { type: 'ComparisonError', message: 'no such chart' };
  const orphaned = { type: 'OrphanedResourceWarning', message: 'one' };
  const hook = { kind: 'hook' as const, message: 'Job failed' };
  it.each([
    [[], {}],
    [[], { health: 'Progressing' }],
    [[], { healthMessage: 'all fine' }],
    [
      ['resource: health', 'operation: sync'],
      { health: 'Degraded', healthMessage: 'health', operation: failed },
    ],
    [['operation: The last sync failed.'], { operation: { phase: 'Error' } }],
    // What Argo CD calls Healthy although it cannot compare it.
    [
      ['condition: ComparisonError: no such chart'],
      { health: 'Healthy', conditions: [comparison] },
    ],
    [
      ['resource: Nothing of it exists in the cluster yet.'],
      { health: 'Missing' },
    ],
    [
      ['resource: The resources on the Argo CD tab say why.'],
      { health: 'Degraded' },
    ],
    // What the backend says comes first, cut short or not; only what it leaves out is added.
    [
      [
        'condition: ComparisonError: no su…',
        'condition: OrphanedResourceWarning: one',
      ],
      {
        reasons: [{ kind: 'condition', message: 'ComparisonError: no su…' }],
        conditions: [comparison, orphaned],
      },
    ],
    [
      ['hook: Job failed'],
      {
        reasons: [hook],
        conditions: [{ type: 'SyncError', message: 'Failed last sync' }],
      },
    ],
  ] as const)('are %j for %j', (expected, changes) => {
    const reasons = applicationReasons(
      { ...application('dev'), ...(changes as object) },
      t,
    );
    expect(reasons.map(({ kind, message }) => `${kind}: ${message}`)).toEqual(
      expected,
    );
  });
});

describe('describeSync', () => {
  const dev = application('dev');
  const resources = [{ group: '', kind: 'Service', name: 'cart' }];
  const apply =
    'Argo CD applies what Git says (gitops-platform main) to cart-dev on in-cluster.';
  const synced = 'Everything is in sync already: it is applied once more.';
  const stays = 'What Git does not have any more stays.';
  const automatic = 'Automatic sync is on: Argo CD also does this by itself.';
  it.each([
    [dev, {}, [apply, synced, stays, automatic]],
    [
      { ...dev, sync: 'OutOfSync', autoSync: false },
      { prune: true, force: true },
      [
        apply,
        'What Git does not have any more is deleted.',
        'What cannot be changed in place is deleted and created again: until it is back, it is gone.',
      ],
    ],
    [
      { ...dev, autoSync: false },
      { resources, prune: true },
      [
        'Argo CD applies 1 resource as Git says (gitops-platform main) to cart-dev on in-cluster; the others stay as they are.',
        'Those of them that Git does not have any more are deleted.',
        'Hooks do not run, and the sync does not appear in the history.',
      ],
    ],
    [
      { ...dev, destinationNamespace: undefined },
      { dryRun: true, prune: true, force: true },
      [
        'Argo CD tries out what a sync would do to in-cluster (gitops-platform main), and changes nothing.',
      ],
    ],
  ] as const)('of %j with %j', (app, request, sentences) => {
    expect(
      describeSync(
        app as typeof dev,
        request as Parameters<typeof describeSync>[1],
        t,
      ),
    ).toEqual(sentences);
  });
});

describe('groupReasons', () => {
  it('says each reason once, and nothing of what is possible', () => {
    expect(
      groupReasons([
        { action: 'sync', possible: false, reason: 'closed' },
        { action: 'refresh', possible: true },
        { action: 'force', possible: false, reason: 'closed' },
        { action: 'terminate', possible: false },
      ]),
    ).toEqual([
      { reason: 'closed', actions: ['sync', 'force'] },
      { reason: undefined, actions: ['terminate'] },
    ]);
  });
});

describe('diffLines', () => {
  it('numbers either side and takes the signs off', () => {
    expect(
      diffLines({
        liveStart: 7,
        desiredStart: 9,
        lines: [' a', '-b', '-c', '+d', '', ' e'],
      }),
    ).toEqual([
      { change: 'same', live: 7, desired: 9, text: 'a' },
      { change: 'removed', live: 8, text: 'b' },
      { change: 'removed', live: 9, text: 'c' },
      { change: 'added', desired: 10, text: 'd' },
      { change: 'same', live: 10, desired: 11, text: '' },
      { change: 'same', live: 11, desired: 12, text: 'e' },
    ]);
  });
});

describe('resultOf and countDone', () => {
  const resource = { group: '', kind: 'Service', name: 'cart' };
  it.each([
    ['Synced', { status: 'Synced', phase: 'Running' }],
    ['SyncFailed', { status: 'SyncFailed' }],
    ['PruneSkipped', { status: 'PruneSkipped' }],
    ['Running', { phase: 'Running' }],
    // Of a hook, that it was applied does not say that it has run.
    ['Failed', { hook: 'PreSync', status: 'Synced', phase: 'Failed' }],
    ['waiting', { hook: 'PreSync', status: 'Synced' }],
    ['waiting', {}],
    ['waiting', { status: 'Unheard' }],
  ] as const)('say %s of %j', (expected, changes) => {
    expect(resultOf({ ...resource, ...changes })).toBe(expected);
  });

  it.each([
    [runningOperation(0), { done: 0, total: 5 }],
    [runningOperation(3), { done: 3, total: 5 }],
    [operation({ omitted: 10 }), { done: 15, total: 15 }],
  ])('count what is done', (progress, expected) => {
    expect(countDone(progress)).toEqual(expected);
  });
});

describe('countBy', () => {
  it('counts what is there, the most frequent first', () => {
    expect(
      countBy(['b', 'a', '', 'b', 'c'], item => item || undefined),
    ).toEqual([
      { value: 'b', count: 2 },
      { value: 'a', count: 1 },
      { value: 'c', count: 1 },
    ]);
  });
});

describe('manifestVersion', () => {
  const before = application('dev');
  const [source] = before.sources;
  it.each([
    [false, { health: 'Degraded', healthSince: 'now', deployedAt: 'now' }],
    [true, { sync: 'OutOfSync' }],
    [true, { sources: [{ ...source, revision: 'other' }] }],
    [true, { operation: { phase: 'Running' } }],
  ])('changes (%s) with %j', (changes, difference) => {
    const after = { ...before, ...(difference as object) };
    expect(manifestVersion(after) !== manifestVersion(before)).toBe(changes);
  });
});
