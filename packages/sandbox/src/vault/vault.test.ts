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

import { VaultServer } from './__testUtils__/VaultServer';

const DENIED = '1 error occurred:\n\t* permission denied\n\n';

describe('Vault', () => {
  let vault: VaultServer;

  beforeEach(async () => {
    vault = await VaultServer.start();
  });
  afterEach(async () => {
    await vault.dispose();
  });

  async function tokenWith(policy: string): Promise<string> {
    const written = await vault.call('POST', 'v1/sys/policies/acl/test', {
      body: { policy },
    });
    expect(written.status).toBe(204);
    const { json } = await vault.call('POST', 'v1/auth/token/create', {
      body: { policies: ['test'], ttl: '1h' },
    });
    return String(json.auth.client_token);
  }

  it('lets the product’s token read metadata and keys, and no value', async () => {
    const token = 'sandbox-token';
    const get = (path: string) => vault.call('GET', path, { token });
    const secret = 'production/welcome/database';
    const metadata = await get(`v1/secret/metadata/${secret}`);
    expect(metadata.json.data).toMatchObject({
      current_version: 3,
      custom_metadata: { 'rotation-max-age': '90d' },
    });
    expect((await get(`v1/secret/subkeys/${secret}`)).status).toBe(200);
    expect(await get(`v1/secret/data/${secret}`)).toMatchObject({
      status: 403,
      json: { errors: [DENIED] },
    });
    const { json } = await get('v1/sys/internal/ui/mounts');
    expect(Object.keys(json.data.secret)).toEqual(
      expect.arrayContaining(['secret/', 'legacy/']),
    );
    expect((await get('v1/sys/mounts')).status).toBe(403);
  });

  it.each([
    ['secret/data/*', 'secret/data/a/b', 200],
    ['secret/data/a/b', 'secret/data/a/b', 200],
    ['secret/data/a', 'secret/data/a/b', 403],
    ['secret/data/+/b', 'secret/data/a/b', 200],
    ['secret/data/+', 'secret/data/a/b', 403],
    ['secret/+/a/*', 'secret/data/a/b', 200],
    ['secret/data/a/b*', 'secret/data/a/b', 200],
  ])('a policy for %s: %s is %d', async (pattern, path, status) => {
    await vault.call('POST', 'v1/secret/data/a/b', {
      body: { data: { a: 1 } },
    });
    const token = await tokenWith(
      `# comment\npath "${pattern}" {\n  capabilities = ["read"] // why\n}`,
    );
    expect((await vault.call('GET', `v1/${path}`, { token })).status).toBe(
      status,
    );
  });

  it('goes by the closest rule; deny beats everything of the same path', async () => {
    const token = await tokenWith(`
      path "secret/data/*" { capabilities = ["create", "update", "read"] }
      path "secret/data/no/*" { capabilities = ["deny", "read"] }
      path "secret/data/no/but" { capabilities = ["create"] }`);
    const write = (path: string) =>
      vault.call('POST', `v1/secret/data/${path}`, {
        token,
        body: { data: { a: '1' } },
      });
    expect((await write('yes')).status).toBe(200);
    expect((await write('no/x')).status).toBe(403);
    expect((await write('no/but')).status).toBe(200);
    // It is there now, and a change would be an update.
    expect((await write('no/but')).status).toBe(403);
    const { json } = await vault.call('POST', 'v1/sys/capabilities-self', {
      token,
      body: { paths: ['secret/data/x', 'secret/data/no/x', 'other'] },
    });
    expect(json.data).toEqual({
      'secret/data/x': ['create', 'read', 'update'],
      'secret/data/no/x': ['deny'],
      other: ['deny'],
    });
  });

  it('tells apart no token, a bad one, and one that may not', async () => {
    const path = 'v1/secret/metadata/dev/welcome/database';
    expect(await vault.call('GET', path, { token: '' })).toMatchObject({
      status: 403,
      json: { errors: ['permission denied'] },
    });
    expect((await vault.call('GET', path, { token: 'hvs.bad' })).json).toEqual({
      errors: [
        '2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n',
      ],
    });
    const token = await tokenWith('path "x" { capabilities = ["read"] }');
    expect((await vault.call('GET', path, { token })).json).toEqual({
      errors: [DENIED],
    });
    await vault.call('POST', 'v1/auth/token/revoke-self', { token, body: {} });
    expect((await vault.call('GET', path, { token })).text).toMatch(
      /invalid token/,
    );
  });

  it('refuses policies that it would not enforce', async () => {
    const write = async (policy: string) =>
      vault.call('POST', 'v1/sys/policies/acl/bad', { body: { policy } });
    expect((await write('path "x" { capabilities = ["fly"] }')).json).toEqual({
      errors: ['failed to parse policy: path "x": invalid capability "fly"'],
    });
    expect((await write('path {')).status).toBe(400);
    const parameters = await write(
      'path "x" { allowed_parameters = { a = [] } }',
    );
    expect(parameters.status).toBe(501);
    expect(parameters.text).toMatch(/allowed_parameters/);
    const json = await write('{"path":{"a/*":{"capabilities":["read"]}}}');
    expect(json.status).toBe(204);
  });

  it('is sealed, or waits for the active node, and says so', async () => {
    expect((await vault.call('GET', 'v1/sys/health')).status).toBe(200);
    expect((await vault.call('PUT', 'v1/sys/seal')).status).toBe(204);
    expect(await vault.call('GET', 'v1/sys/health')).toMatchObject({
      status: 503,
      json: { sealed: true, standby: true },
    });
    expect(await vault.call('GET', 'v1/secret/data/x')).toMatchObject({
      status: 503,
      json: { errors: ['Vault is sealed'] },
    });
    vault = await vault.restart();
    expect((await vault.call('GET', 'v1/sys/seal-status')).json.sealed).toBe(
      true,
    );
    await vault.call('POST', '_sandbox/unseal', { body: {} });
    await vault.call('POST', '_sandbox/standby', { body: { standby: true } });
    expect(await vault.call('GET', 'v1/sys/health')).toMatchObject({
      status: 429,
      json: { standby: true, sealed: false },
    });
    expect(
      (await vault.call('GET', 'v1/sys/health?standbyok=true')).status,
    ).toBe(200);
  });

  it('keeps namespaces apart', async () => {
    const headers = { 'X-Vault-Namespace': 'team-a' };
    expect((await vault.call('GET', 'v1/sys/mounts', { headers })).status).toBe(
      404,
    );
    await vault.call('POST', 'v1/sys/namespaces/team-a', { body: {} });
    const enabled = await vault.call('POST', 'v1/sys/mounts/secret', {
      headers,
      body: { type: 'kv-v2' },
    });
    expect(enabled.status).toBe(204);
    await vault.call('POST', 'v1/secret/data/own', {
      headers,
      body: { data: { a: '1' } },
    });
    expect((await vault.call('GET', 'v1/secret/data/own')).status).toBe(404);
    expect((await vault.call('GET', 'v1/team-a/secret/data/own')).status).toBe(
      200,
    );
    // The product's token is of the root namespace, whose policies say nothing of this one.
    const denied = await vault.call('GET', 'v1/secret/metadata/own', {
      headers,
      token: 'sandbox-token',
    });
    expect(denied.json).toEqual({ errors: [DENIED] });
  });

  it('answers 501 by name for what it does not play', async () => {
    const cases: [string, string, unknown][] = [
      ['GET', 'sys/audit', undefined],
      ['POST', 'sys/mounts/db', { type: 'database' }],
      ['POST', 'auth/token/create', { type: 'batch' }],
      ['GET', 'cubbyhole/x', undefined],
    ];
    for (const [method, path, body] of cases) {
      const answer = await vault.call(method, `v1/${path}`, { body });
      expect(answer.status).toBe(501);
      expect(answer.text).toMatch(/The sandbox does not implement/);
    }
    expect((await vault.call('GET', 'v1/nosuch/x')).json).toEqual({
      errors: ['no handler for route "nosuch/x". route entry not found.'],
    });
  });

  it('has pages that show no value, and a form that writes a version', async () => {
    const path = 'production%2Fwelcome%2Fdatabase';
    const page = `ui/vault/secrets/secret/kv/${path}`;
    const shown = await vault.call('GET', `${page}/details`, { token: '' });
    expect(shown.text).toContain('DATABASE_PASSWORD');
    expect(shown.text).not.toContain('made-up-');
    const send = (origin: string) =>
      fetch(`${vault.url}/${page}/versions`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin },
        body: new URLSearchParams({ key: 'DATABASE_URL', value: 'new' }),
      });
    expect((await send('https://elsewhere.example')).status).toBe(403);
    expect((await send(vault.url)).status).toBe(303);
    const { json } = await vault.call(
      'GET',
      'v1/secret/data/production/welcome/database',
    );
    expect(json.data.metadata.version).toBe(4);
    expect(json.data.data).toMatchObject({ DATABASE_URL: 'new' });
    const folder = await vault.call(
      'GET',
      'ui/vault/secrets/secret/kv/list/production/',
    );
    expect(folder.text).toContain('welcome/');
  });

  it('can be filled, and lets a secret grow old', async () => {
    const fill = { folders: 3, secretsPerFolder: 2 };
    const filled = await vault.call('POST', '_sandbox/secrets', { body: fill });
    expect(filled.json).toEqual({ count: 6 });
    const listed = await vault.call('LIST', 'v1/secret/metadata/load/folder-2');
    expect(listed.json.data.keys).toEqual(['secret-1', 'secret-2']);
    const path = 'dev/welcome/database';
    const aged = await vault.call('POST', '_sandbox/secrets/age', {
      body: { path, ageDays: 100 },
    });
    expect(aged.status).toBe(204);
    const { json } = await vault.call('GET', `v1/secret/metadata/${path}`);
    expect(String(json.data.updated_time)).toMatch(/^2026-08-13/);
  });
});
