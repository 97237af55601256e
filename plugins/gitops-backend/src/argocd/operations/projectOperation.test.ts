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

import type {
  ArgoOperationProgress,
  ArgoOperationResource,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { projectOperation } from './projectOperation';

const resource: ArgoOperationResource = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  namespace: 'orders-dev',
  name: 'orders',
  status: 'Synced',
  message: 'deployment.apps/orders configured',
  syncPhase: 'Sync',
};
const operation: ArgoOperationProgress = {
  phase: 'Running',
  message: 'waiting for completion of hook batch/Job/orders-migrate',
  startedAt: '2026-11-21T02:30:00Z',
  initiatedBy: 'backstage',
  requestedBy: 'user:default/jane',
  revisions: ['a'.repeat(40)],
  retryCount: 0,
  resources: [],
};

describe('projectOperation', () => {
  it('shows what failed first, then what is under way', () => {
    const { resources, ...rest } = projectOperation({
      ...operation,
      retryCount: 2,
      resources: [
        resource,
        {
          ...resource,
          kind: 'Job',
          name: 'running',
          status: undefined,
          message: undefined,
          hookType: 'PostSync',
          hookPhase: 'Running',
        },
        { ...resource, name: 'refused', status: 'SyncFailed' },
        { ...resource, name: 'failed', hookPhase: 'Failed' },
        { ...resource, name: 'left', status: 'PruneSkipped' },
      ],
    });
    expect(rest).toEqual({
      phase: 'Running',
      message: operation.message,
      startedAt: operation.startedAt,
      initiatedBy: 'backstage',
      requestedBy: 'user:default/jane',
      retries: 2,
      omitted: 0,
    });
    expect(resources.map(({ name }) => name)).toEqual([
      'refused',
      'failed',
      'running',
      'orders',
      'left',
    ]);
    expect(resources[2]).toEqual({
      group: 'apps',
      kind: 'Job',
      namespace: 'orders-dev',
      name: 'running',
      hook: 'PostSync',
      phase: 'Running',
    });
    expect(resources[3]).toEqual({
      group: 'apps',
      kind: 'Deployment',
      namespace: 'orders-dev',
      name: 'orders',
      status: 'Synced',
      message: 'deployment.apps/orders configured',
    });
  });

  it('is bounded, and says how much is left out', () => {
    const { resources, omitted } = projectOperation({
      ...operation,
      resources: [
        ...Array(150).fill(resource),
        { ...resource, status: 'SyncFailed', message: 'x'.repeat(2_000) },
      ],
    });
    expect(resources).toHaveLength(100);
    expect(omitted).toBe(51);
    expect(resources[0].status).toBe('SyncFailed');
    expect(resources[0].message).toHaveLength(1_000);
  });
});
