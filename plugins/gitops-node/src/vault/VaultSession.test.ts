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

import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { fakeClock } from '../upstream/__testUtils__/fakeClock';
import { json, serve } from '../upstream/__testUtils__/serve';
import { vaultClientFor } from './__testUtils__/vaultClientFor';
import { vaultFailureOf } from './vaultRefusal';

const INVALID = {
  errors: ['2 errors occurred: permission denied, invalid token'],
};

/** Vault as far as logins go: only the token that it issued last is good, for its time. */
function vault(options: { seconds?: number; renewable?: boolean } = {}) {
  const { seconds = 900, renewable = true } = options;
  const state = {
    issued: 0,
    renewals: 0,
    /** What a renewal gives. */
    renewed: seconds,
    refuse: undefined as RequestListener | undefined,
    failRenewal: undefined as RequestListener | undefined,
    bodies: [] as string[],
  };
  const auth = (leaseSeconds: number) => ({
    auth: {
      client_token: `s.${state.issued}`,
      lease_duration: leaseSeconds,
      renewable,
    },
  });
  const handler: RequestListener = (req, res) => {
    if (req.url?.endsWith('/login')) {
      let body = '';
      req.on('data', chunk => {
        body += chunk;
      });
      req.on('end', () => {
        state.bodies.push(`${req.url} ${body}`);
        state.issued += state.refuse ? 0 : 1;
        (state.refuse ?? json(200, auth(seconds)))(req, res);
      });
    } else if (req.headers['x-vault-token'] !== `s.${state.issued}`) {
      json(403, INVALID)(req, res);
    } else if (req.url === '/v1/auth/token/renew-self') {
      state.renewals += 1;
      (state.failRenewal ?? json(200, auth(state.renewed)))(req, res);
    } else {
      json(200, { data: { keys: ['a'] } })(req, res);
    }
  };
  return { state, handler };
}

const at = { mount: { path: 'secret', version: 2 }, path: 'dev' } as const;
const appRole = {
  method: 'approle',
  roleId: 'role-id',
  secretId: 'c4n4ry-secret-id',
};

async function start(
  options: Parameters<typeof vault>[0] & { auth?: typeof appRole } = {},
) {
  const { state, handler } = vault(options);
  const { url, requests } = await serve(handler);
  const clock = fakeClock();
  const client = vaultClientFor(url, { auth: options.auth ?? appRole, clock });
  const many = () =>
    Promise.all(Array.from({ length: 8 }, () => client.list(at)));
  return { state, requests, clock, client, many };
}

describe('the session', () => {
  it('logs in once for all, and renews after two thirds of the time', async () => {
    const { state, clock, many, client } = await start();
    await many();
    clock.advance(599_000);
    await many();
    expect([state.issued, state.renewals]).toEqual([1, 0]);
    clock.advance(1_000);
    await many();
    expect([state.issued, state.renewals]).toEqual([1, 1]);

    // Nobody asks for anything.
    clock.advance(601_000);
    await client.keepSession();
    expect([state.issued, state.renewals]).toEqual([1, 2]);

    clock.advance(900_000);
    await many();
    expect([state.issued, state.renewals]).toEqual([2, 2]);
  });

  it('logs in anew where a token cannot be renewed, or not for as long', async () => {
    const rigid = await start({ renewable: false });
    await rigid.many();
    rigid.clock.advance(600_000);
    await rigid.many();
    expect([rigid.state.issued, rigid.state.renewals]).toEqual([2, 0]);

    const ending = await start();
    await ending.many();
    ending.state.renewed = 300;
    ending.clock.advance(600_000);
    await ending.many();
    ending.clock.advance(200_000);
    await ending.many();
    expect([ending.state.issued, ending.state.renewals]).toEqual([2, 1]);
  });

  it('goes on with a good token while neither renewal nor login succeeds', async () => {
    const { state, clock, many } = await start();
    await many();
    const broken = json(503, { errors: ['Vault is sealed'] });
    state.failRenewal = broken;
    state.refuse = broken;
    clock.advance(600_000);
    await many();
    await many();
    expect(state.renewals).toBe(1);
    clock.advance(10_000);
    await many();
    expect(state.renewals).toBe(2);
    clock.advance(300_000);
    await expect(many()).rejects.toMatchObject({ code: 'sealed' });
    state.refuse = undefined;
    await many();
  });

  it('replaces a token that is refused, once for all', async () => {
    const { state, clock, many } = await start();
    await many();
    clock.advance(60_000);
    // Somebody revoked it.
    state.issued += 100;
    await many();
    expect(state.bodies).toHaveLength(2);

    // Refused this young, it is not refused for its age.
    state.issued += 100;
    await expect(many()).rejects.toMatchObject({ code: 'invalid-token' });
    expect(state.bodies).toHaveLength(2);
  });

  it('tries again more and more rarely where logins are refused, and tells no secret', async () => {
    const { state, clock, client } = await start();
    state.refuse = json(400, {
      errors: ['invalid role or secret ID c4n4ry-said'],
    });
    const errors = [];
    for (let step = 0; step < 90; step++) {
      errors.push(await client.list(at).catch(error => error));
      clock.advance(10_000);
    }
    expect(state.bodies).toHaveLength(4);
    expect(new Set(errors.map(vaultFailureOf))).toEqual(new Set(['session']));
    expect(errors[0].message).toBe(
      "Vault instance 'main' refuses the backend's login by approle with 400: compare gitops.vault.servers[0].auth with the role, path and policies in Vault; its audit log has the reason",
    );
    expect(errors.map(({ stack }) => stack).join()).not.toMatch(/c4n4ry/);
    state.refuse = undefined;
    clock.advance(600_000);
    await client.list(at);
  });
});

describe('the methods', () => {
  const files: string[] = [];
  const fileWith = (text: string) => {
    const file = join(tmpdir(), randomUUID());
    files.push(file);
    writeFileSync(file, text);
    return file;
  };
  afterAll(() => files.forEach(file => rmSync(file, { force: true })));

  it.each<[string, () => JsonObject & { method: string }, string]>([
    [
      'AppRole',
      () => appRole,
      '/v1/auth/approle/login {"role_id":"role-id","secret_id":"c4n4ry-secret-id"}',
    ],
    [
      'an AppRole with a file at another path',
      () => ({
        method: 'approle',
        roleId: 'r',
        secretIdFile: fileWith('from a file\n'),
        authPath: '/teams/approle/',
      }),
      '/v1/auth/teams/approle/login {"role_id":"r","secret_id":"from a file"}',
    ],
    [
      'an AppRole without a SecretID',
      () => ({ method: 'approle', roleId: 'r' }),
      '/v1/auth/approle/login {"role_id":"r"}',
    ],
    [
      'Kubernetes',
      () => ({
        method: 'kubernetes',
        role: 'backstage',
        serviceAccountTokenPath: fileWith('jwt\n'),
      }),
      '/v1/auth/kubernetes/login {"role":"backstage","jwt":"jwt"}',
    ],
    [
      'JWT',
      () => ({ method: 'jwt', role: 'backstage', jwtFile: fileWith('jwt') }),
      '/v1/auth/jwt/login {"role":"backstage","jwt":"jwt"}',
    ],
  ])('%s', async (_, auth, expected) => {
    const { state, handler } = vault();
    const { url } = await serve(handler);
    await vaultClientFor(url, { auth: auth() }).list(at);
    expect(state.bodies).toEqual([expected]);
  });

  it('reads the credential in a file anew at each login', async () => {
    const jwtFile = fileWith('first');
    const { state, handler } = vault({ renewable: false });
    const { url } = await serve(handler);
    const clock = fakeClock();
    const auth = { method: 'jwt', role: 'backstage', jwtFile };
    const client = vaultClientFor(url, { auth, clock });
    await client.list(at);
    writeFileSync(jwtFile, 'second');
    clock.advance(600_000);
    await client.list(at);
    expect(state.bodies.map(body => /"jwt":"(\w+)"/.exec(body)?.[1])).toEqual([
      'first',
      'second',
    ]);
    rmSync(jwtFile);
    clock.advance(900_000);
    await expect(client.list(at)).rejects.toThrow(
      `gitops.vault.servers[0].auth.jwtFile: the file '${jwtFile}' cannot be read`,
    );
  });

  it('looks up how long a given token is good, and renews it', async () => {
    let renewals = 0;
    const lease = { ttl: 900, expire_time: 'then', renewable: true };
    const { url } = await serve((req, res) => {
      if (req.url === '/v1/auth/token/lookup-self') {
        json(200, { data: lease })(req, res);
      } else if (req.url === '/v1/auth/token/renew-self') {
        renewals += 1;
        const auth = {
          client_token: 's',
          lease_duration: 900,
          renewable: true,
        };
        json(200, { auth })(req, res);
      } else {
        json(200, { data: { keys: [] } })(req, res);
      }
    });
    const clock = fakeClock();
    const client = vaultClientFor(url, { clock });
    await client.list(at);
    clock.advance(600_000);
    await client.list(at);
    expect(renewals).toBe(1);
  });

  it('takes a token that may not ask about itself as it is', async () => {
    const { url, requests } = await serve((req, res) =>
      (req.url === '/v1/auth/token/lookup-self'
        ? json(403, { errors: ['permission denied'] })
        : json(200, { data: { keys: [] } }))(req, res),
    );
    const clock = fakeClock();
    const client = vaultClientFor(url, { clock });
    await client.list(at);
    clock.advance(10 * 86_400_000);
    await client.list(at);
    expect(requests).toHaveLength(3);
  });

  it("asks a module's own, which comes before ours", async () => {
    const { url, requests } = await serve(json(200, { data: { keys: [] } }));
    const login = jest.fn(async () => ({ token: 's.own', renewable: false }));
    const createStrategy = jest.fn(() => ({ login }));
    const client = vaultClientFor(url, {
      auth: { method: 'token', user: 'x' },
      methods: [{ name: 'token', createStrategy }],
    });
    await client.list(at);
    expect(createStrategy).toHaveBeenCalledWith({
      settings: { user: 'x' },
      key: 'gitops.vault.servers[0].auth',
    });
    expect(requests[0].headers['x-vault-token']).toBe('s.own');
  });

  it.each<[JsonObject & { method: string }, RegExp]>([
    [
      { method: 'ldap' },
      /auth\.method: found 'ldap', expected one of token, kubernetes, approle, jwt/,
    ],
    [{ method: 'token' }, /either token or tokenFile/],
    [{ method: 'token', token: 'c4n4ry', tokenFile: 'x' }, /either token/],
    [
      { method: 'token', token: { a: 'c4n4ry' } },
      /auth\.token: found an object/,
    ],
    [{ method: 'kubernetes' }, /auth\.role: found nothing, expected the name/],
    [
      { method: 'approle', roleId: 'c4n4ry', secretID: 'c4n4ry' },
      /auth\.secretID: there is no such key/,
    ],
    [
      { method: 'jwt', role: 'r', jwtFile: 'f', authPath: '../x' },
      /auth\.authPath: found a string, expected the path/,
    ],
  ])('refuses %j', (auth, message) => {
    const refused = () => vaultClientFor('http://127.0.0.1:9', { auth });
    expect(refused).toThrow(message);
    expect(refused).not.toThrow(/c4n4ry/);
  });
});
