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

import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  FleetApplications,
  gitopsApplicationReadPermission,
  gitopsFleetReadPermission,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { ArgoCdStandIn } from './__testUtils__/ArgoCdStandIn';
import { componentOf } from './__testUtils__/componentOf';
import { eventually } from './__testUtils__/eventually';
import { rawApplication } from './__testUtils__/rawApplication';
import { startGitOpsBackend } from './__testUtils__/startGitOpsBackend';
import {
  createGitOpsConditionalDecision,
  gitopsConditions,
} from './permissions';

jest.setTimeout(30_000);

const DENY = { result: AuthorizeResult.DENY } as const;

/** An Application that an ApplicationSet made. */
function generated(service: string, environment: string, set: string) {
  const app = rawApplication({ service, environment });
  return {
    ...app,
    metadata: {
      ...Object(app.metadata),
      ownerReferences: [{ kind: 'ApplicationSet', name: set }],
    },
  };
}

const set = (name: string, project = 'workloads-dev') => ({
  metadata: {
    name,
    namespace: 'argocd',
    creationTimestamp: '2026-01-01T00:00:00Z',
  },
  spec: {
    generators: [{ git: {} }],
    template: { metadata: { name: '{{.name}}' }, spec: { project } },
  },
  status: {
    conditions: [
      { type: 'ErrorOccurred', status: 'True', message: 'x'.repeat(400) },
    ],
  },
});

describe('the fleet', () => {
  let main: ArgoCdStandIn;
  let second: ArgoCdStandIn;
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;

  beforeAll(async () => {
    main = await ArgoCdStandIn.start([
      generated('orders', 'dev', 'apps'),
      rawApplication({
        service: 'orders',
        environment: 'production',
        health: {
          status: 'Degraded',
          message: 'Deployment exceeded its deadline',
        },
      }),
      generated('vault', 'dev', 'secrets'),
      rawApplication({ service: 'lonely', environment: 'dev' }),
    ]);
    main.answers.set('GET /applicationsets', {
      body: {
        items: [set('apps'), set('secrets', '{{.project}}'), set('empty')],
      },
    });
    second = await ArgoCdStandIn.start([
      rawApplication({ service: 'billing', environment: 'staging' }),
    ]);
    second.answers.set('GET /applicationsets', { body: { items: [] } });
    const pay = componentOf('billing', {
      'argocd/app-name': 'billing-staging',
    });
    backend = await startGitOpsBackend({
      argocd: { main, second },
      entities: [
        componentOf('orders', {
          'argocd/app-selector': 'app.kubernetes.io/name=orders',
        }),
        {
          ...pay,
          relations: [{ type: 'ownedBy', targetRef: 'group:default/team-pay' }],
        },
        componentOf('vault', { 'argocd/app-name': 'vault-dev' }),
        componentOf('plain', {}),
      ],
    });
    await backend.until({ main: 'ok', second: 'ok' });
  });

  afterEach(() => {
    backend.policy.clear();
    backend.audit.length = 0;
    main.faults.clear();
    jest.restoreAllMocks();
  });

  afterAll(async () => {
    await backend.stop();
    await Promise.all([main.stop(), second.stop()]);
  });

  const names = (answer: FleetApplications) =>
    answer.items.map(({ name, entityRef }) =>
      [name, entityRef?.split('/').pop() ?? '-'].join(' '),
    );

  /** The catalog shows these, and no others, to people; conditions are its own business. */
  function readable(...visible: string[]) {
    backend.policy.set('catalog.entity.read', {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        resourceType: 'catalog-entity',
        params: { claims: [] },
      },
    });
    const { catalog } = backend;
    const stream = catalog.streamEntities.bind(catalog);
    return jest
      .spyOn(catalog, 'streamEntities')
      .mockImplementation(async function* visiblePages(request) {
        for await (const page of stream(request)) {
          yield page.filter(one =>
            visible.some(name => stringifyEntityRef(one).endsWith(`/${name}`)),
          );
        }
      });
  }

  it('shows everything to whoever may see everything, with one decision', async () => {
    await backend.get('/applications');
    main.calls.length = 0;
    backend.permissions.authorize.mockClear();
    backend.permissions.authorizeConditional.mockClear();
    const { body, status } = await backend.get('/applications');
    expect(status).toBe(200);
    const answer: FleetApplications = body;
    expect(names(answer)).toEqual([
      'billing-staging billing',
      'lonely-dev -',
      'orders-dev orders',
      'orders-production orders',
      'vault-dev vault',
    ]);
    expect(answer).toMatchObject({
      total: 5,
      instances: [
        { name: 'main', status: 'ok' },
        { name: 'second', status: 'ok' },
      ],
    });
    expect(answer.nextCursor).toBeUndefined();
    expect(answer.items[3]).toEqual({
      instance: 'main',
      namespace: 'argocd',
      name: 'orders-production',
      project: 'workloads-production',
      environment: 'production',
      cluster: 'in-cluster',
      sync: 'Synced',
      health: 'Degraded',
      reason: 'Degraded: Deployment exceeded its deadline',
      since: expect.any(String),
      images: [expect.stringContaining('ghcr.io/acme/orders:1.14.2')],
      entityRef: 'component:default/orders',
      owners: ['group:default/team-shop'],
      operation: 'Succeeded',
      url: 'https://argocd.main.acme.example/applications/argocd/orders-production',
    });
    expect(answer.items[2].parent).toEqual({
      kind: 'ApplicationSet',
      namespace: 'argocd',
      name: 'apps',
    });

    // No upstream call, and one question to the permission framework per kind of permission.
    expect(main.calls).toEqual([]);
    expect(backend.permissions.authorize).toHaveBeenCalledTimes(1);
    expect(backend.permissions.authorizeConditional.mock.calls).toMatchObject([
      [
        [
          { permission: { name: 'gitops.application.read' } },
          { permission: { name: 'catalog.entity.read' } },
        ],
        { credentials: { principal: { type: 'user' } } },
      ],
    ]);
    expect(backend.audit.slice(-1)).toEqual([
      {
        eventId: 'fleet-fetch',
        meta: { list: 'applications' },
        outcome: 'success',
      },
    ]);
  });

  it('filters, sorts and pages, and answers 304', async () => {
    const first = await backend.get(
      '/applications?health=Healthy&sort=environment&limit=2',
    );
    expect(names(first.body)).toEqual(['lonely-dev -', 'orders-dev orders']);
    expect(first.body.total).toBe(4);
    const rest = await backend.get(
      `/applications?health=Healthy&sort=environment&limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(names(rest.body)).toEqual([
      'vault-dev vault',
      'billing-staging billing',
    ]);
    expect(rest.body.nextCursor).toBeUndefined();
    const again = await backend
      .get('/applications?health=Healthy&sort=environment&limit=2')
      .set('If-None-Match', first.headers.etag);
    expect(again.status).toBe(304);
  });

  it.each([
    ['limit=0', /limit/],
    ['sort=size', /sort/],
    ['colour=red', /colour/],
    ['health=Fine', /'health' has 'Fine'/],
    ['cursor=abc', /'cursor'/],
  ])('answers 400 to %s', async (query, message) => {
    const { body, status } = await backend.get(`/applications?${query}`);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
  });

  it('shows what no entity claims only with the permission for it', async () => {
    backend.policy.set(gitopsFleetReadPermission.name, DENY);
    const { body } = await backend.get('/applications');
    expect(names(body)).toEqual([
      'billing-staging billing',
      'orders-dev orders',
      'orders-production orders',
      'vault-dev vault',
    ]);
    expect(JSON.stringify(body)).not.toMatch(/lonely|none/);
    const sets = await backend.get('/applicationsets');
    expect(sets.body.items).toMatchObject([
      { name: 'apps' },
      { name: 'secrets' },
    ]);
  });

  it('applies conditions to every pair of entity and Application', async () => {
    backend.policy.set(gitopsFleetReadPermission.name, DENY);
    backend.policy.set(
      gitopsApplicationReadPermission.name,
      createGitOpsConditionalDecision(gitopsApplicationReadPermission, {
        anyOf: [
          gitopsConditions.isEntityOwner({
            claims: ['group:default/team-pay'],
          }),
          {
            allOf: [
              gitopsConditions.inEnvironment({ environments: ['dev'] }),
              gitopsConditions.onInstance({ instances: ['main'] }),
              { not: gitopsConditions.inProject({ projects: ['nothing'] }) },
            ],
          },
        ],
      }),
    );
    const { body } = await backend.get('/applications');
    expect(names(body)).toEqual([
      'billing-staging billing',
      'orders-dev orders',
      'vault-dev vault',
    ]);
    expect(body.facets.environment).toEqual([
      { value: 'dev', count: 2 },
      { value: 'staging', count: 1 },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/production/);
  });

  it('shows nothing of entities that the caller may not read', async () => {
    backend.policy.set(gitopsFleetReadPermission.name, DENY);
    const stream = readable('orders');
    const { body, text } = await backend.get('/applications');
    expect(names(body)).toEqual([
      'orders-dev orders',
      'orders-production orders',
    ]);
    expect(text).not.toMatch(/vault|billing|team-pay/);
    expect(body.facets.owner).toEqual([
      { value: 'group:default/team-shop', count: 2 },
    ]);
    // With the caller's own credentials, and no more than names.
    expect(stream.mock.calls).toMatchObject([
      [
        { fields: ['kind', 'metadata.name', 'metadata.namespace'] },
        { credentials: { principal: { type: 'user' } } },
      ],
    ]);
    const sets = await backend.get('/applicationsets');
    expect(sets.body.items).toMatchObject([{ name: 'apps', applications: 1 }]);

    // For them, nobody claims these.
    backend.policy.delete(gitopsFleetReadPermission.name);
    const fleet = await backend.get('/applications?owner=none');
    expect(names(fleet.body)).toEqual([
      'billing-staging -',
      'lonely-dev -',
      'vault-dev -',
    ]);
    expect(fleet.text).not.toMatch(/team-pay|component:default\/vault/);
  });

  it.each(['/applications', '/applicationsets'])(
    'lets neither strangers nor services in: %s',
    async path => {
      for (const [credentials, expected] of [
        [mockCredentials.none.header(), 401],
        [mockCredentials.service.header(), 403],
      ] as const) {
        const { status } = await backend
          .get(path)
          .set('Authorization', credentials);
        expect(status).toBe(expected);
      }
    },
  );

  it('refuses whoever may see nothing, and shows unclaimed ones to whoever may see those', async () => {
    backend.policy.set(gitopsApplicationReadPermission.name, DENY);
    const { body } = await backend.get('/applications');
    expect(names(body)).toEqual(['lonely-dev -']);

    backend.policy.set(gitopsFleetReadPermission.name, DENY);
    for (const route of ['/applications', '/applicationsets']) {
      const refused = await backend.get(route);
      expect(refused.status).toBe(403);
      expect(refused.body.error).toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringMatching(
          /gitops\.application\.read or gitops\.fleet\.read/,
        ),
      });
    }
    expect(backend.audit.slice(-2)).toMatchObject([
      { meta: { list: 'applications' }, outcome: 'NotAllowedError' },
      { meta: { list: 'applicationsets' }, outcome: 'NotAllowedError' },
    ]);
  });

  it('lists ApplicationSets with what their Applications amount to', async () => {
    const { body, status } = await backend.get('/applicationsets');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      total: 3,
      items: [
        { name: 'apps', project: 'workloads-dev' },
        { name: 'empty', applications: 0 },
        { name: 'secrets', applications: 1 },
      ],
      instances: [{ status: 'ok' }, { status: 'ok' }],
    });
    expect(body.items[0]).toEqual({
      instance: 'main',
      namespace: 'argocd',
      name: 'apps',
      project: 'workloads-dev',
      generators: ['git'],
      applications: 1,
      unhealthy: 0,
      outOfSync: 0,
      error: expect.stringMatching(/^x{299}…$/),
      createdAt: '2026-01-01T00:00:00Z',
      url: 'https://argocd.main.acme.example/applicationsets/argocd/apps',
    });
    // A project that a generator fills in is that of its Applications.
    expect(body.items[2].project).toBeUndefined();
    const filtered = await backend.get(
      '/applicationsets?project=workloads-dev&search=SEC&instance=main',
    );
    expect(filtered.body.items).toMatchObject([{ name: 'secrets' }]);

    const first = await backend.get('/applicationsets?limit=2');
    const rest = await backend.get(
      `/applicationsets?limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(rest.body).toMatchObject({ total: 3, items: [{ name: 'secrets' }] });
    expect(rest.body.nextCursor).toBeUndefined();
    const wrong = await backend.get(
      `/applicationsets?search=x&cursor=${first.body.nextCursor}`,
    );
    expect(wrong.status).toBe(400);
    // Listed once for all of these.
    const listed = main.calls.filter(path => path.endsWith('/applicationsets'));
    expect(listed).toHaveLength(1);
  });

  it('signals fleet pages, and waits for news where the caller prefers to', async () => {
    const query = '/applications?search=lonely';
    backend.publish.mockClear();
    const { headers } = await backend.get(query);
    const waiting = backend
      .get(query)
      .set('If-None-Match', headers.etag)
      .set('Prefer', 'wait=2');
    const answered = waiting.then(answer => answer);
    await new Promise(resolve => {
      setTimeout(resolve, 100);
    });
    main.put(
      rawApplication({
        service: 'lonely',
        environment: 'dev',
        health: { status: 'Progressing' },
      }),
    );
    const { status, body, headers: sent } = await answered;
    expect(status).toBe(200);
    expect(body.items).toMatchObject([{ health: 'Progressing' }]);
    expect(sent['preference-applied']).toBe('wait');
    await eventually(async () => {
      expect(backend.publish.mock.calls).toEqual([
        [
          {
            recipients: { type: 'broadcast' },
            channel: 'gitops:fleet',
            message: { version: expect.any(Number) },
          },
        ],
      ]);
    });
  });
});

describe('where something fails', () => {
  it('says which ApplicationSets could not be listed, and that the catalog could not be read', async () => {
    const main = await ArgoCdStandIn.start([
      rawApplication({ service: 'orders', environment: 'dev' }),
    ]);
    main.answers.set('GET /applicationsets', {
      status: 403,
      body: { error: 'permission denied', code: 7 },
    });
    const backend = await startGitOpsBackend({ argocd: { main } });
    await backend.until({ main: 'ok' });

    const stream = jest
      .spyOn(backend.catalog, 'streamEntities')
      .mockImplementation(async function* fail() {
        yield [];
        throw new Error('no catalog');
      });
    const { status, body } = await backend.get('/applications');
    expect(status).toBe(503);
    expect(body.error.message).toMatch(/catalog could not be read/);
    stream.mockRestore();

    const sets = await backend.get('/applicationsets');
    expect(sets.status).toBe(200);
    expect(sets.body).toMatchObject({
      items: [],
      instances: [
        {
          name: 'main',
          status: 'error',
          error: expect.stringMatching(/does not let the backend read this/),
        },
      ],
    });
    expect(sets.text).not.toMatch(/permission denied|127\.0\.0\.1/);
    expect((await backend.get('/applications')).body.instances).toMatchObject([
      { name: 'main', status: 'ok' },
    ]);
    await backend.stop();
    await main.stop();
  });
});
