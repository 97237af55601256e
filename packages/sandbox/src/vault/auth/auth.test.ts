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

import { generateKeyPairSync, sign } from 'node:crypto';
import { VaultServer } from '../__testUtils__/VaultServer';

const base64 = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

describe('auth methods', () => {
  let vault: VaultServer;

  beforeEach(async () => {
    vault = await VaultServer.start();
    for (const type of ['approle', 'jwt', 'kubernetes']) {
      await vault.call('POST', `v1/sys/auth/${type}`, { body: { type } });
    }
    await vault.call('POST', 'v1/sys/policies/acl/reader', {
      body: {
        policy: 'path "secret/metadata/*" { capabilities = ["read", "list"] }',
      },
    });
  });
  afterEach(async () => {
    await vault.dispose();
  });

  const login = (method: string, body: object) =>
    vault.call('POST', `v1/auth/${method}/login`, { token: '', body });
  const lookup = (token: string) =>
    vault.call('GET', 'v1/auth/token/lookup-self', { token });

  it('AppRole: role and secret, uses, and a token that runs out at its bound', async () => {
    await vault.call('POST', 'v1/auth/approle/role/r', {
      body: {
        token_policies: 'reader',
        token_ttl: '10m',
        token_max_ttl: '15m',
        secret_id_num_uses: 1,
      },
    });
    const { json } = await vault.call('GET', 'v1/auth/approle/role/r/role-id');
    const { role_id } = json.data;
    const secret = async () =>
      (
        await vault.call('POST', 'v1/auth/approle/role/r/secret-id', {
          body: {},
        })
      ).json.data.secret_id;
    expect((await login('approle', { role_id, secret_id: 'no' })).json).toEqual(
      {
        errors: ['invalid role or secret ID'],
      },
    );
    const secret_id = await secret();
    const first = await login('approle', { role_id, secret_id });
    expect(first.json.auth).toMatchObject({
      policies: ['default', 'reader'],
      lease_duration: 600,
      renewable: true,
      metadata: { role_name: 'r' },
    });
    expect((await login('approle', { role_id, secret_id })).status).toBe(400);

    const token = String(first.json.auth.client_token);
    vault.wait(540);
    expect((await lookup(token)).json.data.ttl).toBe(60);
    const renew = () =>
      vault.call('POST', 'v1/auth/token/renew-self', { token, body: {} });
    expect((await renew()).json.auth.lease_duration).toBe(360);
    vault.wait(361);
    expect((await renew()).json).toEqual({
      errors: [
        '2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n',
      ],
    });
  });

  it('JWT: signature, issuer, subject, audience and time', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
    });
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const at = Date.parse('2026-11-21T10:00:00Z') / 1000;
    const good = { iss: 'https://i', sub: 'me', aud: ['vault'], exp: at + 600 };
    const token = (claims: object, key = privateKey) => {
      const content = `${base64({ alg: 'RS256' })}.${base64(claims)}`;
      const signature = sign('sha256', Buffer.from(content), key);
      return `${content}.${signature.toString('base64url')}`;
    };
    await vault.call('POST', 'v1/auth/jwt/config', {
      body: {
        jwt_validation_pubkeys: [
          publicKey.export({ type: 'spki', format: 'pem' }),
        ],
        bound_issuer: 'https://i',
      },
    });
    await vault.call('POST', 'v1/auth/jwt/role/r', {
      body: {
        role_type: 'jwt',
        user_claim: 'sub',
        bound_audiences: ['vault'],
        bound_subject: 'me',
        token_policies: ['reader'],
        token_ttl: '10m',
      },
    });
    const answer = await login('jwt', { role: 'r', jwt: token(good) });
    expect(answer.json.auth).toMatchObject({ lease_duration: 600 });
    const cases: [string, RegExp][] = [
      [token({ ...good, sub: 'you' }), /invalid subject \(sub\) claim/],
      [token({ ...good, aud: 'x' }), /invalid audience \(aud\) claim/],
      [token({ ...good, iss: 'x' }), /invalid issuer \(iss\) claim/],
      [token({ ...good, exp: at - 600 }), /token is expired/],
      [token({ ...good, nbf: at + 900 }), /token not yet valid/],
      [token(good, stranger.privateKey), /no known key/],
      [`${base64({ alg: 'none' })}.${base64(good)}.`, /no known key/],
    ];
    for (const [jwt, message] of cases) {
      const refused = await login('jwt', { role: 'r', jwt });
      expect(refused.status).toBe(400);
      expect(refused.text).toMatch(message);
    }
    const noRole = await login('jwt', { role: 'x', jwt: token(good) });
    expect(noRole.json).toEqual({ errors: ['role "x" could not be found'] });
  });

  it('JWT: keys from an address on loopback, nowhere else', async () => {
    const config = (jwks_url: string) =>
      vault.call('POST', 'v1/auth/jwt/config', { body: { jwks_url } });
    expect((await config('https://example.com/keys')).status).toBe(501);
    await config(`${vault.url}/_sandbox/serviceaccounts/jwks`);
    await vault.call('POST', 'v1/auth/jwt/role/r', {
      body: {
        role_type: 'jwt',
        user_claim: 'sub',
        bound_audiences: ['vault'],
        bound_claims: { '/kubernetes.io/namespace': 'apps' },
      },
    });
    const issued = (namespace: string) =>
      vault.call('POST', `_sandbox/serviceaccounts/${namespace}/web/token`, {
        body: { audiences: ['vault'] },
      });
    const { token } = (await issued('apps')).json.status;
    expect((await login('jwt', { role: 'r', jwt: token })).status).toBe(200);
    const other = (await issued('other')).json.status;
    const refused = await login('jwt', { role: 'r', jwt: other.token });
    expect(refused.text).toMatch(/does not match any associated bound claim/);
  });

  it('Kubernetes: only the service accounts of the role, with a token of the cluster', async () => {
    const issued = async (namespace: string, name: string, body: object = {}) =>
      (
        await vault.call(
          'POST',
          `_sandbox/serviceaccounts/${namespace}/${name}/token`,
          { body },
        )
      ).json.status.token;
    await vault.call('POST', 'v1/auth/kubernetes/role/r', {
      body: {
        bound_service_account_names: 'backstage',
        bound_service_account_namespaces: ['apps'],
        token_policies: 'reader',
        token_ttl: '15m',
        audience: 'https://kubernetes.default.svc',
      },
    });
    const jwt = await issued('apps', 'backstage');
    expect(await login('kubernetes', { role: 'r', jwt })).toMatchObject({
      status: 500,
      json: { errors: ['could not load backend configuration'] },
    });
    await vault.call('POST', 'v1/auth/kubernetes/config', {
      body: { kubernetes_host: 'https://kubernetes.default.svc' },
    });
    const answer = await login('kubernetes', { role: 'r', jwt });
    expect(answer.json.auth).toMatchObject({
      lease_duration: 900,
      metadata: {
        role: 'r',
        service_account_name: 'backstage',
        service_account_namespace: 'apps',
      },
    });
    const forged = `${String(jwt).split('.').slice(0, 2).join('.')}.AAAA`;
    const cases: [unknown, string][] = [
      [await issued('apps', 'web'), 'service account name not authorized'],
      [await issued('other', 'backstage'), 'namespace not authorized'],
      [
        await issued('apps', 'backstage', { audiences: ['x'] }),
        'invalid audience (aud) claim: audience claim does not match any expected audience',
      ],
      [forged, 'permission denied'],
    ];
    for (const [token, message] of cases) {
      expect(
        await login('kubernetes', { role: 'r', jwt: token }),
      ).toMatchObject({
        status: 403,
        json: { errors: [message] },
      });
    }
    expect((await login('kubernetes', { role: 'x', jwt })).json).toEqual({
      errors: ['invalid role name "x"'],
    });
  });
});
