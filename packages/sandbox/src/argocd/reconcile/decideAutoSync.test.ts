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

import type { Application, ResourceStatus, SyncPolicy } from '../types';
import { decideAutoSync } from './decideAutoSync';

const SOURCE = { repoURL: 'http://git/a.git', path: 'a' };
const OUT: ResourceStatus = { kind: 'Service', name: 'a', status: 'OutOfSync' };
const EXTRA: ResourceStatus = { ...OUT, name: 'b', requiresPruning: true };

function application(options: {
  automated?: NonNullable<SyncPolicy['automated']>;
  resources?: ResourceStatus[];
  sync?: 'Synced' | 'OutOfSync' | 'Unknown';
  last?: { phase: 'Succeeded' | 'Failed'; revision: string; attempts?: number };
}): Application {
  const { automated, resources = [OUT], sync = 'OutOfSync', last } = options;
  return {
    metadata: { name: 'a', namespace: 'argocd' },
    spec: {
      project: 'default',
      source: SOURCE,
      destination: {},
      syncPolicy: { automated, syncOptions: ['CreateNamespace=true'] },
    },
    status: {
      resources,
      sync: {
        status: sync,
        revision: 'new',
        comparedTo: { source: SOURCE, destination: {} },
      },
      health: { status: 'Healthy' },
      summary: {},
      sourceHydrator: {},
      ...(last
        ? {
            operationState: {
              operation: {
                sync: { autoHealAttemptsCount: last.attempts },
                initiatedBy: {},
                retry: {},
              },
              phase: last.phase,
              message: 'said so',
              startedAt: 't',
              finishedAt: 't',
              syncResult: { revision: last.revision, source: SOURCE },
            },
          }
        : {}),
    },
  };
}

describe('decideAutoSync', () => {
  it('syncs what differs to the commit that it was compared with', () => {
    expect(decideAutoSync(application({ automated: { prune: true } }))).toEqual(
      {
        kind: 'sync',
        selfHeal: false,
        operation: {
          sync: {
            revision: 'new',
            prune: true,
            source: SOURCE,
            syncOptions: ['CreateNamespace=true'],
          },
          initiatedBy: { automated: true },
          retry: { limit: 5 },
        },
      },
    );
  });

  it.each<[string, Parameters<typeof application>[0]]>([
    ['no policy', {}],
    ['a policy that is switched off', { automated: { enabled: false } }],
    ['nothing to do', { automated: {}, sync: 'Synced' }],
    ['nothing known', { automated: {}, sync: 'Unknown' }],
    ['only things to prune', { automated: {}, resources: [EXTRA] }],
    [
      'the same commit again, without healing itself',
      { automated: {}, last: { phase: 'Succeeded', revision: 'new' } },
    ],
    [
      'healed in vain too often',
      {
        automated: { selfHeal: true },
        last: { phase: 'Succeeded', revision: 'new', attempts: 5 },
      },
    ],
  ])('%s: nothing', (_, options) => {
    expect(decideAutoSync(application(options))).toEqual({ kind: 'none' });
  });

  it('tries a commit once, and says what came of it', () => {
    const failed = { phase: 'Failed', revision: 'new' } as const;
    expect(
      decideAutoSync(application({ automated: {}, last: failed })),
    ).toEqual({
      kind: 'problem',
      condition: {
        type: 'SyncError',
        message: 'Failed last sync attempt to [new]: said so',
      },
    });
    const older = { phase: 'Failed', revision: 'old' } as const;
    expect(
      decideAutoSync(application({ automated: {}, last: older })).kind,
    ).toBe('sync');
  });

  it('does not wipe everything out unless that is allowed', () => {
    const resources = [EXTRA];
    expect(
      decideAutoSync(application({ automated: { prune: true }, resources })),
    ).toEqual({
      kind: 'problem',
      condition: {
        type: 'SyncError',
        message:
          'Skipping sync attempt to [new]: auto-sync will wipe out all resources',
      },
    });
    const automated = { prune: true, allowEmpty: true };
    expect(decideAutoSync(application({ automated, resources })).kind).toBe(
      'sync',
    );
  });

  it('heals only what has drifted', () => {
    const decided = decideAutoSync(
      application({
        automated: { selfHeal: true },
        resources: [OUT, { ...OUT, name: 'fine', status: 'Synced' }],
        last: { phase: 'Succeeded', revision: 'new' },
      }),
    );
    expect(decided).toMatchObject({
      kind: 'sync',
      selfHeal: true,
      operation: {
        sync: {
          resources: [{ kind: 'Service', name: 'a' }],
          autoHealAttemptsCount: 1,
        },
      },
    });
  });
});
