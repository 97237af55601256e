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

import { NAME, WEB } from '../__testUtils__/manifests';
import { TraefikServer } from '../__testUtils__/TraefikServer';

describe('the API of Traefik', () => {
  let traefik: TraefikServer;

  beforeEach(async () => {
    traefik = await TraefikServer.start();
  });
  afterEach(async () => {
    await traefik.dispose();
  });

  it('pages, and says what is wrong with JSON that it calls plain text', async () => {
    const filled = await traefik.tell('routers', { count: 5000 });
    expect(filled.status).toBe(201);
    const first = await traefik.call('/api/http/routers?per_page=1000');
    expect(first.headers.get('x-next-page')).toBe('2');
    expect(Object.keys(first.json)).toHaveLength(1000);
    const last = await traefik.call('/api/http/routers?per_page=1000&page=6');
    expect(last.headers.get('x-next-page')).toBe('1');
    expect(Object.keys(last.json)).toHaveLength(3);
    const cases: [string, string][] = [
      ['page=9&per_page=1000', 'invalid request: page: 9, per_page: 1000'],
      ['page=x', 'invalid request: page: 0'],
    ];
    for (const [query, message] of cases) {
      const refused = await traefik.call(`/api/http/routers?${query}`);
      expect(refused.status).toBe(400);
      expect(refused.headers.get('content-type')).toMatch(/^text\/plain/);
      expect(refused.json).toEqual({ message });
    }
    const none = await traefik.call('/api/http/routers/nosuch@kubernetescrd');
    expect(none).toMatchObject({
      status: 404,
      json: { message: 'router not found: nosuch@kubernetescrd' },
    });
    expect((await traefik.call('/api/nosuch')).text).toBe(
      '404 page not found\n',
    );
    const post = await traefik.call('/api/overview', { method: 'POST' });
    expect(post.status).toBe(405);
  });

  it('tells priorities beyond what a number holds exactly', async () => {
    const { text } = await traefik.call(
      '/api/http/routers?search=api@internal',
    );
    expect(text).toContain('"priority":9223372036854775806,');
    expect(text).toContain('"priorityStr":"9223372036854775806"');
    expect((await traefik.call('/api/rawdata')).text).toContain(
      '"priority":9223372036854775807,',
    );
    expect((await traefik.call('/ping')).text).toBe('OK');
    expect((await traefik.call('/api/version')).json.Version).toBe('3.7.12');
    const entryPoint = await traefik.call('/api/entrypoints/websecure');
    expect(entryPoint.json).toMatchObject({
      name: 'websecure',
      address: ':8443',
    });
  });

  it('filters by service and status', async () => {
    traefik.apply(WEB);
    const names = async (query: string) => {
      const { json } = await traefik.call(`/api/http/routers?${query}`);
      return Object.values(json).map(one => one.name);
    };
    const own = [`${NAME}@kubernetescrd`];
    expect(await names(`serviceName=${NAME}%40kubernetescrd`)).toEqual(own);
    expect(await names('serviceName=api@internal')).toEqual(['api@internal']);
    expect(await names('status=warning')).toEqual([]);
    expect(
      await names('middlewareName=team-a-dev-web-dev-headers%40kubernetescrd'),
    ).toEqual(own);
  });

  it('has certificates, whose end can be set, and keeps it over a restart', async () => {
    traefik.apply(WEB);
    const before = await traefik.call('/api/certificates');
    expect(Object.values(before.json)).toEqual([
      expect.objectContaining({
        sans: ['*.example.localhost'],
        issuerOrg: 'Sandbox',
        status: 'enabled',
        notAfter: '2027-02-19T10:00:00Z',
      }),
    ]);
    const host = 'web-dev.example.localhost';
    const set = await traefik.tell('certificates', { host, endsInDays: 5 });
    expect(set.json.status).toBe('warning');
    const unknown = { host: 'nobody.test', endsInDays: 5 };
    expect((await traefik.tell('certificates', unknown)).status).toBe(404);
    expect((await traefik.tell('certificates', { host })).status).toBe(400);
    traefik = await traefik.restart();
    for (const replica of [0, 1]) {
      const after = await traefik.call('/api/certificates', { replica });
      const [certificate] = Object.values(after.json);
      expect(certificate).toMatchObject({
        status: 'warning',
        notAfter: '2026-11-26T10:00:00Z',
      });
      const one = await traefik.call(`/api/certificates/${certificate.name}`);
      expect(one.status).toBe(200);
    }
    const overview = await traefik.call('/api/overview');
    expect(overview.json.certificates).toEqual({
      total: 1,
      warnings: 1,
      errors: 0,
    });
  });

  it('has replicas of which one can lag behind, or miss routers', async () => {
    await traefik.tell('replica', { frozen: true }, 1);
    traefik.apply(WEB);
    const total = async (replica: number) =>
      Object.keys((await traefik.call('/api/http/routers', { replica })).json)
        .length;
    expect([await total(0), await total(1)]).toEqual([4, 3]);
    await traefik.tell('replica', { without: 'web-dev' }, 0);
    await traefik.tell('replica', {}, 1);
    expect([await total(0), await total(1)]).toEqual([3, 4]);
    expect((await traefik.tell('replica', { without: '(' })).status).toBe(400);
  });

  it('stands behind a path and a password where asked', async () => {
    await traefik.dispose();
    traefik = await TraefikServer.start({
      basePath: '/traefik',
      auth: { username: 'ada', password: 'made-up' },
    });
    expect((await traefik.call('/traefik/api/version')).status).toBe(401);
    const headers = {
      Authorization: `Basic ${Buffer.from('ada:made-up').toString('base64')}`,
    };
    const inside = await traefik.call('/traefik/api/version', { headers });
    expect(inside.status).toBe(200);
    expect((await traefik.call('/api/version', { headers })).status).toBe(404);
    expect((await traefik.call('/ping')).status).toBe(200);
  });

  it('has a page for links to the dashboard', async () => {
    traefik.apply(WEB);
    const page = await traefik.call('/dashboard/#/http/routers');
    expect(page.text).toContain(NAME);
    expect(page.text).not.toContain('canary');
  });
});
