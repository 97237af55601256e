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
import type { Finding } from '@gitops-platform/backstage-plugin-gitops-common';
import { ArgoCdStandIn } from './__testUtils__/ArgoCdStandIn';
import { componentOf } from './__testUtils__/componentOf';
import { eventually } from './__testUtils__/eventually';
import { rawApplication } from './__testUtils__/rawApplication';
import { startGitOpsBackend } from './__testUtils__/startGitOpsBackend';
import {
  appliedRoute,
  appliedService,
  treeOf,
} from './traefik/__testUtils__/appliedRoute';
import { TraefikStandIn } from './traefik/__testUtils__/TraefikStandIn';

jest.setTimeout(60_000);

const path = (name = 'orders') => `/entities/component/default/${name}/traefik`;
const MATCH = 'Host(`orders.example`)';
const namespace = 'orders-dev';

describe('the routes of an entity', () => {
  let argocd: ArgoCdStandIn;
  let replicas: TraefikStandIn[];
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;

  async function start(
    options: { gitops?: object; route?: boolean; urls?: string[] } = {},
  ) {
    const { gitops, route = true } = options;
    argocd = await ArgoCdStandIn.start([
      rawApplication({ service: 'orders', environment: 'dev' }),
    ]);
    argocd.tree = treeOf(namespace, 'orders', { a: 'Healthy', b: 'Degraded' });
    argocd.answers.set('GET /managed-resources', {
      body: {
        items: [
          appliedRoute({ namespace, name: 'orders', match: MATCH }),
          appliedService(namespace, 'orders'),
        ],
      },
    });
    replicas = [await TraefikStandIn.start(), await TraefikStandIn.start()];
    if (route) {
      replicas.forEach(replica =>
        replica.route({
          namespace,
          name: 'orders',
          match: MATCH,
          servers: { 'http://10.0.0.1:8080': 'UP' },
          differs: { tls: { certResolver: 'le' } },
        }),
      );
    }
    backend = await startGitOpsBackend({
      argocd: { main: argocd },
      entities: [
        componentOf('orders', { 'argocd/app-name': 'orders-dev' }),
        componentOf('nothing', {}),
        componentOf('named', { 'traefik.io/host': 'orders.example' }),
      ],
      gitops: {
        traefik: {
          pollInterval: { milliseconds: 100 },
          instances: [
            {
              name: 'edge',
              urls: options.urls ?? replicas.map(({ url }) => url),
              dashboardUrl: 'https://traefik.example/dashboard/',
              timeout: { milliseconds: 500 },
            },
          ],
        },
        ...gitops,
      },
    });
    await backend.until({ main: 'ok', ...(!options.urls && { edge: 'ok' }) });
  }

  const kinds = (findings: Finding[]) => findings.map(({ kind }) => kind);

  afterEach(async () => {
    await backend.stop();
    await argocd.stop();
    await Promise.all(replicas.map(one => one.stop()));
  });

  it('shows what Traefik made of what Argo CD applied', async () => {
    await start();
    replicas.forEach(({ lists }) =>
      lists['/api/certificates'].push({
        sans: ['*.example'],
        notAfter: new Date(Date.now() + 3 * 86_400_000).toISOString(),
      }),
    );
    await eventually(async () => {
      const { body } = await backend.get(path());
      expect(body.items[0].tls.certificate).toBeDefined();
    });
    const { body, status } = await backend.get(path());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      claim: { source: 'applications', missing: [] },
      hidden: 0,
      instances: [
        { name: 'edge', status: 'ok', replicas: { total: 2, answering: 2 } },
      ],
      items: [
        {
          known: 'traefik',
          instance: 'edge',
          protocol: 'http',
          environment: 'dev',
          cluster: 'in-cluster',
          hosts: ['orders.example'],
          rule: MATCH,
          words: 'the host is orders.example',
          status: 'enabled',
          entryPoints: [{ name: 'websecure', address: ':8443' }],
          resource: { kind: 'IngressRoute', namespace, name: 'orders' },
          application: { instance: 'main', name: 'orders-dev' },
          tls: { ended: 'traefik', resolver: 'le' },
          services: [
            {
              name: 'orders:80',
              kind: 'loadBalancer',
              servers: [{ address: 'http://10.0.0.1:8080', status: 'up' }],
            },
          ],
          backends: { alive: 1, total: 2, source: 'argocd' },
          url: expect.stringMatching(
            /^https:\/\/traefik.example\/dashboard\/#\/http\/routers\/orders-dev-orders-[0-9a-f]{20}%40kubernetescrd$/,
          ),
        },
      ],
    });
    expect(kinds(body.findings)).toEqual(['certificateExpiring']);
    expect(backend.audit).toContainEqual({
      eventId: 'routes-fetch',
      outcome: 'success',
      meta: { entityRef: 'component:default/orders' },
    });
  });

  it('calls nobody for a page that is warm', async () => {
    await start();
    await backend.get(path());
    const calls = argocd.calls.filter(call => /orders-dev\//.test(call));
    expect(calls.sort()).toEqual([
      '/api/v1/applications/orders-dev/managed-resources',
      '/api/v1/applications/orders-dev/resource-tree',
    ]);
    const before = argocd.calls.length;
    const { headers } = await backend.get(path());
    const again = await backend.get(path()).set('If-None-Match', headers.etag);
    expect(again.status).toBe(304);
    expect(argocd.calls).toHaveLength(before);
  });

  it('tells the page when Traefik has something else to say', async () => {
    await start();
    const { headers } = await backend.get(path());
    backend.publish.mockClear();
    const waiting = backend
      .get(path())
      .set('If-None-Match', headers.etag)
      .set('Prefer', 'wait=2');
    const answered = waiting.then(response => response);
    replicas.forEach(({ lists }) => {
      lists['/api/http/routers'][0].status = 'disabled';
      lists['/api/http/routers'][0].error = [
        'middleware "orders-dev-auth@kubernetescrd" does not exist',
      ];
    });
    const { status, body } = await answered;
    expect(status).toBe(200);
    expect(kinds(body.findings)).toContain('routeError');
    await eventually(async () => expect(backend.publish).toHaveBeenCalled());
  });

  it('says why there is no router', async () => {
    await start({ route: false });
    replicas.forEach(replica =>
      replica.route({ namespace: 'x', name: 'y', match: 'Host(`x`)' }),
    );
    argocd.answers.set('GET /managed-resources', {
      body: {
        items: [appliedRoute({ namespace, name: 'orders', match: MATCH })],
      },
    });
    argocd.tree = [];
    await eventually(async () => {
      const { body } = await backend.get(path());
      expect(body.items).toMatchObject([
        {
          known: 'applied',
          status: 'missing',
          reason: expect.stringContaining(
            'the Service orders-dev/orders does not exist',
          ),
        },
      ]);
      expect(kinds(body.findings)).toEqual(['routeMissing']);
    });
  });

  it('shows what is applied where Traefik cannot be asked', async () => {
    await start({ urls: ['http://127.0.0.1:1'] });
    const { body } = await backend.get(path());
    expect(body).toMatchObject({
      items: [
        {
          known: 'applied',
          status: 'unknown',
          hosts: ['orders.example'],
          reason: expect.stringContaining(
            'what Argo CD applied is all that is known',
          ),
          backends: { alive: 1, total: 2, source: 'argocd' },
        },
      ],
      instances: [{ name: 'edge', status: 'error' }],
    });
    expect(kinds(body.findings)).toEqual(['upstreamUnknown']);
    expect(JSON.stringify(body)).not.toContain('127.0.0.1');
  });

  it('goes on with the replicas that answer, and tells where they differ', async () => {
    await start();
    replicas[1].lists['/api/http/routers'][0].priorityStr = '7';
    await eventually(async () => {
      const { body } = await backend.get(path());
      expect(kinds(body.findings)).toEqual(['replicasDisagree']);
      expect(body.findings[0].evidence).toEqual([
        expect.stringContaining('they differ in its priority'),
      ]);
    });
    await replicas[1].stop();
    await eventually(async () => {
      const { body } = await backend.get(path());
      expect(body.instances).toMatchObject([
        { status: 'stale', replicas: { total: 2, answering: 1 } },
      ]);
      expect(body.items).toMatchObject([{ known: 'traefik' }]);
      expect(kinds(body.findings)).toEqual(['upstreamUnknown']);
    });
    const instances = await backend.get('/instances');
    expect(instances.body.items).toContainEqual(
      expect.objectContaining({
        system: 'traefik',
        name: 'edge',
        status: 'stale',
        version: '3.7.12',
        error: expect.stringContaining('127.0.0.1'),
      }),
    );
  });

  it('shows what an annotation names, and that nothing proves it', async () => {
    await start();
    const { body } = await backend.get(path('named'));
    expect(body).toMatchObject({
      claim: { source: 'annotation', hosts: ['orders.example'], missing: [] },
      items: [{ known: 'traefik', environment: 'unknown' }],
    });
    expect(body.items[0].application).toBeUndefined();
    expect(kinds(body.findings)).toEqual(['unprovedClaim']);
    const nothing = await backend.get(path('nothing'));
    expect(nothing.body).toEqual({
      claim: {
        source: 'none',
        ingressRoutes: [],
        services: [],
        hosts: [],
        missing: [],
      },
      items: [],
      findings: [],
      hidden: 0,
      instances: [],
    });
  });

  it('shows nothing unproved where bindings are strict', async () => {
    await start({ gitops: { bindings: { mode: 'strict' } } });
    expect((await backend.get(path())).body.items).toHaveLength(1);
    const { body } = await backend.get(path('named'));
    expect(body.items).toEqual([]);
    expect(kinds(body.findings)).toContain('unprovedClaim');
  });

  it('asks for permission, and counts what is hidden', async () => {
    await start();
    backend.policy.set('gitops.route.read', {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'gitops',
      resourceType: 'gitops-resource',
      conditions: {
        rule: 'IN_ENVIRONMENT',
        resourceType: 'gitops-resource',
        params: { environments: ['staging'] },
      },
    });
    expect((await backend.get(path())).body).toMatchObject({
      items: [],
      findings: [],
      hidden: 1,
    });
    backend.policy.set('gitops.route.read', { result: AuthorizeResult.DENY });
    const { status, body } = await backend.get(path());
    expect(status).toBe(403);
    expect(body.error.message).toContain('gitops.route.read');
    expect(backend.audit.at(-1)).toMatchObject({
      eventId: 'routes-fetch',
      outcome: 'NotAllowedError',
    });
  });
});
