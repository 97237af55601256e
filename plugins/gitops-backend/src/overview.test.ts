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

import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  EntityApplications,
  gitopsApplicationReadPermission,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { withEntityRef } from '@gitops-platform/backstage-plugin-gitops-node';
import { ArgoCdStandIn } from './__testUtils__/ArgoCdStandIn';
import { componentOf } from './__testUtils__/componentOf';
import { eventually } from './__testUtils__/eventually';
import { GITOPS_URL, rawApplication } from './__testUtils__/rawApplication';
import { startGitOpsBackend } from './__testUtils__/startGitOpsBackend';
import {
  createGitOpsConditionalDecision,
  gitopsConditions,
} from './permissions';

jest.setTimeout(30_000);

const path = (name: string) => `/entities/component/default/${name}/argocd`;
const environments = ['dev', 'staging', 'production'];
const sourceRevision = 'd'.repeat(40);

function entities(): Entity[] {
  return [
    componentOf('orders', {
      'argocd/app-selector': 'app.kubernetes.io/name=orders',
      'github.com/project-slug': 'acme/orders',
    }),
    componentOf('billing', { 'argocd/app-name': 'billing-dev, billing-qa' }),
    componentOf('thief', { 'argocd/app-name': 'orders-production' }),
    componentOf('typo', { 'argocd/app-selector': 'a=b=c' }),
    componentOf('elsewhere', {
      'argocd/app-name': 'x',
      'argocd/instance-name': 'second,third',
    }),
    componentOf('plain', {}),
  ];
}

describe('the overview of an entity', () => {
  let main: ArgoCdStandIn;
  let second: ArgoCdStandIn;
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;

  beforeAll(async () => {
    main = await ArgoCdStandIn.start([
      ...environments.map(environment =>
        rawApplication({ service: 'orders', environment }),
      ),
      rawApplication({ service: 'billing', environment: 'dev' }),
    ]);
    second = await ArgoCdStandIn.start([
      rawApplication({ service: 'other', environment: 'dev' }),
    ]);
    backend = await startGitOpsBackend({
      argocd: { main, second },
      entities: entities(),
    });
    backend.gitopsRepository.pullRequests.push({
      number: 7,
      title: 'Create plain',
      body: withEntityRef('', 'component:default/plain'),
      url: `${GITOPS_URL}/pull/7`,
      state: 'open',
      head: 'gitops/plain',
      base: 'main',
      headRevision: 'e'.repeat(40),
      createdAt: '2026-11-20T10:00:00Z',
    });
    for (const environment of environments) {
      backend.gitopsRepository.files.set(
        `applications/${environment}/orders/values.yaml`,
        environment === 'production'
          ? "image: { tag: 6.9.2, sourceRevision: '' }"
          : `image: { tag: 1.14.2, sourceRevision: ${sourceRevision} }`,
      );
    }
    await backend.until({ main: 'ok', second: 'ok' });
  });

  afterEach(() => {
    backend.policy.clear();
    backend.audit.length = 0;
  });

  afterAll(async () => {
    await backend.stop();
    await Promise.all([main.stop(), second.stop()]);
  });

  it('shows what runs, in a few kilobytes, and asks no upstream for it', async () => {
    // Commit authors come in the background, once.
    await eventually(async () => {
      const { text: warm } = await backend.get(path('orders'));
      expect(warm.match(/commitAuthor/g)).toHaveLength(3);
    });
    const before = main.calls.length + second.calls.length;
    const gitCalls = backend.gitopsRepository.calls.length;
    const { body, status, text, headers } = await backend.get(path('orders'));
    expect(status).toBe(200);
    const answer: EntityApplications = body;
    expect(answer).toMatchObject({
      claim: {
        names: [],
        selector: 'app.kubernetes.io/name=orders',
        missing: [],
      },
      hidden: 0,
      pullRequests: [],
      instances: [
        { name: 'main', status: 'ok', fetchedAt: expect.any(String) },
        { name: 'second', status: 'ok' },
      ],
    });
    // In promotion order, which is not that of the alphabet.
    expect(answer.items.map(({ environment }) => environment)).toEqual(
      environments,
    );
    expect(answer.items[0]).toEqual({
      instance: 'main',
      namespace: 'argocd',
      name: 'orders-dev',
      project: 'workloads-dev',
      environment: 'dev',
      cluster: 'in-cluster',
      destinationNamespace: 'orders-dev',
      sync: 'Synced',
      health: 'Healthy',
      healthSince: '2026-11-20T10:00:05Z',
      deployedAt: '2026-11-20T10:00:01Z',
      autoSync: true,
      sources: [
        {
          repoUrl: `${GITOPS_URL}.git`,
          path: 'charts/my-microservice',
          targetRevision: 'main',
          revision: 'a'.repeat(40),
          revisionUrl: `${GITOPS_URL}/commit/${'a'.repeat(40)}`,
        },
      ],
      deployedBy: 'automated',
      commitAuthor: 'Jane',
      version: {
        images: [`ghcr.io/acme/orders:1.14.2@sha256:${'b'.repeat(64)}`],
        sourceRevision,
        sourceUrl: `https://github.com/acme/orders/commit/${sourceRevision}`,
      },
      operation: { phase: 'Succeeded', finishedAt: '2026-11-20T10:00:02Z' },
      conditions: [],
      binding: {
        status: 'proved',
        reason: 'backstage.io/entity-ref',
      },
      links: [
        'https://argocd.main.acme.example/applications/argocd/orders-dev',
        'https://orders.dev.acme.example',
      ],
    });
    const production = answer.items.find(
      ({ environment }) => environment === 'production',
    );
    expect(production?.version).toMatchObject({ placeholder: true });
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4_000);
    expect(main.calls.length + second.calls.length).toBe(before);
    expect(backend.gitopsRepository.calls.length).toBe(gitCalls);
  });

  it('answers 304 as long as nothing has changed, and records each call', async () => {
    const first = await backend.get(path('orders'));
    const again = await backend
      .get(path('orders'))
      .set('If-None-Match', first.headers.etag);
    expect(again.status).toBe(304);
    expect(again.text).toBe('');

    main.put(
      rawApplication({
        service: 'billing',
        environment: 'dev',
        health: { status: 'Degraded', message: 'x'.repeat(400) },
      }),
    );
    await eventually(async () => {
      const { body } = await backend.get(path('billing'));
      expect(body.items[0]).toMatchObject({ health: 'Degraded' });
      expect(body.items[0].reasons[0].message).toHaveLength(300);
    });
    const other = await backend
      .get(path('orders'))
      .set('If-None-Match', first.headers.etag);
    expect(other.status).toBe(304);

    expect(backend.audit.slice(0, 2)).toEqual(
      Array(2).fill({
        eventId: 'application-fetch',
        meta: { entityRef: 'component:default/orders' },
        outcome: 'success',
      }),
    );
  });

  it('names what is missing only where every instance could have it', async () => {
    const { body } = await backend.get(path('billing'));
    expect(body.claim).toEqual({
      names: ['billing-dev', 'billing-qa'],
      missing: ['billing-qa'],
    });
    expect(body.items).toHaveLength(1);
  });

  it.each([
    ['typo', { claim: { problem: expect.stringMatching(/app-selector/) } }],
    [
      'elsewhere',
      {
        claim: {
          problem: expect.stringMatching(/"third", which is not configured/),
        },
        instances: [{ name: 'second' }],
      },
    ],
    ['plain', { claim: { names: [], missing: [] }, instances: [] }],
  ])('says what is wrong with the claim of %s', async (name, expected) => {
    const { body, status } = await backend.get(path(name));
    expect(status).toBe(200);
    expect(body).toMatchObject({ items: [], hidden: 0, ...expected });
  });

  it('shows a claim on what belongs to another entity as unproved', async () => {
    const { body } = await backend.get(path('thief'));
    expect(body.items).toMatchObject([
      {
        name: 'orders-production',
        health: 'Healthy',
        binding: {
          status: 'unproved',
          reason: expect.stringMatching(/component:default\/thief in Git/),
        },
      },
    ]);
  });

  it.each([
    ['an entity that is not there', path('nobody')],
    ['another kind', '/entities/api/default/orders/argocd'],
  ])('answers 404 for %s, and records the refusal', async (_, url) => {
    // Also where the permission is missing: a refusal tells nothing of the entity.
    backend.policy.set(gitopsApplicationReadPermission.name, {
      result: AuthorizeResult.DENY,
    });
    const { body, status } = await backend.get(url);
    expect(status).toBe(404);
    expect(body.error.name).toBe('NotFoundError');
    expect(backend.audit).toMatchObject([
      { eventId: 'application-fetch', outcome: 'NotFoundError' },
    ]);
  });

  it('answers 403 without the permission', async () => {
    backend.policy.set(gitopsApplicationReadPermission.name, {
      result: AuthorizeResult.DENY,
    });
    const { body, status } = await backend.get(path('orders'));
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/gitops\.application\.read/);
    expect(JSON.stringify(body)).not.toMatch(/orders-dev/);
    expect(backend.audit).toMatchObject([{ outcome: 'NotAllowedError' }]);
  });

  it('counts what the conditions hide, and tells nothing else of it', async () => {
    backend.policy.set(
      gitopsApplicationReadPermission.name,
      createGitOpsConditionalDecision(gitopsApplicationReadPermission, {
        anyOf: [
          gitopsConditions.isEntityOwner({ claims: ['group:default/team-x'] }),
          gitopsConditions.inEnvironment({ environments: ['dev'] }),
          gitopsConditions.inProject({ projects: ['workloads-staging'] }),
        ],
      }),
    );
    const { body, text } = await backend.get(path('orders'));
    expect(body.hidden).toBe(1);
    expect(body.items).toMatchObject([
      { environment: 'dev' },
      { environment: 'staging' },
    ]);
    expect(text).not.toMatch(/production/);
  });

  it('tells nobody under conditions which names exist', async () => {
    backend.policy.set(
      gitopsApplicationReadPermission.name,
      createGitOpsConditionalDecision(
        gitopsApplicationReadPermission,
        gitopsConditions.inEnvironment({ environments: ['dev'] }),
      ),
    );
    const { body } = await backend.get(path('billing'));
    expect(body.items).toMatchObject([{ name: 'billing-dev' }]);
    expect(body.claim).toEqual({
      names: ['billing-dev', 'billing-qa'],
      missing: [],
    });
  });

  it.each([
    ['a name that is too long', path('a'.repeat(64))],
    ['an unknown query parameter', `${path('orders')}?x=1`],
  ])('answers 400 to %s', async (_, url) => {
    const { body, status } = await backend.get(url);
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
  });

  it('shows which pull request the entity waits for', async () => {
    const { body } = await backend.get(path('plain'));
    expect(body.pullRequests).toEqual([
      {
        repository: 'acme/gitops-platform',
        number: 7,
        title: 'Create plain',
        url: `${GITOPS_URL}/pull/7`,
        createdAt: '2026-11-20T10:00:00Z',
      },
    ]);
    expect(body.pullRequestsError).toBeUndefined();
  });

  it('waits for news of this entity where the caller prefers to', async () => {
    const { headers } = await backend.get(path('thief'));
    const ask = async () => {
      const answer = await backend
        .get(path('thief'))
        .set('If-None-Match', headers.etag)
        .set('Prefer', 'wait=1');
      expect(answer.headers['preference-applied']).toBe('wait');
      return answer.status;
    };
    const [status] = await Promise.all([
      ask(),
      main.put(rawApplication({ service: 'billing', environment: 'dev' })),
    ]);
    expect(status).toBe(304);

    const news = ask();
    await new Promise(resolve => {
      setTimeout(resolve, 100);
    });
    main.put(
      rawApplication({
        service: 'orders',
        environment: 'production',
        health: { status: 'Progressing' },
      }),
    );
    expect(await news).toBe(200);
  });

  it('signals the pages of an entity, and only those, that something changed', async () => {
    await backend.get(path('orders'));
    await backend.get(path('elsewhere'));
    await backend.get(path('plain'));
    backend.publish.mockClear();
    main.put(
      rawApplication({
        service: 'orders',
        environment: 'dev',
        health: { status: 'Progressing' },
      }),
    );
    await eventually(async () => {
      expect(backend.publish).toHaveBeenCalledWith({
        recipients: { type: 'broadcast' },
        channel: 'gitops:component:default/orders',
        message: { version: expect.any(Number) },
      });
    });
    expect(JSON.stringify(backend.publish.mock.calls)).not.toMatch(
      /elsewhere|plain/,
    );
  });
});
