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

import type { RequestListener } from 'node:http';
import { json, serve } from '../upstream/__testUtils__/serve';
import { vaultClientFor } from './__testUtils__/vaultClientFor';
import type { VaultClient } from './VaultClient';
import { vaultFailureOf } from './vaultRefusal';
import type { VaultLocation } from './VaultSecret';

const lookUp = json(200, {
  data: { ttl: 0, expire_time: null, renewable: false },
});
const withToken =
  (handler: RequestListener): RequestListener =>
  (req, res) =>
    (req.url === '/v1/auth/token/lookup-self' ? lookUp : handler)(req, res);

const mount = { path: 'team/secret', version: 2 } as const;
const at: VaultLocation = { mount, path: 'dev/my orders' };

describe('what is asked', () => {
  it.each<[string, (client: VaultClient) => Promise<unknown>, string, unknown]>(
    [
      [
        'names in KV v2',
        client => client.list(at),
        '/v1/team/secret/metadata/dev/my%20orders?list=true',
        { data: { keys: ['a', 'b/', '..', '', 'c/d'] } },
      ],
      [
        'names in KV v1',
        client => client.list({ ...at, mount: { ...mount, version: 1 } }),
        '/v1/team/secret/dev/my%20orders?list=true',
        { data: { keys: ['a', 'b/'] } },
      ],
      [
        'key names',
        client => client.listKeys(at),
        '/v1/team/secret/subkeys/dev/my%20orders?depth=1',
        { data: { subkeys: { b: null, a: null } } },
      ],
    ],
  )('%s', async (_, ask, url, body) => {
    const { url: base, requests } = await serve(withToken(json(200, body)));
    const client = vaultClientFor(`${base}/sub`, {
      config: { url: base, namespace: 'acme' },
    });
    const names = await ask(client);
    expect(names).toEqual(
      expect.arrayContaining(['a', expect.stringMatching(/^b\/?$/)]),
    );
    expect(names).toHaveLength(2);
    expect(requests[1]).toMatchObject({
      url,
      headers: {
        'x-vault-token': 's.good',
        'x-vault-namespace': 'acme',
        'x-vault-request': 'true',
        'x-proxy': 'yes',
      },
    });
  });

  it("names a namespace below the server's", async () => {
    const { url, requests } = await serve(
      withToken(json(200, { data: { keys: [] } })),
    );
    const client = vaultClientFor(url, { config: { namespace: 'acme' } });
    await client.list({ ...at, namespace: 'team-a/x' });
    expect(requests[1].headers['x-vault-namespace']).toBe('acme/team-a/x');
  });

  it.each(['..', 'dev/../x', 'dev//x', '/dev', 'dev/.', '\ud800'])(
    'never a path such as %j',
    async path => {
      const { url, requests } = await serve(withToken(json(200, {})));
      const client = vaultClientFor(url);
      await expect(client.getMetadata({ mount, path })).rejects.toThrow(
        /cannot be part of a path/,
      );
      expect(requests).toEqual([]);
    },
  );

  it('keeps times and versions of a secret, and custom metadata that is named', async () => {
    const { url } = await serve(
      withToken(
        json(200, {
          data: {
            current_version: 12,
            created_time: '2026-11-21T02:30:42.645552396Z',
            updated_time: 'not a time',
            custom_metadata: {
              owner: 'team-a',
              note: 'for few',
              'rotation-max-age': '30d',
            },
            versions: {
              2: { created_time: '2026-11-21T02:30:42Z', destroyed: true },
              12: { deletion_time: '2026-11-22T00:00:00.5Z' },
              x: {},
            },
          },
        }),
      ),
    );
    await expect(vaultClientFor(url).getMetadata(at)).resolves.toEqual({
      currentVersion: 12,
      createdAt: '2026-11-21T02:30:42.645Z',
      updatedAt: undefined,
      customMetadata: { owner: 'team-a', 'rotation-max-age': '30d' },
      versions: [
        {
          version: 12,
          createdAt: undefined,
          deletionTime: '2026-11-22T00:00:00.500Z',
          destroyed: false,
        },
        {
          version: 2,
          createdAt: '2026-11-21T02:30:42.000Z',
          deletionTime: undefined,
          destroyed: true,
        },
      ],
    });
  });
});

describe('mounts', () => {
  const engines = {
    'secret/': { type: 'kv', options: { version: '2' } },
    'old/kv/': { type: 'kv', options: null },
    'older/': { type: 'generic', options: {} },
    'pki/': { type: 'pki', options: null },
    'odd/': 'nothing',
  };
  const expected = [
    { path: 'secret', version: 2 },
    { path: 'old/kv', version: 1 },
    { path: 'older', version: 1 },
  ];

  it('are discovered where the configuration names none', async () => {
    const { url } = await serve(
      withToken(json(200, { data: { secret: engines, auth: {} } })),
    );
    await expect(vaultClientFor(url).listMounts()).resolves.toEqual(expected);
  });

  it('are looked for in the older place where the newer one is closed', async () => {
    const { url, requests } = await serve(
      withToken((req, res) =>
        (req.url === '/v1/sys/mounts'
          ? json(200, { data: engines })
          : json(403, { errors: ['permission denied'] }))(req, res),
      ),
    );
    await expect(vaultClientFor(url).listMounts()).resolves.toEqual(expected);
    expect(requests).toHaveLength(3);
  });

  it('cost nothing where the configuration names them', async () => {
    const { url, requests } = await serve(lookUp);
    const client = vaultClientFor(url, { config: { mounts: [mount] } });
    await expect(client.listMounts()).resolves.toEqual([mount]);
    expect(requests).toEqual([]);
  });
});

describe('failures', () => {
  const said = (status: number, ...errors: string[]) =>
    json(status, { errors: errors.map(error => `${error} c4n4ry`) });

  it.each<[string, RequestListener, string, number]>([
    ['a policy', said(403, 'permission denied'), 'denied', 1],
    ['nothing there', json(404, { errors: [] }), 'missing', 1],
    ['a deleted version', json(404, { data: { subkeys: null } }), 'missing', 1],
    ['no engine', said(404, 'no handler for route "x"'), 'missing', 1],
    ['a page of a proxy', json(404, { message: 'c4n4ry' }), 'unreachable', 1],
    ['a proxy that says no', json(403, 'c4n4ry'), 'unreachable', 1],
    ['a seal', said(503, 'Vault is sealed'), 'sealed', 1],
    ['no keys yet', said(503, 'Vault is not initialized'), 'sealed', 1],
    ['a standby', said(503, 'no active Vault instance found'), 'standby', 1],
    ['a gateway', json(503, { errors: 'c4n4ry' }), 'unreachable', 3],
    ['an error of its own', said(500, 'internal error'), 'unreachable', 1],
    ['a quota', said(429, 'rate limit quota exceeded'), 'unreachable', 3],
    ['another answer', json(200, { data: ['c4n4ry'] }), 'unreachable', 1],
  ])(
    'tells %s apart, without its words',
    async (_, handler, failure, calls) => {
      const { url, requests } = await serve(withToken(handler));
      const error = await vaultClientFor(url)
        .list(at)
        .catch(thrown => thrown);
      expect(vaultFailureOf(error)).toBe(failure);
      expect(`${error.stack} ${JSON.stringify(error)}`).not.toMatch(
        /c4n4ry|s\.good/,
      );
      expect(requests).toHaveLength(calls + 1);
    },
  );

  it('a seal does not open the circuit', async () => {
    const { url } = await serve(withToken(said(503, 'Vault is sealed')));
    const client = vaultClientFor(url);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await client.list(at).catch(() => undefined);
    }
    expect(client.circuit).toBe('closed');
  });

  it('health is asked so that no state of the server is a failure', async () => {
    const { url, requests } = await serve(
      json(200, {
        initialized: true,
        sealed: true,
        standby: true,
        version: 'no version at all',
      }),
    );
    await expect(vaultClientFor(url).getHealth()).resolves.toEqual({
      initialized: true,
      sealed: true,
      standby: true,
    });
    expect(requests[0].url).toMatch(/^\/v1\/sys\/health\?.*sealedcode=200/);
    expect(requests[0].headers).not.toHaveProperty('x-vault-token');
  });
});
