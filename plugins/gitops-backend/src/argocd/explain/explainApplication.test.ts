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

import type { ArgoOperationProgress } from '@gitops-platform/backstage-plugin-gitops-node';
import { storedApplication } from '../../__testUtils__/storedApplication';
import type { StoredApplication } from '../store';
import { explainApplication, type ExplainedFacts } from './explainApplication';
import type { FailingResource } from './FailingResource';

const since = '2026-11-21T02:30:30Z';

/** As Argo CD 3.5 says it of a path that is not there. */
const comparisonError = {
  type: 'ComparisonError',
  message:
    'Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = no/such/path: app path does not exist',
  since,
};
const orphaned = {
  type: 'OrphanedResourceWarning',
  message: 'Application has 2 orphaned resources',
  since,
};
const sharedResource = {
  type: 'SharedResourceWarning',
  message: 'ConfigMap/web is part of applications argocd/a and argocd/b',
};
const syncError = {
  type: 'SyncError',
  message:
    'Failed last sync attempt to [aaaa]: one or more objects failed to apply',
};

const failed: ArgoOperationProgress = {
  phase: 'Failed',
  message: 'one or more synchronization tasks completed unsuccessfully',
  finishedAt: since,
  revisions: [],
  retryCount: 0,
  resources: [],
};
const job = {
  group: 'batch',
  version: 'v1',
  kind: 'Job',
  namespace: 'orders-dev',
  name: 'orders-migrate',
  hookType: 'PreSync',
};
const deployment = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  namespace: 'orders-dev',
  name: 'orders',
};
const pod: FailingResource = {
  group: '',
  kind: 'Pod',
  namespace: 'orders-dev',
  name: 'orders-7d4f-x',
  health: 'Degraded',
  message: 'ImagePullBackOff: Back-off pulling image "ghcr.io/acme/orders:2"',
  others: 0,
};

type Case = [
  what: string,
  app: Partial<StoredApplication>,
  facts: Omit<ExplainedFacts, 'app'>,
  reasons: object[],
];

describe('explainApplication', () => {
  it.each<Case>([
    ['nothing where all is well', {}, {}, []],
    [
      'that manifests cannot be generated, although Argo CD calls it Healthy',
      { sync: 'Unknown', conditions: [comparisonError] },
      {},
      [
        {
          kind: 'condition',
          message:
            'ComparisonError: Failed to load target state: failed to generate manifest for source 1 of 1: no/such/path: app path does not exist',
          since,
        },
      ],
    ],
    [
      'errors before and warnings after everything else',
      {
        health: 'Degraded',
        conditions: [orphaned, comparisonError, sharedResource],
      },
      { failingResources: [pod] },
      [
        { kind: 'condition', message: expect.stringMatching(/^Comparison/) },
        { kind: 'resource', message: expect.stringMatching(/^Pod/) },
        { kind: 'condition', message: expect.stringMatching(/^Orphaned/) },
        { kind: 'condition', message: expect.stringMatching(/^Shared/) },
      ],
    ],
    [
      'a failed operation in its own words',
      { operation: { ...failed, message: 'Operation terminated' } },
      {},
      [
        {
          kind: 'operation',
          message: 'The last sync failed: Operation terminated',
          since,
        },
      ],
    ],
    [
      'an operation that says nothing',
      { operation: { phase: 'Error', revisions: [] } },
      {},
      [
        {
          kind: 'operation',
          message: 'The last sync failed: it does not say why',
        },
      ],
    ],
    [
      'the hook and the resources that failed, hooks first, and no SyncError that repeats it',
      { operation: failed, conditions: [syncError] },
      {
        operation: {
          ...failed,
          resources: [
            { ...deployment, status: 'Synced', hookPhase: 'Running' },
            {
              ...deployment,
              status: 'SyncFailed',
              message: 'Deployment.apps "orders" is invalid',
            },
            {
              ...job,
              hookPhase: 'Failed',
              message: 'Job has reached the specified backoff limit',
            },
            { ...job, name: 'other', hookPhase: 'Error' },
          ],
        },
      },
      [
        {
          kind: 'hook',
          message:
            'PreSync hook Job orders-migrate failed: Job has reached the specified backoff limit',
          resource: {
            group: 'batch',
            kind: 'Job',
            namespace: 'orders-dev',
            name: 'orders-migrate',
          },
          since,
        },
        { kind: 'hook', message: 'PreSync hook Job other failed' },
        {
          kind: 'operation',
          message:
            'Sync of Deployment orders failed: Deployment.apps "orders" is invalid',
          resource: { kind: 'Deployment', name: 'orders' },
        },
      ],
    ],
    [
      'a SyncError where the operation is not known',
      { conditions: [syncError] },
      {},
      [{ kind: 'condition', message: expect.stringMatching(/^SyncError/) }],
    ],
    [
      'nothing of a dry run that failed',
      { operation: { ...failed, dryRun: true } },
      {},
      [],
    ],
    [
      'failing resources, and how many are alike',
      { health: 'Degraded', healthMessage: 'says less' },
      {
        failingResources: [
          { ...pod, others: 2 },
          {
            group: 'apps',
            kind: 'Deployment',
            name: 'orders',
            health: 'Missing',
            others: 0,
          },
        ],
      },
      [
        {
          kind: 'resource',
          message:
            'Pod orders-7d4f-x and 2 more are Degraded: ImagePullBackOff: Back-off pulling image "ghcr.io/acme/orders:2"',
          resource: {
            group: '',
            kind: 'Pod',
            namespace: 'orders-dev',
            name: 'orders-7d4f-x',
          },
        },
        {
          kind: 'resource',
          message: 'Deployment orders is Missing',
          resource: { group: 'apps', kind: 'Deployment', name: 'orders' },
        },
      ],
    ],
    [
      "the health's own message where no resource is known",
      {
        health: 'Degraded',
        healthMessage: 'quota exceeded',
        healthTransitionAt: since,
      },
      {},
      [{ kind: 'resource', message: 'Degraded: quota exceeded', since }],
    ],
    [
      'out of sync without auto-sync',
      { sync: 'OutOfSync', autoSync: false },
      {},
      [
        {
          kind: 'sync',
          message:
            'Out of sync with Git: auto-sync is off, so it waits for somebody to sync it',
        },
      ],
    ],
    [
      'out of sync behind a window',
      { sync: 'OutOfSync' },
      {
        windows: { canSync: false, reason: 'A deny window is open until noon' },
      },
      [
        {
          kind: 'sync',
          message: 'Out of sync with Git: auto-sync has not put it right yet',
        },
        { kind: 'sync', message: 'A deny window is open until noon' },
      ],
    ],
    [
      'nothing of a window where all is in sync',
      {},
      { windows: { canSync: false } },
      [],
    ],
    [
      'nothing of a difference that a sync is about to mend',
      { sync: 'OutOfSync', operation: { phase: 'Running', revisions: [] } },
      {},
      [],
    ],
    [
      'that there was no comparison',
      { sync: 'Unknown' },
      {},
      [{ kind: 'sync', message: 'Argo CD could not compare it with Git' }],
    ],
    [
      'that it is being deleted',
      { deleting: true, health: 'Progressing' },
      {},
      [{ kind: 'condition', message: 'The Application is being deleted' }],
    ],
  ])('says %s', (_, app, facts, reasons) => {
    const explained = explainApplication(
      { app: storedApplication(app), ...facts },
      { max: 10 },
    );
    expect(explained).toMatchObject(reasons);
    expect(explained).toHaveLength(reasons.length);
  });

  it('is bounded in number and length', () => {
    const long = { ...comparisonError, message: `a\n\n${'x '.repeat(500)}` };
    const explained = explainApplication({
      app: storedApplication({ conditions: Array(10).fill(long) }),
    });
    expect(explained).toHaveLength(3);
    expect(explained[0].message).toHaveLength(300);
    expect(explained[0].message).toMatch(/^ComparisonError: a x x .*…$/);
  });
});
