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
  ApplicationOverview,
  DeliveryRow,
  EntityDelivery,
  Finding,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  applicationsOf,
  commit,
  DOWN,
  factsOf,
  findingOf,
  NOW,
  overviewOf,
  pathOf,
  referenceOf,
  routeOf,
  routesPart,
  secretsPart,
} from './__testUtils__/facts';
import type { DeliveryFacts } from './facts/DeliveryFacts';
import { joinDelivery } from './joinDelivery';

const KEY = 'main/argocd/orders-production';
const old = '2026-11-21T09:00:00Z';
const justNow = new Date(NOW - 60_000).toISOString();

/** One Application in production, and what a test says of it. */
function production(
  app: Partial<ApplicationOverview>,
  facts: Partial<DeliveryFacts> = {},
): EntityDelivery {
  const applications = applicationsOf([overviewOf('production', app)]);
  return joinDelivery(factsOf({ applications, ...facts }));
}

const images = (version: string) => [`ghcr.io/acme/orders:${version}`];
const git = (desired: string, deployed = desired): DeliveryFacts['versions'] =>
  new Map([
    [
      KEY,
      {
        desired: { images: images(desired), sourceRevision: commit('2') },
        deployed: { images: images(deployed), sourceRevision: commit('1') },
      },
    ],
  ]);
const argoCdPage = {
  url: 'https://argocd.example/applications/argocd/orders-production',
  tab: 'argocd' as const,
  application: {
    instance: 'main',
    namespace: 'argocd',
    name: 'orders-production',
  },
};
const told = { environment: 'production', cluster: 'in-cluster' };

type Case = [
  string,
  EntityDelivery,
  DeliveryRow['state'],
  Partial<Finding> | undefined,
];

const ofApplications: Case[] = [
  ['nothing of what is well', production({}), 'well', undefined],
  [
    'why an Application is not healthy',
    production({
      health: 'Degraded',
      healthSince: old,
      reasons: [
        {
          kind: 'resource',
          message: 'Pod orders-1 is Degraded: ImagePullBackOff',
        },
      ],
    }),
    'broken',
    {
      kind: 'notHealthy',
      severity: 'error',
      message:
        'orders-production is Degraded: Pod orders-1 is Degraded: ImagePullBackOff',
      since: old,
      evidence: ['Argo CD main: health Degraded'],
      remedy: { label: 'Look at the Application', ...argoCdPage },
      ...told,
    },
  ],
  [
    'that resources are gone',
    production({ health: 'Missing' }),
    'broken',
    { kind: 'notHealthy', severity: 'error' },
  ],
  [
    'that a new version comes up',
    production({ health: 'Progressing', healthSince: justNow }),
    'attention',
    { kind: 'notHealthy', severity: 'info' },
  ],
  [
    'that a new version has not come up for long',
    production({ health: 'Progressing', healthSince: old }),
    'attention',
    { kind: 'notHealthy', severity: 'warning' },
  ],
  [
    'that nobody knows the health',
    production({ health: 'Unknown' }),
    'unknown',
    { kind: 'notHealthy', severity: 'warning' },
  ],
  [
    'what is out of sync, and what it waits for',
    production({
      sync: 'OutOfSync',
      autoSync: false,
      reasons: [
        { kind: 'sync', message: 'Out of sync with Git: it waits', since: old },
      ],
    }),
    'attention',
    {
      kind: 'outOfSync',
      severity: 'warning',
      message:
        'orders-production is not what Git says: Out of sync with Git: it waits',
      since: old,
      remedy: { label: 'Sync the Application', ...argoCdPage },
    },
  ],
  [
    'that a sync failed',
    production({
      sync: 'OutOfSync',
      reasons: [
        { kind: 'sync', message: 'Out of sync with Git' },
        { kind: 'operation', message: 'The sync failed: no namespace' },
      ],
    }),
    'broken',
    {
      kind: 'outOfSync',
      severity: 'error',
      message:
        'orders-production is not what Git says: The sync failed: no namespace',
      evidence: ['Argo CD main: OutOfSync', 'Out of sync with Git'],
    },
  ],
  [
    'that it is being synced',
    production({
      sync: 'OutOfSync',
      operation: { phase: 'Running', startedAt: justNow },
    }),
    'attention',
    { kind: 'outOfSync', severity: 'info', since: justNow },
  ],
  [
    'that manifests cannot be made, although it is called Healthy',
    production({
      sync: 'Unknown',
      reasons: [{ kind: 'condition', message: 'ComparisonError: no chart' }],
    }),
    'broken',
    {
      kind: 'outOfSync',
      severity: 'error',
      message:
        'Argo CD cannot tell whether orders-production is what Git says: ComparisonError: no chart',
    },
  ],
  [
    'that a hook failed, although it is called Synced and Healthy',
    production({
      reasons: [{ kind: 'hook', message: 'Job smoke-test failed' }],
    }),
    'attention',
    { kind: 'outOfSync', severity: 'warning' },
  ],
  [
    'that another version runs than Git names',
    production({}, { versions: git('1.1.0', '1.0.0') }),
    'attention',
    {
      kind: 'versionDiffersFromGit',
      severity: 'warning',
      message:
        'orders-production runs another version than 1.1.0, which Git names',
      evidence: [
        'Git names ghcr.io/acme/orders:1.1.0',
        'Argo CD main: ghcr.io/acme/orders:1.0.0 runs',
      ],
    },
  ],
  [
    'an aborted Rollout, of which all else is a consequence',
    production(
      { health: 'Degraded', healthMessage: 'RolloutAborted' },
      {
        versions: git('1.1.0'),
        abortedRollouts: new Map([
          [KEY, [{ name: 'orders', abortedAt: old, images: images('1.1.0') }]],
        ]),
        deployments: {
          status: 'ok',
          value: [
            {
              id: 'd1',
              application: argoCdPage.application,
              ...told,
              kind: 'deployment',
              outcome: 'healthy',
              version: '1.0.0',
              images: images('1.0.0'),
              deployedAt: old,
              canRollBackTo: true,
            },
          ],
        },
      },
    ),
    'broken',
    {
      kind: 'rolloutAborted',
      severity: 'error',
      message:
        'The rollout of 1.1.0 to production was aborted, and Git still names it',
      since: old,
      remedy: {
        label: 'Roll back in Git',
        template: 'rollback-release',
        parameters: {
          component: 'component:default/orders',
          environment: 'production',
          deployment: 'd1',
        },
      },
    },
  ],
  [
    'an aborted Rollout of which only Argo CD has told',
    production({
      health: 'Degraded',
      reasons: [
        {
          kind: 'resource',
          message:
            'Rollout orders is Degraded: RolloutAborted: Rollout aborted update to revision 2',
          resource: { group: 'argoproj.io', kind: 'Rollout', name: 'orders' },
        },
      ],
    }),
    'broken',
    {
      kind: 'rolloutAborted',
      message:
        'The rollout of the new version to production was aborted, and Git still names it',
    },
  ],
  [
    'that a placeholder runs',
    production({ version: { images: images('6.9.2'), placeholder: true } }),
    'attention',
    {
      kind: 'waitingForFirstImage',
      severity: 'warning',
      message: 'A placeholder runs until CI has built a first image',
      remedy: {
        label: 'Open the source repository',
        url: 'https://git.example/acme/orders',
      },
    },
  ],
  [
    'a claim without proof, which shows state all the same',
    production({ binding: { status: 'unproved', reason: 'Add a label' } }),
    'well',
    { kind: 'unprovedClaim', severity: 'info', evidence: ['Add a label'] },
  ],
];

const ofParts: Case[] = [
  ...(
    [
      'noLiveBackend',
      'certificateExpiring',
      'certificateExpired',
      'hostRoutedTwice',
      'routeError',
      'routeMissing',
      'routePriorityConflict',
    ] as const
  ).map((kind): Case => {
    const finding = findingOf(kind, told);
    return [
      `what the routes say: ${kind}`,
      production({}, { routes: routesPart({ findings: [finding] }) }),
      'broken',
      finding,
    ];
  }),
  ...(
    [
      'secretMissing',
      'secretKeyMissing',
      'secretStale',
      'secretUnsynced',
      'secretOverdue',
      'secretDeleted',
      'secretDenied',
    ] as const
  ).map((kind): Case => {
    const finding = findingOf(kind, {
      environment: 'production',
      severity: 'warning',
    });
    return [
      `what the secrets say: ${kind}`,
      production({}, { secrets: secretsPart({ findings: [finding] }) }),
      'attention',
      finding,
    ];
  }),
  [
    'that Argo CD does not answer',
    joinDelivery(
      factsOf({
        applications: applicationsOf([overviewOf('production')], {
          instances: [
            { ...DOWN, status: 'stale', fetchedAt: '2026-11-21T10:59:00Z' },
          ],
        }),
      }),
    ),
    'unknown',
    {
      kind: 'upstreamUnknown',
      severity: 'warning',
      message:
        'Argo CD main does not answer: what is shown of it was right a while ago',
      since: DOWN.since,
      evidence: [
        'It cannot be reached.',
        'It last answered at 2026-11-21T10:59:00Z',
      ],
      ...told,
    },
  ],
  [
    'that Vault does not answer',
    production(
      {},
      {
        secrets: secretsPart({
          items: [pathOf('production', { status: 'unreachable', secrets: [] })],
          instances: [DOWN],
        }),
      },
    ),
    'unknown',
    { kind: 'upstreamUnknown', subject: 'main', remedy: expect.anything() },
  ],
  [
    'that Vault does not answer, in the words of its own part',
    production(
      {},
      {
        secrets: secretsPart({
          references: [referenceOf('production')],
          findings: [findingOf('vaultSealed', { subject: 'main' })],
          instances: [DOWN],
        }),
      },
    ),
    'unknown',
    { kind: 'vaultSealed', ...told },
  ],
  [
    'what Argo CD did not say when it was asked for secrets',
    production(
      {},
      {
        secrets: secretsPart({
          findings: [
            findingOf('upstreamUnknown', {
              severity: 'warning',
              subject: 'Argo CD main',
            }),
          ],
        }),
      },
    ),
    'unknown',
    { kind: 'upstreamUnknown', subject: 'Argo CD main', ...told },
  ],
  [
    'that one of several replicas does not answer',
    production(
      {},
      {
        routes: routesPart({
          items: [routeOf('production')],
          findings: [
            findingOf('upstreamUnknown', { severity: 'info', ...told }),
          ],
          instances: [
            { ...DOWN, status: 'stale', replicas: { total: 2, answering: 1 } },
          ],
        }),
      },
    ),
    'well',
    { kind: 'upstreamUnknown', severity: 'info' },
  ],
  [
    'that Traefik does not answer',
    production(
      {},
      {
        routes: routesPart({
          items: [
            routeOf('production', { known: 'applied', instance: undefined }),
          ],
          instances: [DOWN],
        }),
      },
    ),
    'unknown',
    { kind: 'upstreamUnknown', message: expect.stringContaining('Traefik') },
  ],
  [
    'that a part failed',
    production({}, { secrets: { status: 'error', reason: 'It broke.' } }),
    'unknown',
    { kind: 'upstreamUnknown', subject: 'vault', evidence: ['It broke.'] },
  ],
  [
    'that a pull request waits',
    joinDelivery(
      factsOf({
        applications: applicationsOf([overviewOf('production')], {
          pullRequests: [
            {
              repository: 'acme/gitops',
              number: 7,
              title: 'Promote orders 1.1.0 to production',
              url: 'https://git.example/7',
              createdAt: old,
            },
          ],
        }),
      }),
    ),
    'well',
    {
      kind: 'waitingForPullRequest',
      severity: 'info',
      message:
        'Pull request #7 waits to be merged: Promote orders 1.1.0 to production',
      since: old,
      remedy: { label: 'Open the pull request', url: 'https://git.example/7' },
    },
  ],
];

/** Each belongs to the row and says what mends it. */
const matching = (expected: Partial<Finding> | undefined) =>
  [expected ?? []].flat().map(finding =>
    expect.objectContaining({
      environment: 'production',
      remedy: expect.anything(),
      ...finding,
    }),
  );

describe('the findings of a row', () => {
  it.each([...ofApplications, ...ofParts])(
    'tell %s',
    (_, { rows, findings }, state, expected) => {
      const row = rows.find(({ environment }) => environment === 'production');
      expect(row?.state).toBe(state);
      expect(row?.findings).toEqual(matching(expected));
      expect(findings).toEqual([]);
    },
  );

  it('rank by severity, then by what people notice first', () => {
    const { rows } = production(
      { health: 'Degraded', binding: { status: 'unproved', reason: 'x' } },
      {
        versions: git('1.1.0', '1.0.0'),
        routes: routesPart({
          findings: [
            findingOf('certificateExpiring', { ...told, severity: 'warning' }),
            findingOf('noLiveBackend', told),
            findingOf('noLiveBackend', told),
          ],
        }),
      },
    );
    expect(rows[0].findings.map(({ kind }) => kind)).toEqual([
      'notHealthy',
      'noLiveBackend',
      'versionDiffersFromGit',
      'certificateExpiring',
      'unprovedClaim',
    ]);
    expect(rows[0].state).toBe('broken');
  });

  it('show of an unproved claim its name, where proof is asked for', () => {
    const { rows } = joinDelivery(
      factsOf({
        applications: applicationsOf([
          overviewOf('unknown', {
            name: 'billing',
            project: '',
            cluster: '',
            sync: 'Unknown',
            health: 'Unknown',
            version: { images: [] },
            binding: { status: 'unproved', reason: 'Add the annotation' },
            links: [],
          }),
        ]),
      }),
    );
    expect(rows).toMatchObject([
      {
        environment: 'unknown',
        state: 'unknown',
        applications: [{ name: 'billing', health: 'Unknown' }],
        findings: [
          { kind: 'unprovedClaim', severity: 'warning', subject: 'billing' },
        ],
        actions: [],
      },
    ]);
    expect(rows[0].version).toBeUndefined();
  });
});

describe('the findings of no row', () => {
  it('tell of wrong claims, each once', () => {
    const { findings } = joinDelivery(
      factsOf({
        applications: applicationsOf([], {
          claim: { names: ['gone'], missing: ['gone'] },
        }),
        secrets: secretsPart({
          claim: { source: 'annotation', paths: [], problem: 'Wrong path.' },
        }),
        routes: routesPart({
          claim: {
            source: 'annotation',
            ingressRoutes: [],
            services: [],
            hosts: [],
            missing: ['shop/gone'],
            problem: 'Wrong route.',
          },
          findings: [findingOf('wrongClaim', { severity: 'warning' })],
        }),
      }),
    );
    expect(findings.map(({ message }) => message).sort()).toEqual([
      'Something is the matter: wrongClaim',
      'Wrong path.',
      'gone is claimed, and nothing has that name',
    ]);
    expect(findings.map(({ remedy }) => remedy).filter(Boolean)).toEqual(
      expect.arrayContaining([
        { label: 'Edit the annotations', url: 'https://git.example/edit' },
        { label: 'See the routes', tab: 'routes' },
      ]),
    );
  });

  it('tell which pull request an entity waits for that runs nowhere yet', () => {
    const { rows, findings } = joinDelivery(
      factsOf({
        applications: applicationsOf([], {
          pullRequests: [
            {
              repository: 'acme/gitops',
              number: 1,
              title: 'Create orders',
              url: 'https://git.example/1',
            },
          ],
        }),
      }),
    );
    expect(rows).toEqual([]);
    expect(findings).toMatchObject([{ kind: 'waitingForPullRequest' }]);
  });

  it('tell what does not answer where no row hangs on it', () => {
    const { rows, findings } = joinDelivery(
      factsOf({ applications: applicationsOf([], { instances: [DOWN] }) }),
    );
    expect(rows).toEqual([]);
    expect(findings).toMatchObject([
      { kind: 'upstreamUnknown', subject: 'main' },
    ]);
  });
});
