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

import { json, serve } from '../upstream/__testUtils__/serve';
import { traefikClientFor } from './__testUtils__/traefikClientFor';

const SECRET = 'canary';

/** Serves a list in pages of the size that is asked for, as Traefik does. */
function pages(items: () => object[]): Parameters<typeof serve>[0] {
  return (req, res) => {
    const query = new URL(req.url ?? '', 'http://x').searchParams;
    const size = Number(query.get('per_page') ?? 100);
    const page = Number(query.get('page') ?? 1);
    const all = items();
    const start = (page - 1) * size;
    if (start > 0 && start >= all.length) {
      res.writeHead(400, { 'content-type': 'text/plain' });
      res.end(JSON.stringify({ message: `invalid request: ${SECRET}` }));
      return;
    }
    const more = page * size < all.length;
    json(200, all.slice(start, start + size), {
      'x-next-page': more ? String(page + 1) : '1',
    })(req, res);
  };
}

describe('TraefikClient', () => {
  it('reads every page, and parses none twice', async () => {
    const routers = Array.from({ length: 2_500 }, (_, index) => ({
      name: `router-${index}@kubernetescrd`,
      status: 'enabled',
      rule: 'Host(`a`)',
    }));
    const server = await serve(pages(() => routers));
    const client = traefikClientFor(server.url);
    const first = await client.listRouters('http');
    expect(first.items).toHaveLength(2_500);
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/api/http/routers?per_page=1000&page=1',
      '/api/http/routers?per_page=1000&page=2',
      '/api/http/routers?per_page=1000&page=3',
    ]);
    const second = await client.listRouters('http');
    expect(second.tag).toBe(first.tag);
    expect(second.items[2_400]).toBe(first.items[2_400]);
    routers[1_700].status = 'disabled';
    const third = await client.listRouters('http');
    expect(third.tag).not.toBe(first.tag);
    expect(third.items[2_400]).toBe(first.items[2_400]);
    expect(third.items[1_700]).toMatchObject({ status: 'disabled' });
  });

  it('fails where pages have no end, rather than leave out what is beyond', async () => {
    const server = await serve((req, res) => {
      const { searchParams } = new URL(req.url ?? '', 'http://x');
      const next = Number(searchParams.get('page')) + 1;
      json(200, [], { 'x-next-page': String(next) })(req, res);
    });
    const reading = traefikClientFor(server.url).listRouters('http');
    await expect(reading).rejects.toMatchObject({ failure: 'too-large' });
    expect(server.requests).toHaveLength(100);
  });

  it('starts again where the list became shorter while it was read', async () => {
    let length = 1_001;
    const server = await serve((req, res) => {
      const listed = pages(() =>
        Array.from({ length }, (_, index) => ({ name: `r${index}@file` })),
      );
      listed(req, res);
      length = 5;
    });
    const { items } = await traefikClientFor(server.url).listRouters('tcp');
    expect(items).toHaveLength(5);
    expect(server.requests).toHaveLength(3);
  });

  it('keeps of a router what is shown, exact and with providers', async () => {
    const server = await serve(
      json(200, [
        {
          name: 'shop-web-0123@kubernetescrd',
          entryPoints: ['web'],
          using: ['web', 'websecure'],
          service: 'shop-web-0123',
          middlewares: ['auth', 'errors@file'],
          rule: 'Host(`a`)',
          priority: 9223372036854775807,
          priorityStr: '9223372036854775806',
          tls: { options: SECRET, certResolver: 'le', domains: [SECRET] },
          observability: { metrics: SECRET },
          status: 'disabled',
          error: ['middleware "auth@kubernetescrd" does not exist', SECRET],
          provider: SECRET,
        },
        { name: 'old@file', priority: 12, status: 'enabled' },
        { name: 'odd@file', priority: 9223372036854775807 },
        { name: 'text@file', priorityStr: 'high' },
        'no router',
      ]),
    );
    const { items } = await traefikClientFor(server.url).listRouters('http');
    expect(items).toEqual([
      {
        protocol: 'http',
        name: 'shop-web-0123@kubernetescrd',
        rule: 'Host(`a`)',
        entryPoints: ['web', 'websecure'],
        service: 'shop-web-0123@kubernetescrd',
        middlewares: ['auth@kubernetescrd', 'errors@file'],
        priority: '9223372036854775806',
        status: 'disabled',
        errors: [
          'the middleware auth@kubernetescrd does not exist',
          expect.stringContaining('look at its page on the dashboard'),
        ],
        tls: { resolver: 'le', passthrough: false },
      },
      expect.objectContaining({ name: 'old@file', priority: '12' }),
      expect.objectContaining({ name: 'odd@file', priority: undefined }),
      expect.objectContaining({ name: 'text@file', priority: undefined }),
    ]);
    expect(JSON.stringify(items)).not.toContain(SECRET);
  });

  it('keeps of a service its servers and what it is made of', async () => {
    const server = await serve(
      json(200, [
        {
          name: 'a@kubernetescrd',
          loadBalancer: {
            servers: [
              { url: `http://user:${SECRET}@10.0.0.1:80/${SECRET}` },
              { url: 'http://10.0.0.2:80' },
              { url: 'http://10.0.0.3:80' },
              { address: '10.0.0.4:5432' },
              { url: SECRET },
              { url: 'http://[fd00::1]:80/' },
            ],
            healthCheck: { headers: { authorization: SECRET } },
          },
          serverStatus: {
            'http://10.0.0.2:80': 'UP',
            'http://10.0.0.3:80': 'DOWN',
          },
          status: 'warning',
        },
        {
          name: 'b@kubernetescrd',
          weighted: {
            services: [
              { name: 'a', weight: 3 },
              { name: 'x@file', weight: 1 },
            ],
            sticky: { cookie: { name: SECRET } },
          },
        },
        {
          name: 'c@kubernetescrd',
          mirroring: { service: 'a', mirrors: [{ name: 'b', percent: 5 }] },
        },
        { name: 'd@file', failover: { service: 'a', fallback: 'b' } },
        { name: 'api@internal' },
      ]),
    );
    const { items } = await traefikClientFor(server.url).listServices('http');
    expect(items).toMatchObject([
      {
        kind: 'loadBalancer',
        status: 'warning',
        servers: [
          { address: 'http://10.0.0.1:80', status: 'unknown' },
          { address: 'http://10.0.0.2:80', status: 'up' },
          { address: 'http://10.0.0.3:80', status: 'down' },
          { address: '10.0.0.4:5432', status: 'unknown' },
          { address: 'http://[fd00::1]:80', status: 'unknown' },
        ],
      },
      {
        kind: 'weighted',
        services: [
          { name: 'a@kubernetescrd', weight: 3 },
          { name: 'x@file', weight: 1 },
        ],
      },
      {
        kind: 'mirroring',
        services: [
          { name: 'a@kubernetescrd' },
          { name: 'b@kubernetescrd', percent: 5 },
        ],
      },
      {
        kind: 'failover',
        services: [{ name: 'a@file' }, { name: 'b@file' }],
      },
      { kind: 'internal' },
    ]);
    expect(JSON.stringify(items)).not.toContain(SECRET);
  });

  it('leaves behind what is in a middleware', async () => {
    const server = await serve(
      json(200, [
        {
          name: 'auth@file',
          type: 'basicauth',
          status: 'enabled',
          basicAuth: { users: [SECRET] },
          usedBy: [SECRET],
        },
      ]),
    );
    const { items } = await traefikClientFor(server.url).listMiddlewares(
      'http',
    );
    expect(items).toEqual([
      {
        protocol: 'http',
        name: 'auth@file',
        type: 'basicauth',
        status: 'enabled',
      },
    ]);
  });

  it('reads certificates, where the version has them', async () => {
    const server = await serve(
      json(200, [
        {
          sans: ['shop.example', '*.shop.example'],
          commonName: 'shop.example',
          issuerCN: 'R11',
          issuerOrg: '',
          notAfter: '2027-01-01T00:00:00Z',
          serialNumber: SECRET,
        },
        { sans: ['x'], notAfter: 'soon' },
      ]),
    );
    const list = await traefikClientFor(server.url).listCertificates();
    expect(list?.items).toEqual([
      {
        subject: 'shop.example',
        hosts: ['shop.example', '*.shop.example'],
        issuer: 'R11',
        expiresAt: '2027-01-01T00:00:00.000Z',
      },
      { hosts: ['x'] },
    ]);
    const older = await serve(json(404, {}));
    expect(
      await traefikClientFor(older.url).listCertificates(),
    ).toBeUndefined();
  });

  it('asks below the base path, with user, password and headers', async () => {
    const server = await serve(
      json(200, { Version: '3.7.12', startDate: '2026-01-01T00:00:00Z' }),
    );
    const client = traefikClientFor(server.url, {
      basePath: '/traefik',
      auth: { username: 'portal', password: 'pässword' },
      headers: { 'x-proxy': 'yes' },
    });
    expect(await client.getVersion()).toEqual({
      version: '3.7.12',
      startedAt: '2026-01-01T00:00:00Z',
    });
    expect(server.requests).toMatchObject([
      {
        url: '/traefik/api/version',
        headers: {
          'x-proxy': 'yes',
          authorization: `Basic ${Buffer.from('portal:pässword').toString(
            'base64',
          )}`,
        },
      },
    ]);
  });

  it('counts what the overview counts', async () => {
    const server = await serve(
      json(200, {
        http: { routers: { total: 7 }, services: { total: 8 } },
        tcp: { routers: { total: 0 }, middlewares: 7 },
        providers: [SECRET],
      }),
    );
    expect(await traefikClientFor(server.url).getOverview()).toEqual({
      routers: { http: 7, tcp: 0 },
      services: { http: 8 },
      middlewares: {},
    });
  });

  it.each([
    [401, { message: SECRET }, 'unauthorized'],
    [404, { message: SECRET }, 'not-found'],
    [500, { message: SECRET }, 'server-error'],
    [200, { message: SECRET }, 'malformed'],
  ])('repeats nothing of what a %d says', async (status, body, failure) => {
    const server = await serve(json(status, body));
    const error: unknown = await traefikClientFor(server.url)
      .listRouters('http')
      .catch(failed => failed);
    expect(error).toMatchObject({ failure, instance: 'main' });
    expect(
      `${error} ${error instanceof Error ? error.stack : ''}`,
    ).not.toContain(SECRET);
  });
});
