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
  applicationsOf,
  commit,
  DOWN,
  factsOf,
  overviewOf,
  pathOf,
  referenceOf,
  routeOf,
  routesPart,
  secretOf,
  secretsPart,
} from './__testUtils__/facts';
import { joinDelivery } from './joinDelivery';

const running = (version: string, digit: string) => ({
  images: [`ghcr.io/acme/orders:${version}`],
  sourceRevision: commit(digit),
});

describe('joinDelivery', () => {
  it('makes a row per environment and cluster, in promotion order', () => {
    const { rows } = joinDelivery(
      factsOf({
        applications: applicationsOf([
          overviewOf('unknown', { name: 'tools' }),
          overviewOf('production', { cluster: 'us' }),
          overviewOf('production', { cluster: 'eu', name: 'orders-eu' }),
          overviewOf('dev'),
          overviewOf('dev', { name: 'orders-dev-database' }),
        ]),
      }),
    );
    expect(
      rows.map(({ environment, cluster, state, applications }) => [
        environment,
        cluster,
        state,
        applications.map(({ name }) => name),
      ]),
    ).toEqual([
      ['dev', 'in-cluster', 'well', ['orders-dev', 'orders-dev-database']],
      ['staging', undefined, 'missing', []],
      ['production', 'eu', 'well', ['orders-eu']],
      ['production', 'us', 'well', ['orders-production']],
      ['unknown', 'in-cluster', 'well', ['tools']],
    ]);
  });

  it.each([
    [
      'that Git has',
      new Map([['staging', { images: ['orders:1.0.0'] }]]),
      { severity: 'error', remedy: { tab: 'argocd' } },
      { possible: true },
    ],
    [
      'that Git has not',
      new Map(),
      { severity: 'info', remedy: { template: 'add-environment' } },
      { possible: false },
    ],
  ])(
    'tells of an environment without an Application %s',
    (_, elsewhere, finding, promote) => {
      const { rows } = joinDelivery(
        factsOf({
          environments: ['dev', 'staging'].map(name => ({ name, aliases: [] })),
          applications: applicationsOf([overviewOf('dev')]),
          elsewhere,
        }),
      );
      expect(rows[1]).toMatchObject({
        environment: 'staging',
        state: 'missing',
        findings: [{ kind: 'environmentMissing', ...finding }],
        actions: [{ kind: 'promote', ...promote }],
      });
    },
  );

  it('takes no environment for missing where an Application may be hidden or not known', () => {
    const items = [overviewOf('dev')];
    const hidden = joinDelivery(
      factsOf({
        applications: applicationsOf(items, { hidden: 1 }),
        routes: routesPart({ items: [routeOf('production')] }),
        elsewhere: new Map([['production', { images: ['orders:6.6.6'] }]]),
      }),
    );
    expect(hidden.rows).toMatchObject([
      { environment: 'dev', state: 'well' },
      { environment: 'production', state: 'unknown', findings: [] },
    ]);
    expect(JSON.stringify(hidden)).not.toContain('6.6.6');
    expect(hidden.parts[0]).toEqual({
      part: 'applications',
      status: 'partial',
      reason: 'You may not see 1 of the Applications.',
    });

    const down = joinDelivery(
      factsOf({
        applications: applicationsOf(items, {
          instances: [
            { name: 'main', status: 'ok' },
            { ...DOWN, name: 'eu' },
          ],
        }),
      }),
    );
    expect(
      down.rows.map(({ state, findings }) => [
        state,
        findings.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ['well', []],
      ['unknown', ['upstreamUnknown']],
      ['unknown', ['upstreamUnknown']],
    ]);
  });

  it('tells how far an environment is behind, and offers to promote', () => {
    const commits = [
      { revision: commit('3'), title: 'Fix the price', author: 'Jane' },
      { revision: commit('2'), title: 'Add a price' },
    ];
    const { rows } = joinDelivery(
      factsOf({
        applications: applicationsOf([
          overviewOf('dev', { version: running('1.2.0', '3') }),
          overviewOf('production', { version: running('1.0.0', '1') }),
        ]),
        commitsBetween: (base, head) =>
          base === commit('1') && head === commit('3')
            ? { known: true, range: { total: 2, behind: 0, commits } }
            : { known: false },
      }),
    );
    expect(rows[2]).toMatchObject({
      environment: 'production',
      state: 'well',
      behind: {
        environment: 'dev',
        same: false,
        total: 2,
        url: `https://git.example/${commit('1')}...${commit('3')}`,
        commits: [
          {
            revision: commit('3'),
            message: 'Fix the price',
            author: 'Jane',
            url: `https://git.example/commit/${commit('3')}`,
          },
          { message: 'Add a price' },
        ],
      },
      findings: [
        {
          kind: 'behind',
          severity: 'info',
          message: 'production is 2 source commits behind dev',
          evidence: [
            'dev runs 1.2.0, production 1.0.0',
            '3333333 Fix the price',
            '2222222 Add a price',
          ],
          remedy: {
            template: 'promote-release',
            parameters: {
              component: 'component:default/orders',
              environment: 'production',
              from: 'dev',
            },
          },
        },
      ],
      actions: [
        {
          kind: 'promote',
          template: 'promote-release',
          possible: true,
          reason: '1.2.0 of dev instead of 1.0.0',
        },
        { kind: 'rollback', template: 'rollback-release', possible: true },
      ],
    });
    expect(rows[0]).toMatchObject({ environment: 'dev', findings: [] });
    expect(rows[0].behind).toBeUndefined();
  });

  it.each([
    [
      'runs a placeholder',
      { version: { images: ['podinfo:6'], placeholder: true } },
      /runs nothing yet/,
    ],
    ['runs the same', { version: running('1.0.0', '1') }, /runs 1.0.0 as well/],
  ])('offers no promotion from what %s', (_, differs, reason) => {
    const { rows } = joinDelivery(
      factsOf({
        applications: applicationsOf([
          overviewOf('staging', differs),
          overviewOf('production'),
        ]),
      }),
    );
    expect(rows[1].actions[0]).toMatchObject({
      kind: 'promote',
      possible: false,
      reason: expect.stringMatching(reason),
    });
  });

  it.each([
    [{ health: 'Degraded' as const }, 'is Degraded'],
    [{ sync: 'OutOfSync' as const }, 'is OutOfSync'],
    [
      { health: 'Missing' as const, sync: 'OutOfSync' as const },
      'is Missing and OutOfSync',
    ],
  ])('asks for a reason where what would be promoted is %p', (differs, how) => {
    const { rows } = joinDelivery(
      factsOf({
        applications: applicationsOf([
          overviewOf('staging', { version: running('1.2.0', '3'), ...differs }),
          overviewOf('production'),
        ]),
      }),
    );
    expect(rows[1].actions[0]).toMatchObject({
      kind: 'promote',
      possible: true,
      reason: `Needs a reason: orders-staging in staging ${how}`,
    });
  });

  it('offers neither where CI alone writes the version, and what mends it is a push', () => {
    const { rows } = joinDelivery(
      factsOf({
        applications: applicationsOf([
          overviewOf('dev', { version: running('1.2.0', '3') }),
          overviewOf('staging', {
            health: 'Degraded',
            healthMessage: 'RolloutAborted: the rollout was aborted',
          }),
        ]),
        writers: new Map([['staging', 'ci']]),
      }),
    );
    const reason = expect.stringMatching(/^CI alone writes/);
    expect(rows[1].actions).toMatchObject([
      { kind: 'promote', possible: false, reason },
      { kind: 'rollback', possible: false, reason },
    ]);
    expect(rows[1].findings).toMatchObject([
      { kind: 'rolloutAborted', remedy: { url: expect.any(String) } },
      { kind: 'behind', remedy: { url: expect.any(String) } },
    ]);
    expect(JSON.stringify(rows[1].findings)).not.toContain('-release');
  });

  it('says that an environment is newer than the one before', () => {
    const { rows } = joinDelivery(
      factsOf({
        applications: applicationsOf([
          overviewOf('staging'),
          overviewOf('production', { version: running('1.0.1', '4') }),
        ]),
        commitsBetween: () => ({
          known: true,
          range: { total: 0, behind: 1, commits: [] },
        }),
      }),
    );
    expect(rows[1]).toMatchObject({
      behind: {
        same: false,
        total: 0,
        reason: 'It has 1 source commit that staging has not.',
      },
      findings: [],
    });
  });

  it('compares with the newest of several clusters', () => {
    const { rows } = joinDelivery(
      factsOf({
        applications: applicationsOf([
          overviewOf('staging', {
            cluster: 'a',
            version: running('1.1.0', '2'),
            deployedAt: '2026-11-20T12:00:00Z',
          }),
          overviewOf('staging', { cluster: 'b', name: 'orders-staging-b' }),
          overviewOf('production'),
        ]),
      }),
    );
    expect(rows[2].behind).toMatchObject({ same: false });
    expect(rows[2].findings[0].evidence[0]).toBe(
      'staging runs 1.1.0, production 1.0.0',
    );
  });

  it('puts routes and secrets into the rows where they belong', () => {
    const { rows } = joinDelivery(
      factsOf({
        applications: applicationsOf([
          overviewOf('production', { cluster: 'eu', name: 'orders-eu' }),
          overviewOf('production', { cluster: 'us', name: 'orders-us' }),
        ]),
        routes: routesPart({
          items: [
            routeOf('production', {
              cluster: 'us',
              backends: {
                alive: 1,
                total: 2,
                source: 'argocd',
                evidence: [],
              },
              tls: {
                ended: 'traefik',
                certificate: { hosts: [], expiresAt: '2026-12-01T00:00:00Z' },
              },
            }),
            routeOf('production', {
              id: 'tcp',
              cluster: 'eu',
              protocol: 'tcp',
              hosts: [],
              rule: 'HostSNI(`*`)',
            }),
          ],
        }),
        secrets: secretsPart({
          items: [
            pathOf('production', {
              secrets: [
                secretOf('production/orders/database', {
                  updatedAt: '2026-01-01T00:00:00Z',
                  rotation: {
                    maxAgeSeconds: 1,
                    source: 'policy',
                    dueAt: '2026-01-02T00:00:00Z',
                    overdue: true,
                  },
                }),
                secretOf('production/orders/old', {
                  deletedAt: '2026-01-01T00:00:00Z',
                }),
                secretOf('production/orders/new'),
              ],
            }),
            // Claimed by a pattern, and nothing is there.
            pathOf('staging', { status: 'missing', secrets: [] }),
          ],
          references: [
            referenceOf('production', {
              application: {
                instance: 'main',
                namespace: 'argocd',
                name: 'orders-us',
              },
              cluster: 'us',
              secrets: [
                { path: 'production/orders/database', keys: ['password'] },
                { path: 'production/orders/absent', keys: [] },
              ],
              status: 'failed',
            }),
          ],
        }),
      }),
    );
    const held = {
      overdue: 1,
      oldestRotatedAt: '2026-01-01T00:00:00Z',
      lastRotatedAt: '2026-11-01T00:00:00Z',
    };
    expect(rows).toMatchObject([
      {
        cluster: 'eu',
        routes: [{ host: 'HostSNI(`*`)', status: 'enabled' }],
        secrets: { expected: 3, present: 2, ...held },
      },
      {
        cluster: 'us',
        routes: [
          {
            host: 'orders.production.example',
            url: 'https://orders.production.example',
            tlsEnded: 'traefik',
            certificateExpiresAt: '2026-12-01T00:00:00Z',
            backends: { alive: 1, total: 2 },
          },
        ],
        secrets: { expected: 4, present: 2, ...held },
      },
    ]);
  });

  it('counts a secret once that the cluster reads through a store that is not known', () => {
    const { rows } = joinDelivery(
      factsOf({
        applications: applicationsOf([overviewOf('production')]),
        secrets: secretsPart({
          items: [pathOf('production')],
          references: [
            referenceOf('production', {
              provider: 'unknown',
              server: undefined,
            }),
          ],
        }),
      }),
    );
    expect(rows[0].secrets).toMatchObject({ expected: 1, present: 1 });
  });

  it('leads to the pull request that is open, which another promotion brings up to date', () => {
    const { rows } = joinDelivery(
      factsOf({
        applications: applicationsOf(
          [
            overviewOf('staging', { version: running('1.2.0', '3') }),
            overviewOf('production'),
          ],
          {
            pullRequests: [
              {
                repository: 'acme/gitops-platform',
                number: 7,
                title: 'Promote orders to production: 1.2.0',
                url: 'https://git.example/pull/7',
              },
            ],
          },
        ),
        commitsBetween: () => ({
          known: true,
          range: { total: 1, behind: 0, commits: [] },
        }),
      }),
    );
    expect(rows[1].actions[0]).toMatchObject({
      possible: true,
      reason: 'Pull request #7 is open: it is brought up to 1.2.0 of staging',
    });
    expect(
      rows[1].findings.find(({ kind }) => kind === 'behind'),
    ).toMatchObject({ remedy: { url: 'https://git.example/pull/7' } });
  });

  it('leaves out what the caller may not see, and says so', () => {
    const answer = joinDelivery(
      factsOf({
        applications: { status: 'forbidden' },
        secrets: { status: 'forbidden' },
        routes: routesPart({ items: [routeOf('production')] }),
        deployments: { status: 'forbidden' },
      }),
    );
    expect(answer).toMatchObject({
      rows: [
        {
          environment: 'production',
          state: 'unknown',
          applications: [],
          routes: [{ host: 'orders.production.example' }],
          findings: [],
          actions: [],
        },
      ],
      findings: [],
      parts: [
        { part: 'applications', status: 'forbidden' },
        { part: 'git', status: 'forbidden' },
        { part: 'secrets', status: 'forbidden' },
        { part: 'routes', status: 'ok' },
        { part: 'deployments', status: 'forbidden' },
      ],
      instances: [{ system: 'traefik', name: 'main', status: 'ok' }],
    });
  });
});
