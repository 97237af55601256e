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

import { NAME, route, WEB, workload } from '../__testUtils__/manifests';
import { TraefikServer } from '../__testUtils__/TraefikServer';

describe('routers of IngressRoutes', () => {
  let traefik: TraefikServer;

  beforeEach(async () => {
    traefik = await TraefikServer.start();
  });
  afterEach(async () => {
    await traefik.dispose();
  });

  const router = async (search: string, protocol = 'http') => {
    const query = new URLSearchParams({ search });
    const path = `/api/${protocol}/routers?${query}`;
    return Object.values((await traefik.call(path)).json)[0];
  };

  it('makes router, service and middleware of an IngressRoute, with the names of the real one', async () => {
    traefik.apply(WEB);
    const one = await traefik.call(`/api/http/routers/${NAME}@kubernetescrd`);
    expect(one.json).toEqual({
      entryPoints: ['websecure'],
      middlewares: ['team-a-dev-web-dev-headers@kubernetescrd'],
      service: NAME,
      rule: 'Host(`web-dev.example.localhost`)',
      priority: 33,
      priorityStr: '33',
      tls: { options: 'default' },
      observability: {
        accessLogs: true,
        metrics: true,
        tracing: true,
        traceVerbosity: 'minimal',
      },
      status: 'enabled',
      using: ['websecure'],
      name: `${NAME}@kubernetescrd`,
      provider: 'kubernetescrd',
    });
    const service = await traefik.call(
      `/api/http/services/${NAME}@kubernetescrd`,
    );
    const { json } = service;
    expect(json).toMatchObject({
      type: 'loadbalancer',
      usedBy: [`${NAME}@kubernetescrd`],
      loadBalancer: { strategy: 'wrr', passHostHeader: true },
    });
    const statuses = Object.entries(json.serverStatus);
    expect(statuses).toHaveLength(2);
    for (const [url, status] of statuses) {
      expect(url).toMatch(/^http:\/\/10\.244\.\d+\.\d+:8080$/);
      expect(status).toBe('UP');
    }
    const middlewares = await traefik.call('/api/http/middlewares?search=web');
    expect(Object.values(middlewares.json)[0]).toMatchObject({
      type: 'headers',
      headers: { customRequestHeaders: { 'X-Key': 'canary' } },
      usedBy: [`${NAME}@kubernetescrd`],
    });
  });

  it('says why a route does not work, or makes no router at all', async () => {
    const services = 'services: [{ name: api@internal, kind: TraefikService }]';
    traefik.apply(
      [
        route('bad-rule', 'Hots(`x`)', services),
        route(
          'no-middleware',
          'Host(`y`)',
          `middlewares: [{ name: nosuch }]\n      ${services}`,
        ),
        route(
          'no-service',
          'Host(`z`)',
          'services: [{ name: nosuch, port: 80 }]',
        ),
        route(
          'no-traefik-service',
          'Host(`q`)',
          'services: [{ name: nosuch, kind: TraefikService }]',
        ),
        route('half', 'Host(`h`) &&', services),
        route('entry', 'Host(`e`)', services).replace(
          '[websecure]',
          '[websecure, nosuch]',
        ),
      ].join('\n---'),
    );
    expect(await router('bad-rule')).toMatchObject({
      status: 'disabled',
      priority: 9,
      error: [
        'error while parsing rule Hots(`x`): parsing rule Hots(`x`): unsupported function: Hots',
      ],
      name: 'team-a-dev-bad-rule-a4a2f083f1a107a3d2e0@kubernetescrd',
    });
    expect(await router('no-middleware')).toMatchObject({
      status: 'disabled',
      error: ['middleware "team-a-dev-nosuch@kubernetescrd" does not exist'],
      name: 'team-a-dev-no-middleware-60725d6376b32d1ac623@kubernetescrd',
    });
    expect(await router('no-service')).toBeUndefined();
    expect(await router('no-traefik-service')).toMatchObject({
      error: ['the service "team-a-dev-nosuch@kubernetescrd" does not exist'],
    });
    expect((await router('half')).status).toBe('disabled');
    expect(await router('entry')).toMatchObject({
      status: 'warning',
      error: ['entryPoint "nosuch" doesn\'t exist'],
      using: ['websecure'],
    });
    const { json } = await traefik.call('/api/overview');
    expect(json.http.routers).toEqual({ total: 8, warnings: 1, errors: 4 });
  });

  it('shares out by weight, and mirrors', async () => {
    traefik.apply(
      [
        workload('blue'),
        workload('green'),
        route(
          'both',
          'Host(`b`)',
          `services:
        - { name: blue, port: 80, weight: 3 }
        - { name: green, port: 80 }`,
        ),
        `
apiVersion: traefik.io/v1alpha1
kind: TraefikService
metadata: { name: mirror, namespace: team-a-dev }
spec:
  mirroring:
    name: blue
    port: 80
    mirrors: [{ name: green, port: 80, percent: 10 }]`,
        route(
          'mirrored',
          'Host(`m`)',
          'services: [{ name: mirror, kind: TraefikService }]',
        ),
      ].join('\n---'),
    );
    const { service } = await router('both');
    const weighted = await traefik.call(
      `/api/http/services/${service}@kubernetescrd`,
    );
    expect(weighted.json).toMatchObject({
      type: 'weighted',
      weighted: {
        services: [
          { name: 'team-a-dev-blue-80', weight: 3 },
          { name: 'team-a-dev-green-80', weight: 1 },
        ],
      },
    });
    expect((await router('mirrored')).service).toBe('team-a-dev-mirror');
    const mirror = await traefik.call(
      '/api/http/services/team-a-dev-mirror@kubernetescrd',
    );
    expect(mirror.json).toMatchObject({
      type: 'mirroring',
      mirroring: {
        service: 'team-a-dev-blue-80',
        mirrors: [{ name: 'team-a-dev-green-80', percent: 10 }],
      },
    });
  });

  it('makes no router where no pod is ready, nor for another class', async () => {
    const services = 'services: [{ name: web-dev, port: http }]';
    traefik.apply(
      [
        WEB,
        workload('sick', 'broken'),
        route('sick', 'Host(`s`)', 'services: [{ name: sick, port: 80 }]'),
        route('other', 'Host(`o`)', services).replace(
          'spec:',
          'spec:\n  ingressClassName: nginx',
        ),
      ].join('\n---'),
    );
    expect((await router('web-dev')).status).toBe('enabled');
    expect(await router('sick')).toBeUndefined();
    expect(await router('other')).toBeUndefined();
  });

  it('reads the users of an auth middleware from its Secret', async () => {
    const auth = (name: string) => `
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: { name: ${name}, namespace: team-a-dev }
spec: { basicAuth: { secret: ${name} } }`;
    traefik.apply(
      `${auth('auth')}\n---\n${auth('missing')}
---
apiVersion: v1
kind: Secret
metadata: { name: auth, namespace: team-a-dev }
stringData: { users: 'ada:hash' }`,
    );
    const { json } = await traefik.call('/api/http/middlewares?search=team-a');
    expect(Object.values(json)).toEqual([
      expect.objectContaining({
        name: 'team-a-dev-auth@kubernetescrd',
        type: 'basicauth',
        basicAuth: { users: ['ada:hash'] },
      }),
    ]);
  });

  it('routes TCP and UDP', async () => {
    traefik.apply(
      `${workload('db')}
---
apiVersion: traefik.io/v1alpha1
kind: IngressRouteTCP
metadata: { name: db, namespace: team-a-dev }
spec:
  entryPoints: [websecure]
  routes: [{ match: 'HostSNI(\`*\`)', services: [{ name: db, port: 80 }] }]
  tls: { passthrough: true }
---
apiVersion: traefik.io/v1alpha1
kind: IngressRouteUDP
metadata: { name: dns, namespace: team-a-dev }
spec:
  entryPoints: [dns]
  routes: [{ services: [{ name: nosuch, port: 53 }] }]`,
    );
    expect(await router('db', 'tcp')).toMatchObject({
      rule: 'HostSNI(`*`)',
      priority: -1,
      tls: { passthrough: true },
      status: 'enabled',
    });
    const services = await traefik.call('/api/tcp/services');
    const [service] = Object.values(services.json);
    expect(service.loadBalancer.servers).toHaveLength(2);
    expect(await router('dns', 'udp')).toMatchObject({
      name: 'team-a-dev-dns-0@kubernetescrd',
      status: 'disabled',
      error: [
        'the UDP service "team-a-dev-dns-0@kubernetescrd" does not exist',
      ],
    });
  });
});
