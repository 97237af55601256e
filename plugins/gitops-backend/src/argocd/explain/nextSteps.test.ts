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

import { storedApplication } from '../../__testUtils__/storedApplication';
import type { StoredApplication } from '../store';
import type { ExplainedFacts } from './explainApplication';
import type { FailingResource } from './FailingResource';
import { nextSteps } from './nextSteps';

const pod = (message?: string): FailingResource => ({
  group: '',
  kind: 'Pod',
  name: 'orders-1',
  health: 'Degraded',
  message,
  others: 0,
});
const failed = {
  phase: 'Failed' as const,
  revisions: [],
  retryCount: 0,
  resources: [],
};

type Row = [
  what: string,
  app: Partial<StoredApplication>,
  facts: Omit<ExplainedFacts, 'app'>,
  steps: RegExp[],
];

describe('nextSteps', () => {
  it.each<Row>([
    ['all is well', {}, {}, []],
    [
      'no manifests',
      {
        conditions: [{ type: 'ComparisonError', message: 'no such path' }],
        sources: [
          {
            repoUrl: 'https://bot:secret@git.acme.example/acme/platform.git',
            path: 'charts/orders',
            targetRevision: 'main',
          },
          { repoUrl: 'oci://registry.acme.example', chart: 'orders' },
        ],
      },
      {},
      [
        /in Git \(https:\/\/git\.acme\.example\/acme\/platform\.git charts\/orders at main; oci:\/\/registry\.acme\.example orders\), then refresh/,
      ],
    ],
    [
      'an invalid definition',
      { conditions: [{ type: 'InvalidSpecError', message: 'no project' }] },
      {},
      [/its project workloads-dev/],
    ],
    [
      'a hook that failed',
      {},
      {
        operation: {
          ...failed,
          resources: [
            {
              group: 'batch',
              version: 'v1',
              kind: 'Job',
              name: 'orders-migrate',
              hookType: 'PreSync',
              hookPhase: 'Failed',
            },
          ],
        },
      },
      [/log of the hook Job orders-migrate/, /results of the last sync/],
    ],
    ['a failed sync', { operation: failed }, {}, [/results of the last sync/]],
    [
      'an image that cannot be pulled',
      { health: 'Degraded' },
      { failingResources: [pod('ImagePullBackOff: Back-off')] },
      [/image of Pod orders-1 exists/, /events of Pod orders-1/],
    ],
    [
      'a container that crashes',
      { health: 'Degraded' },
      { failingResources: [pod('CrashLoopBackOff')] },
      [/log of Pod orders-1.*before its restart/, /events of Pod orders-1/],
    ],
    [
      'something missing, and something suspended',
      { health: 'Missing' },
      {
        failingResources: [
          { ...pod(), health: 'Missing' },
          { ...pod(), kind: 'Rollout', health: 'Suspended' },
        ],
      },
      [/a sync creates it/, /Rollout orders-1 is suspended/],
    ],
    ['progress', { health: 'Progressing' }, {}, [/look again in a minute/]],
    [
      'a difference',
      { sync: 'OutOfSync', autoSync: false },
      {},
      [/gitops\.application\.sync/],
    ],
    [
      'a difference behind a window',
      { sync: 'OutOfSync', autoSync: false },
      { windows: { canSync: false } },
      [/Wait until the sync window/],
    ],
  ])('%s', (_, app, facts, steps) => {
    const all = nextSteps({ app: storedApplication(app), ...facts });
    expect(all).toEqual(steps.map(step => expect.stringMatching(step)));
    expect(all.join()).not.toContain('secret');
  });
});
