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

import { withEntityRef } from '@gitops-platform/backstage-plugin-gitops-node';
import type { EntityDelivery } from '@gitops-platform/backstage-plugin-gitops-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ArgoCdStandIn } from './__testUtils__/ArgoCdStandIn';
import { componentOf } from './__testUtils__/componentOf';
import { eventually } from './__testUtils__/eventually';
import { InMemoryRepository } from './__testUtils__/InMemoryRepository';
import { GITOPS_URL, rawApplication } from './__testUtils__/rawApplication';
import { startGitOpsBackend } from './__testUtils__/startGitOpsBackend';

jest.setTimeout(30_000);

const SOURCE_URL = new URL('orders', GITOPS_URL).href;
const commit = (digit: string) => digit.repeat(40);
const path = '/entities/component/default/orders/delivery';
const image = (tag: string) => `ghcr.io/acme/orders:${tag}`;

const application = (environment: string, revision: string, tag: string) =>
  rawApplication({
    service: 'orders',
    environment,
    revision,
    status: { summary: { images: [image(tag)] } },
  });
const values = (tag: string, sourceRevision: string) =>
  `image:\n  repository: ghcr.io/acme/orders\n  tag: ${tag}\n  sourceRevision: ${sourceRevision}\n`;

describe('the delivery of an entity', () => {
  let main: ArgoCdStandIn;
  let source: InMemoryRepository;
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;

  beforeAll(async () => {
    main = await ArgoCdStandIn.start([
      application('dev', commit('a'), '1.1.0'),
      application('staging', commit('a'), '1.0.0'),
    ]);
    source = new InMemoryRepository(SOURCE_URL);
    source.commitRanges.set(`${commit('c')}...${commit('d')}`, {
      total: 1,
      behind: 0,
      commits: [{ revision: commit('d'), title: 'Add a price' }],
    });
    main.answers.set('GET /managed-resources', { body: { items: [] } });
    backend = await startGitOpsBackend({
      argocd: { main },
      entities: [
        componentOf('orders', {
          'argocd/app-selector': 'app.kubernetes.io/name=orders',
          'backstage.io/source-location': `url:${SOURCE_URL}/`,
        }),
      ],
      repositories: [source],
    });
    const { files, pullRequests } = backend.gitopsRepository;
    files.set(
      'applications/dev/orders/values.yaml',
      values('1.1.0', commit('d')),
    );
    files.set(
      'applications/staging/orders/values.yaml',
      values('1.0.0', commit('c')),
    );
    files.set(
      'applications/production/orders/values.yaml',
      values('1.0.0', commit('c')),
    );
    pullRequests.push({
      number: 7,
      title: 'Promote orders 1.1.0 to staging',
      body: withEntityRef('', 'component:default/orders'),
      url: `${GITOPS_URL}/pull/7`,
      state: 'open',
      head: 'gitops/orders',
      base: 'main',
      headRevision: commit('e'),
      createdAt: '2026-11-20T10:00:00Z',
    });
    await backend.until({ main: 'ok' });
  });

  afterEach(() => {
    backend.policy.clear();
    backend.audit.length = 0;
  });

  afterAll(async () => {
    await backend.stop();
    await main.stop();
  });

  it('joins what is known, and asks no upstream for a warm view', async () => {
    await eventually(async () => {
      const { body } = await backend.get(path);
      expect(body.rows[1].behind).toMatchObject({ commits: [{}] });
      expect(body.rows[2].desired).toBeDefined();
      expect(body.rows[1].version.commitAuthor).toBeDefined();
    });
    const answer: EntityDelivery = (await backend.get(path)).body;
    expect(answer).toMatchObject({
      rows: [
        {
          environment: 'dev',
          cluster: 'in-cluster',
          state: 'well',
          applications: [
            {
              name: 'orders-dev',
              url: 'https://argocd.main.acme.example/applications/argocd/orders-dev',
            },
          ],
          version: { label: '1.1.0', sourceRevision: commit('d') },
          desired: { label: '1.1.0' },
          findings: [],
        },
        {
          environment: 'staging',
          state: 'well',
          version: { label: '1.0.0', sourceRevision: commit('c') },
          behind: {
            environment: 'dev',
            same: false,
            total: 1,
            url: `${SOURCE_URL}/compare/${commit('c')}...${commit('d')}`,
            commits: [{ message: 'Add a price' }],
          },
          pullRequests: [{ number: 7 }],
          findings: [{ kind: 'waitingForPullRequest' }, { kind: 'behind' }],
          actions: [{ kind: 'promote', possible: true }, { kind: 'rollback' }],
        },
        {
          environment: 'production',
          state: 'missing',
          desired: { label: '1.0.0' },
          findings: [{ kind: 'environmentMissing', severity: 'error' }],
        },
      ],
      findings: [],
      instances: [{ system: 'argocd', name: 'main', status: 'ok' }],
    });
    const calls = () => [
      main.calls.length,
      backend.gitopsRepository.calls.length,
      source.calls.length,
    ];
    const before = calls();
    await backend.get(path);
    expect(calls()).toEqual(before);
  });

  it('answers 304 as long as nothing has changed, and records each call', async () => {
    const first = await backend.get(path);
    const again = await backend
      .get(path)
      .set('If-None-Match', first.headers.etag);
    expect(again.status).toBe(304);
    expect(
      backend.audit.filter(({ eventId }) => eventId === 'delivery-fetch'),
    ).toEqual(
      Array(2).fill({
        eventId: 'delivery-fetch',
        meta: { entityRef: 'component:default/orders' },
        outcome: 'success',
      }),
    );
  });

  it('tells pages that only show the delivery of a change', async () => {
    await backend.get(path);
    backend.publish.mockClear();
    main.put(application('staging', commit('a'), '1.0.1'));
    await eventually(async () => {
      expect(backend.publish).toHaveBeenCalledWith(
        expect.objectContaining({ channel: 'gitops:component:default/orders' }),
      );
    });
    const { body } = await backend.get(path);
    expect(body.rows[1]).toMatchObject({
      state: 'attention',
      version: { label: '1.0.1' },
      findings: [{ kind: 'versionDiffersFromGit' }, {}, {}],
    });
    main.put(application('staging', commit('a'), '1.0.0'));
  });

  it('is there for whoever may not see the Applications, without them', async () => {
    backend.policy.set('gitops.application.read', {
      result: AuthorizeResult.DENY,
    });
    const { body, status, text } = await backend.get(path);
    expect(status).toBe(200);
    expect(body.parts).toMatchObject([
      { part: 'applications', status: 'forbidden' },
      { part: 'git', status: 'forbidden' },
      {},
      {},
      { part: 'deployments', status: 'ok' },
    ]);
    expect(text).not.toMatch(/orders-dev|1\.1\.0|Promote orders/);
  });

  it('knows no entity that is not there', async () => {
    const { status } = await backend.get(
      '/entities/component/default/nobody/delivery',
    );
    expect(status).toBe(404);
    expect(backend.audit).toMatchObject([
      { eventId: 'delivery-fetch', outcome: 'NotFoundError' },
    ]);
  });
});
