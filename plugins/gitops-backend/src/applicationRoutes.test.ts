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

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { gitopsApplicationReadPermission } from '@gitops-platform/backstage-plugin-gitops-common';
import { ArgoCdStandIn } from './__testUtils__/ArgoCdStandIn';
import { componentOf } from './__testUtils__/componentOf';
import { GITOPS_URL, rawApplication } from './__testUtils__/rawApplication';
import { startGitOpsBackend } from './__testUtils__/startGitOpsBackend';
import {
  createGitOpsConditionalDecision,
  gitopsConditions,
} from './permissions';

jest.setTimeout(30_000);

const base = '/entities/component/default';
const history = `${base}/orders/argocd/main/argocd/orders-dev/history`;
const resources = `${base}/orders/argocd/main/argocd/orders-dev/resources`;

const deployment = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  namespace: 'orders-dev',
  name: 'orders',
};

describe('the routes of one Application', () => {
  let main: ArgoCdStandIn;
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;

  beforeAll(async () => {
    main = await ArgoCdStandIn.start([
      rawApplication({ service: 'orders', environment: 'dev' }),
      rawApplication({ service: 'billing', environment: 'dev' }),
    ]);
    main.tree = [
      {
        ...deployment,
        uid: 'u1',
        health: { status: 'Healthy' },
        resourceVersion: '42',
        networkingInfo: { labels: { secret: 'no' } },
      },
      {
        version: 'v1',
        kind: 'Pod',
        namespace: 'orders-dev',
        name: 'orders-1',
        uid: 'u2',
        parentRefs: [{ ...deployment, uid: 'u1' }],
        images: ['ghcr.io/acme/orders:1.14.2'],
        info: [{ name: 'Restart Count', value: '2' }],
      },
    ];
    main.resources = [{ ...deployment, status: 'OutOfSync' }];
    backend = await startGitOpsBackend({
      argocd: { main },
      entities: [
        componentOf('orders', { 'argocd/app-name': 'orders-dev' }),
        componentOf('other', { 'argocd/app-name': 'billing-dev' }),
      ],
    });
    await backend.until({ main: 'ok' });
  });

  afterEach(() => {
    backend.policy.clear();
    backend.audit.length = 0;
    main.calls.length = 0;
    main.faults.clear();
  });

  afterAll(async () => {
    await backend.stop();
    await main.stop();
  });

  const commits = (revision: string) => ({
    revision: revision.repeat(40),
    kind: 'commit',
    url: `${GITOPS_URL}/commit/${revision.repeat(40)}`,
  });
  const described = (revision: string) => ({
    ...commits(revision),
    author: 'Jane <jane@acme.example>',
    date: '2026-01-01T00:00:00Z',
    message: `Change of ${revision.repeat(7)}`,
  });

  it('shows the history, with commits asked for once and failures left out', async () => {
    main.faults.set(`revisions/${'9'.repeat(40)}`, 'unauthorized');
    const { body, headers } = await backend.get(history);
    expect(body).toEqual({
      items: [
        {
          id: 1,
          deployedAt: '2026-11-20T10:00:01Z',
          startedAt: '2026-11-20T10:00:01Z',
          initiatedBy: 'automated',
          revisions: [described('a')],
        },
        {
          id: 0,
          deployedAt: '2026-11-20T10:00:00Z',
          startedAt: '2026-11-20T10:00:00Z',
          initiatedBy: 'automated',
          revisions: [commits('9')],
        },
      ],
      instances: [expect.objectContaining({ name: 'main', status: 'ok' })],
    });
    main.calls.length = 0;
    const again = await backend.get(history).set('If-None-Match', headers.etag);
    expect(again.status).toBe(304);
    expect(main.calls).toEqual([]);
    expect(backend.audit).toEqual(
      Array(2).fill({
        eventId: 'history-fetch',
        meta: {
          entityRef: 'component:default/orders',
          instance: 'main',
          namespace: 'argocd',
          name: 'orders-dev',
        },
        outcome: 'success',
      }),
    );
  });

  it('shows the resources, whitelisted, with one pair of calls for all who look', async () => {
    const [{ body, headers, text }] = await Promise.all([
      backend.get(resources),
      backend.get(resources),
    ]);
    expect(body).toEqual({
      items: [
        {
          ...deployment,
          uid: 'u1',
          health: 'Healthy',
          sync: 'OutOfSync',
        },
        {
          uid: 'u2',
          group: '',
          version: 'v1',
          kind: 'Pod',
          namespace: 'orders-dev',
          name: 'orders-1',
          parent: 'u1',
          images: ['ghcr.io/acme/orders:1.14.2'],
          info: [{ name: 'Restart Count', value: '2' }],
        },
      ],
      instances: [
        { name: 'main', status: 'ok', fetchedAt: expect.any(String) },
      ],
    });
    expect(text).not.toMatch(/networkingInfo|resourceVersion/);
    expect(main.calls.sort()).toEqual([
      '/api/v1/applications',
      '/api/v1/applications/orders-dev/resource-tree',
    ]);
    expect(
      (await backend.get(resources).set('If-None-Match', headers.etag)).status,
    ).toBe(304);
    expect(backend.audit).toMatchObject(
      Array(3).fill({ eventId: 'resources-fetch', outcome: 'success' }),
    );
  });

  it('says what failed where the instance does, and shows the last tree as stale', async () => {
    main.faults.set('resource-tree', 'unauthorized');
    const first = await backend.get(
      `${base}/other/argocd/main/argocd/billing-dev/resources`,
    );
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      items: [],
      instances: [
        {
          name: 'main',
          status: 'error',
          error: expect.stringMatching(/main/),
        },
      ],
    });

    await backend.get(resources);
    main.put(
      rawApplication({
        service: 'orders',
        environment: 'dev',
        health: { status: 'Degraded' },
      }),
    );
    let stale = await backend.get(resources);
    while (stale.body.instances[0].status === 'ok') {
      stale = await backend.get(resources);
    }
    expect(stale.body).toMatchObject({
      items: [{ uid: 'u1' }, { uid: 'u2' }],
      instances: [{ status: 'stale', fetchedAt: expect.any(String) }],
    });
  });

  it.each([
    ['that does not exist', 'orders', 'main/argocd/orders-nowhere'],
    ['that the entity does not claim', 'orders', 'main/argocd/billing-dev'],
    ['in another namespace', 'orders', 'main/team-a/orders-dev'],
    ['on an unknown instance', 'orders', 'second/argocd/orders-dev'],
    ['of an entity that is not there', 'nobody', 'main/argocd/orders-dev'],
  ])('answers 404 for an Application %s', async (_, entity, id) => {
    for (const part of ['history', 'resources']) {
      const { body, status } = await backend.get(
        `${base}/${entity}/argocd/${id}/${part}`,
      );
      expect(status).toBe(404);
      expect(body.error.message).toBe(
        entity === 'nobody'
          ? 'There is no entity component:default/nobody that you may read'
          : `component:default/orders has no Application ${id
              .split('/')
              .slice(1)
              .join('/')} on instance ${id.split('/')[0]} that you may see`,
      );
    }
    expect(main.calls).toEqual([]);
    expect(backend.audit).toMatchObject(
      Array(2).fill({ outcome: 'NotFoundError' }),
    );
  });

  it.each(['%2e%2e/by-uid/u1', '%2e%2e/%2e%2e/entities', 'component/%2e/x'])(
    'leads to no other route of the catalog: %s',
    async ref => {
      const { body, status } = await backend.get(`/entities/${ref}/argocd`);
      expect(status).toBe(400);
      expect(body.error.message).toMatch(/cannot be part of an entity/);
      expect(backend.audit).toMatchObject([{ outcome: 'InputError' }]);
    },
  );

  it('answers the same 404 where the conditions hide it, and 403 without the permission', async () => {
    backend.policy.set(
      gitopsApplicationReadPermission.name,
      createGitOpsConditionalDecision(
        gitopsApplicationReadPermission,
        gitopsConditions.onInstance({ instances: ['second'] }),
      ),
    );
    const hidden = await backend.get(history);
    expect(hidden.status).toBe(404);
    expect(hidden.body.error.message).toBe(
      'component:default/orders has no Application argocd/orders-dev on instance main that you may see',
    );
    backend.policy.set(gitopsApplicationReadPermission.name, {
      result: AuthorizeResult.DENY,
    });
    expect((await backend.get(history)).status).toBe(403);
    expect(main.calls).toEqual([]);
  });

  it('refuses what is no path segment', async () => {
    const { status } = await backend.get(
      `${base}/orders/argocd/main/argocd/..%2F..%2Fsession/resources`,
    );
    expect(status).toBe(404);
    expect(main.calls).toEqual([]);
  });
});

describe('bindings.mode: strict', () => {
  it('shows of an unproved claim its name and how to prove it, and nothing else', async () => {
    const main = await ArgoCdStandIn.start([
      rawApplication({ service: 'orders', environment: 'dev' }),
      rawApplication({ service: 'ruled', environment: 'dev', entityRef: '' }),
    ]);
    const backend = await startGitOpsBackend({
      argocd: { main },
      entities: [
        componentOf('orders', { 'argocd/app-name': 'orders-dev' }),
        componentOf('thief', { 'argocd/app-name': 'orders-dev' }),
        componentOf('ruled', { 'argocd/app-name': 'ruled-dev' }),
      ],
      gitops: {
        bindings: {
          mode: 'strict',
          rules: [{ destinationNamespace: '{name}-dev' }],
        },
      },
    });
    await backend.until({ main: 'ok' });
    for (const proved of ['orders', 'ruled']) {
      const { body } = await backend.get(`${base}/${proved}/argocd`);
      expect(body.items).toMatchObject([
        { health: 'Healthy', binding: { status: 'proved' } },
      ]);
    }
    const { body } = await backend.get(`${base}/thief/argocd`);
    expect(body.items).toEqual([
      {
        instance: 'main',
        namespace: 'argocd',
        name: 'orders-dev',
        project: '',
        environment: 'unknown',
        cluster: '',
        sync: 'Unknown',
        health: 'Unknown',
        autoSync: false,
        sources: [],
        version: { images: [] },
        conditions: [],
        binding: {
          status: 'unproved',
          reason: expect.stringMatching(/names another entity/),
        },
        links: [],
      },
    ]);
    for (const part of ['history', 'resources']) {
      const refused = await backend.get(
        `${base}/thief/argocd/main/argocd/orders-dev/${part}`,
      );
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toMatch(/component:default\/thief/);
    }
    await backend.stop();
    await main.stop();
  });
});
