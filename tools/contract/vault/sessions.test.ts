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

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { JsonObject } from '@backstage/types';
import { failureOf, ourClient } from './ourClient';
import { serviceAccounts } from './serviceAccounts';
import { signJwt, signingKey } from './signJwt';
import { call, prepare, skip, type VaultJson } from './target';
import { VaultCorner } from './VaultCorner';

const sleep = (seconds: number) =>
  new Promise(resolve => {
    setTimeout(resolve, seconds * 1000);
  });

describe('sessions', { skip }, () => {
  let corner: VaultCorner;
  const files: string[] = [];
  const fileWith = (name: string, text: string) => {
    const file = path.join(tmpdir(), `${corner.name}-${name}`);
    files.push(file);
    writeFileSync(file, text);
    return file;
  };
  const read = (auth: JsonObject & { method: string }) => {
    const client = ourClient(auth);
    const mount = { path: corner.versioned, version: 2 } as const;
    return {
      client,
      ask: () => client.list({ mount, path: 'dev' }),
      close: () => client.close(),
    };
  };
  /** Whether a login gives our client what it needs. */
  async function works(auth: JsonObject & { method: string }) {
    const { ask, close } = read(auth);
    const failure = await failureOf(ask);
    await close();
    return failure ?? 'ok';
  }

  before(async () => {
    corner = await VaultCorner.create('sessions');
    await corner.write('dev/orders', { a: 'b' });
  });
  after(async () => {
    files.forEach(file => rmSync(file, { force: true }));
    await corner.dispose();
  });

  it('tells how long a token is good, and gives it more time', async () => {
    const token = await corner.token({ ttl: '1h' });
    const { json } = await call('auth/token/lookup-self', { token });
    const { ttl, renewable } = json.data as { ttl: number; renewable: boolean };
    assert.equal(renewable, true);
    assert.ok(ttl > 3500 && ttl <= 3600);
    const renewed = await call('auth/token/renew-self', {
      method: 'POST',
      token,
      body: {},
    });
    assert.equal(renewed.json.auth?.client_token, token);
    assert.equal(renewed.json.auth?.lease_duration, 3600);
    assert.equal(renewed.json.auth?.renewable, true);
  });

  it('says 400 to the renewal of a token that is not renewable', async () => {
    const token = await corner.token({ renewable: false });
    const { status, json } = await call('auth/token/renew-self', {
      method: 'POST',
      token,
      body: {},
    });
    assert.equal(status, 400);
    assert.ok(json.errors?.length);
  });

  it('gives less time near the end of a life', async () => {
    const token = await corner.token({ ttl: '10s', explicit_max_ttl: '11s' });
    await sleep(3);
    const { json } = await call('auth/token/renew-self', {
      method: 'POST',
      token,
      body: {},
    });
    assert.ok((json.auth?.lease_duration ?? 10) < 10);
  });

  it('a root token has no end', async () => {
    const { json } = await call('auth/token/lookup-self');
    assert.equal(json.data?.ttl, 0);
  });

  it('our client keeps a token alive beyond its time', async () => {
    const token = await corner.token({ ttl: '6s' });
    const { client, ask, close } = read({ method: 'token', token });
    for (let second = 0; second < 9; second += 1) {
      await client.keepSession();
      await sleep(1);
    }
    assert.deepEqual(await ask(), ['orders']);
    await close();
    await sleep(8);
    assert.equal(await works({ method: 'token', token }), 'session');
  });

  it('reads a token file again once its token is refused', async () => {
    const first = await corner.token();
    const tokenFile = fileWith('token', `${first}\n`);
    const { ask, close } = read({ method: 'token', tokenFile });
    assert.deepEqual(await ask(), ['orders']);
    await prepare('auth/token/revoke', { token: first });
    writeFileSync(tokenFile, await corner.token());
    // Refused too young, it is taken for a mistake of the configuration.
    await sleep(10);
    assert.deepEqual(await ask(), ['orders']);
    await close();
  });

  it('AppRole: logs in, again when the token is at its end, and is refused with 400', async () => {
    const authPath = await corner.enableAuth('approle');
    await prepare(`auth/${authPath}/role/backstage`, {
      token_policies: [corner.policy],
      token_ttl: '2s',
      token_max_ttl: '3s',
    });
    const role = await call(`auth/${authPath}/role/backstage/role-id`);
    const secret = await prepare(
      `auth/${authPath}/role/backstage/secret-id`,
      {},
    );
    const roleId = String(role.json.data?.role_id);
    const secretId = String(secret.data?.secret_id);

    const login = await call(`auth/${authPath}/login`, {
      method: 'POST',
      token: '',
      body: { role_id: roleId, secret_id: secretId },
    });
    expectLogin(login.json, 2);
    const wrong = await call(`auth/${authPath}/login`, {
      method: 'POST',
      token: '',
      body: { role_id: roleId, secret_id: 'wrong' },
    });
    assert.equal(wrong.status, 400);

    const auth = { method: 'approle', authPath, roleId };
    const { ask, close } = read({ ...auth, secretId });
    for (let second = 0; second < 5; second += 1) {
      assert.deepEqual(await ask(), ['orders']);
      await sleep(1);
    }
    await close();
    const secretIdFile = fileWith('secret-id', secretId);
    assert.equal(await works({ ...auth, secretIdFile }), 'ok');
    assert.equal(await works({ ...auth, secretId: 'wrong' }), 'session');
  });

  it('JWT: logs in with what a file holds, and refuses another subject with 400', async () => {
    const authPath = await corner.enableAuth('jwt');
    const key = signingKey();
    await prepare(`auth/${authPath}/config`, {
      jwt_validation_pubkeys: [key.publicKey],
      bound_issuer: 'https://issuer.acme.example',
    });
    await prepare(`auth/${authPath}/role/backstage`, {
      role_type: 'jwt',
      user_claim: 'sub',
      bound_audiences: ['vault'],
      bound_subject: 'backstage',
      token_policies: [corner.policy],
      token_ttl: '10m',
    });
    const jwt = (subject: string) =>
      signJwt(key.privateKey, {
        iss: 'https://issuer.acme.example',
        aud: 'vault',
        sub: subject,
      });
    const login = await call(`auth/${authPath}/login`, {
      method: 'POST',
      token: '',
      body: { role: 'backstage', jwt: jwt('backstage') },
    });
    expectLogin(login.json, 600);
    const wrong = await call(`auth/${authPath}/login`, {
      method: 'POST',
      token: '',
      body: { role: 'backstage', jwt: jwt('somebody') },
    });
    assert.equal(wrong.status, 400);

    const auth = { method: 'jwt', authPath, role: 'backstage' };
    const good = fileWith('jwt', jwt('backstage'));
    const bad = fileWith('other-jwt', jwt('somebody'));
    assert.equal(await works({ ...auth, jwtFile: good }), 'ok');
    assert.equal(await works({ ...auth, jwtFile: bad }), 'session');
  });

  it('Kubernetes: logs in with the token of a service account, and refuses others', async t => {
    const accounts = await serviceAccounts();
    if (!accounts) {
      t.skip('KUBE_URL and KUBE_ADMIN_TOKEN are not given');
      return;
    }
    const authPath = await corner.enableAuth('kubernetes');
    await prepare(`auth/${authPath}/config`, accounts.config);
    await prepare(`auth/${authPath}/role/backstage`, {
      bound_service_account_names: 'gitops-contract',
      bound_service_account_namespaces: 'default',
      token_policies: [corner.policy],
      token_ttl: '10m',
      audience: 'https://kubernetes.default.svc',
    });
    const own = await accounts.tokenOf('gitops-contract');
    const other = await accounts.tokenOf('gitops-contract-other');
    const statusOf = async (role: string, jwt: string) =>
      call(`auth/${authPath}/login`, {
        method: 'POST',
        token: '',
        body: { role, jwt },
      });
    expectLogin((await statusOf('backstage', own)).json, 600);
    assert.equal((await statusOf('backstage', other)).status, 403);
    assert.equal((await statusOf('none', own)).status, 400);

    const auth = { method: 'kubernetes', authPath, role: 'backstage' };
    const token = fileWith('account', own);
    const stranger = fileWith('other-account', other);
    assert.equal(
      await works({ ...auth, serviceAccountTokenPath: token }),
      'ok',
    );
    assert.equal(
      await works({ ...auth, serviceAccountTokenPath: stranger }),
      'session',
    );
  });

  function expectLogin({ auth }: VaultJson, seconds: number) {
    assert.equal(auth?.lease_duration, seconds);
    assert.equal(auth?.renewable, true);
    assert.ok(auth?.client_token);
    assert.ok(auth?.policies.includes(corner.policy));
  }
});
