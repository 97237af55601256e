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

import { parseApplication } from './parseApplication';

const metadata = { name: 'web-prod', namespace: 'argocd' };
const bare = {
  namespace: 'argocd',
  name: 'web-prod',
  project: 'default',
  labels: {},
  annotations: {},
  destination: {},
  sources: [],
  autoSync: false,
  sync: 'Unknown',
  revisions: [],
  health: 'Unknown',
  images: [],
  externalUrls: [],
  conditions: [],
  history: [],
  deleting: false,
};

describe('parseApplication', () => {
  it('cuts down what a server sends in full', () => {
    const long = 'x'.repeat(1000);
    const source = {
      repoURL: 'https://github.com/acme/gitops-platform.git',
      path: 'charts/web',
      targetRevision: 'main',
      helm: { parameters: [{ name: 'password', value: 'secret' }] },
    };
    const parsed = parseApplication({
      metadata: {
        ...metadata,
        uid: '9c0e',
        resourceVersion: '1011',
        creationTimestamp: '2026-11-21T02:30:03Z',
        deletionTimestamp: '2026-11-21T03:30:03Z',
        labels: { env: 'prod', team: 'a' },
        annotations: {
          'backstage.io/entity-ref': 'component:default/web',
          'argocd.argoproj.io/sync-wave': '1',
          'argocd.argoproj.io/refresh': 'normal',
          'argocd.argoproj.io/hydrate': 'normal',
          'kubectl.kubernetes.io/last-applied-configuration': 'secret',
        },
        managedFields: [{ manager: 'secret' }],
        ownerReferences: [
          { kind: 'ApplicationSet', name: 'web', uid: 'secret' },
        ],
      },
      spec: {
        project: 'team-a',
        source,
        destination: {
          server: 'https://kubernetes.default.svc',
          namespace: 'web-prod',
        },
        syncPolicy: { automated: {}, syncOptions: ['CreateNamespace=true'] },
      },
      status: {
        resources: [{ kind: 'Secret', name: 'secret' }],
        sync: {
          status: 'OutOfSync',
          revision: '4101dcc',
          comparedTo: { source },
        },
        health: {
          status: 'Degraded',
          message: long,
          lastTransitionTime: '2026-11-21T02:30:26Z',
        },
        summary: {
          images: ['web:1.27.0'],
          externalURLs: ['https://web.example.com'],
        },
        conditions: [
          {
            type: 'ComparisonError',
            message: long,
            lastTransitionTime: '2026-11-21T02:30:30Z',
          },
          'odd',
        ],
        operationState: {
          phase: 'Failed',
          message: long,
          startedAt: '2026-11-21T02:30:25Z',
          finishedAt: '2026-11-21T02:30:26Z',
          operation: {
            initiatedBy: { username: 'backstage' },
            info: [{ name: 'requested-by', value: 'user:default/jane' }],
            sync: { source, dryRun: true },
          },
          syncResult: { revision: 'b0208ba', resources: [{ name: 'secret' }] },
        },
        history: Array.from({ length: 12 }, (_, id) => ({
          id,
          revision: `commit-${id}`,
          deployedAt: `2026-11-21T02:30:${10 + id}Z`,
          deployStartedAt: '2026-11-21T02:30:09Z',
          initiatedBy: id % 2 ? { automated: true } : { username: 'me' },
          source,
        })),
        reconciledAt: '2026-11-21T02:30:25Z',
        sourceType: 'Helm',
      },
    });
    expect(parsed).toEqual({
      namespace: 'argocd',
      name: 'web-prod',
      project: 'team-a',
      uid: '9c0e',
      resourceVersion: '1011',
      createdAt: '2026-11-21T02:30:03Z',
      parent: { kind: 'ApplicationSet', name: 'web', namespace: 'argocd' },
      labels: { env: 'prod', team: 'a' },
      annotations: {
        'backstage.io/entity-ref': 'component:default/web',
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'web-prod',
      },
      sources: [
        { repoUrl: source.repoURL, path: 'charts/web', targetRevision: 'main' },
      ],
      autoSync: true,
      sync: 'OutOfSync',
      revisions: ['4101dcc'],
      health: 'Degraded',
      healthMessage: `${'x'.repeat(299)}…`,
      healthTransitionAt: '2026-11-21T02:30:26Z',
      images: ['web:1.27.0'],
      externalUrls: ['https://web.example.com'],
      conditions: [
        {
          type: 'ComparisonError',
          message: `${'x'.repeat(299)}…`,
          since: '2026-11-21T02:30:30Z',
        },
      ],
      operation: {
        phase: 'Failed',
        message: `${'x'.repeat(299)}…`,
        startedAt: '2026-11-21T02:30:25Z',
        finishedAt: '2026-11-21T02:30:26Z',
        initiatedBy: 'backstage',
        requestedBy: 'user:default/jane',
        dryRun: true,
        revisions: ['b0208ba'],
      },
      history: expect.any(Array),
      reconciledAt: '2026-11-21T02:30:25Z',
      deleting: true,
    });
    expect(parsed.history.map(({ id }) => id)).toEqual([
      11, 10, 9, 8, 7, 6, 5, 4, 3, 2,
    ]);
    expect(parsed.history[0]).toEqual({
      id: 11,
      deployedAt: '2026-11-21T02:30:21Z',
      startedAt: '2026-11-21T02:30:09Z',
      initiatedBy: 'automated',
      revisions: ['commit-11'],
      sources: parsed.sources,
    });
    expect(JSON.stringify(parsed)).not.toContain('secret');
  });

  it.each<[string, object, object]>([
    ['a new one without a status', { metadata }, bare],
    [
      'a projection whose empty parts are null',
      {
        metadata: { ...metadata, labels: null },
        spec: { sources: null },
        status: null,
      },
      bare,
    ],
    [
      'several sources',
      {
        metadata,
        spec: {
          sources: [
            {
              repoURL: 'oci://ghcr.io/acme/charts',
              chart: 'web',
              targetRevision: '1.2.3',
            },
            { repoURL: 'https://github.com/acme/gitops', ref: 'values' },
          ],
        },
        status: {
          sync: {
            status: 'Synced',
            revision: '',
            revisions: ['1.2.3', 'b0208ba'],
          },
        },
      },
      {
        ...bare,
        sources: [
          {
            repoUrl: 'oci://ghcr.io/acme/charts',
            chart: 'web',
            targetRevision: '1.2.3',
          },
          { repoUrl: 'https://github.com/acme/gitops', ref: 'values' },
        ],
        sync: 'Synced',
        revisions: ['1.2.3', 'b0208ba'],
      },
    ],
    [
      'a source at oci://',
      {
        metadata,
        spec: { source: { repoURL: 'oci://ghcr.io/acme/web', path: '.' } },
        status: { sync: { status: 'Synced', revision: 'sha256:1' } },
      },
      {
        ...bare,
        sources: [{ repoUrl: 'oci://ghcr.io/acme/web', path: '.' }],
        sync: 'Synced',
        revisions: ['sha256:1'],
      },
    ],
    [
      'the branch of hydrated manifests',
      {
        metadata,
        spec: {
          source: { repoURL: '' },
          sourceHydrator: {
            drySource: {
              repoURL: 'https://github.com/acme/gitops',
              path: 'dry',
            },
            syncSource: { targetBranch: 'env/prod', path: 'web' },
          },
        },
      },
      {
        ...bare,
        sources: [
          {
            repoUrl: 'https://github.com/acme/gitops',
            path: 'web',
            targetRevision: 'env/prod',
          },
        ],
      },
    ],
    [
      'automation that is switched off',
      { metadata, spec: { syncPolicy: { automated: { enabled: false } } } },
      bare,
    ],
    [
      'words and types that this version does not know',
      {
        metadata: {
          ...metadata,
          labels: { a: 1 },
          uid: 7,
          ownerReferences: {},
        },
        spec: { project: 5, destination: 'x', source: {}, syncPolicy: 'auto' },
        status: {
          sync: { status: 'Drifted', revision: 3 },
          health: { status: 'Glorious' },
          summary: 'none',
          conditions: {},
          operationState: { phase: 'Paused' },
          history: [{ id: 'x' }, { id: 3, deployedAt: 'then', revision: 'a' }],
        },
      },
      {
        ...bare,
        history: [{ id: 3, deployedAt: 'then', revisions: ['a'], sources: [] }],
      },
    ],
  ])('reads %s', (_name, raw, expected) => {
    expect(parseApplication(raw)).toEqual(expected);
  });

  it.each([
    undefined,
    'x',
    {},
    { metadata: { name: '' } },
    { metadata: { name: 'x' } },
  ])('refuses %j', raw => {
    expect(() => parseApplication(raw)).toThrow(
      /without metadata.name or metadata.namespace/,
    );
  });
});
