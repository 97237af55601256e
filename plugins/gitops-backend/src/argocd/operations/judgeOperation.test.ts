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

import type { ApplicationOperation } from '@gitops-platform/backstage-plugin-gitops-common';
import { judgeOperation } from './judgeOperation';
import type { OperationFacts } from './OperationFacts';
import type { OperationRequest } from './OperationRequest';

const well: OperationFacts['app'] = { conditions: [], deleting: false };
const startedAt = '2026-11-21T02:30:00Z';
const running: ApplicationOperation = { phase: 'Running', startedAt };
const comparisonError = {
  type: 'ComparisonError',
  message: 'rpc error: code = Unknown desc = no/such/path: not there',
};

type Row = [
  what: string,
  facts: Partial<OperationFacts>,
  reasons: Partial<Record<OperationRequest['action'], string>>,
];

const NOTHING_RUNS = {
  terminate:
    'No operation of this Application is running, so there is nothing to terminate',
};

describe('judgeOperation', () => {
  it.each<Row>([
    ['all is well', {}, NOTHING_RUNS],
    [
      'an operation ended',
      { operation: { phase: 'Failed', startedAt } },
      NOTHING_RUNS,
    ],
    [
      'somebody syncs through the portal',
      {
        operation: {
          ...running,
          requestedBy: 'user:default/jane',
          initiatedBy: 'backstage',
        },
      },
      {
        sync: `An operation that user:default/jane asked for has been running since ${startedAt}: wait until it has ended, or terminate it`,
      },
    ],
    [
      'somebody syncs in Argo CD',
      { operation: { ...running, initiatedBy: 'admin' } },
      {
        sync: `An operation that admin asked for has been running since ${startedAt}: wait until it has ended, or terminate it`,
      },
    ],
    [
      'auto-sync syncs',
      { operation: { ...running, initiatedBy: 'automated' } },
      {
        sync: `An operation of auto-sync has been running since ${startedAt}: wait until it has ended, or terminate it`,
      },
    ],
    [
      'a dry run has not begun, nobody knows whose',
      { operation: { phase: 'Running', dryRun: true } },
      {
        sync: 'A dry run is running: wait until it has ended, or terminate it',
      },
    ],
    [
      'an operation is being terminated',
      { operation: { ...running, phase: 'Terminating' } },
      {
        sync: 'An operation is being terminated: wait until it has ended',
        terminate:
          'An operation is being terminated already: wait until it has ended',
      },
    ],
    [
      'the Application is being deleted',
      { app: { ...well, deleting: true } },
      {
        sync: 'The Application is being deleted, so nothing can be synced any more',
        ...NOTHING_RUNS,
      },
    ],
    [
      'what deletes it runs an operation',
      { app: { ...well, deleting: true }, operation: running },
      {
        sync: 'The Application is being deleted, so nothing can be synced any more',
      },
    ],
    [
      'manifests cannot be generated',
      { app: { ...well, conditions: [comparisonError] } },
      {
        sync: 'Argo CD cannot generate the manifests, so there is nothing to sync to: put it right in Git, then refresh. It says: no/such/path: not there',
        ...NOTHING_RUNS,
      },
    ],
    [
      'the specification is invalid',
      {
        app: {
          ...well,
          conditions: [
            { type: 'OrphanedResourceWarning', message: '2 of them' },
            { type: 'InvalidSpecError', message: 'no such project' },
          ],
        },
      },
      {
        sync: 'Argo CD cannot generate the manifests, so there is nothing to sync to: put it right in Git, then refresh. It says: no such project',
        ...NOTHING_RUNS,
      },
    ],
    [
      'there are but warnings',
      {
        app: {
          ...well,
          conditions: [{ type: 'SharedResourceWarning', message: 'x' }],
        },
      },
      NOTHING_RUNS,
    ],
    [
      'a window denies it',
      { windows: { canSync: false, reason: 'A deny window is open until 9' } },
      { sync: 'A deny window is open until 9', ...NOTHING_RUNS },
    ],
    [
      'a window denies it and nobody knows which',
      { windows: { canSync: false } },
      {
        sync: 'A sync window of its AppProject denies it now',
        ...NOTHING_RUNS,
      },
    ],
    [
      'a window lets people sync all the same',
      { windows: { canSync: true, reason: 'only auto-sync waits' } },
      NOTHING_RUNS,
    ],
    [
      'much is in the way: what lasts longest is said',
      {
        app: { conditions: [comparisonError], deleting: true },
        operation: running,
        windows: { canSync: false },
      },
      {
        sync: 'The Application is being deleted, so nothing can be synced any more',
      },
    ],
  ])('%s', (_, facts, reasons) => {
    for (const action of ['sync', 'refresh', 'terminate'] as const) {
      const reason = reasons[action];
      expect(judgeOperation({ app: well, ...facts }, { action })).toEqual(
        reason ? { possible: false, reason } : { possible: true },
      );
    }
  });

  it('bounds what it quotes', () => {
    const long = { ...comparisonError, message: 'x'.repeat(1_000) };
    expect(
      judgeOperation(
        { app: { ...well, conditions: [long] } },
        { action: 'sync' },
      ),
    ).toEqual({
      possible: false,
      reason: expect.stringMatching(/^.{499}…$/),
    });
  });
});
