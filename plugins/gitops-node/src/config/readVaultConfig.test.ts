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

import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readVaultConfig } from './readVaultConfig';

const server = {
  name: 'main',
  url: 'https://vault.internal/',
  auth: { method: 'token', token: 'c4n4ry' },
};
const read = (vault: unknown) =>
  readVaultConfig(new ConfigReader({ gitops: { vault } } as JsonObject));
const withServer = (change: object) => ({
  servers: [{ ...server, ...change }],
});

describe('readVaultConfig', () => {
  it('has a default for everything', () => {
    expect(readVaultConfig(new ConfigReader({}))).toEqual({ servers: [] });
    expect(read(withServer({})).servers).toEqual([
      {
        name: 'main',
        url: 'https://vault.internal',
        publicUrl: 'https://vault.internal',
        aliases: [],
        stores: [],
        allowedNamespaces: [],
        auth: {
          method: 'token',
          settings: { token: 'c4n4ry' },
          key: 'gitops.vault.servers[0].auth',
        },
        headers: {},
        timeout: { seconds: 10 },
        mounts: [],
        pathPattern: '{environment}/{service}',
        allowedPaths: ['{environment}/{service}'],
        customMetadata: [],
        rotation: { rules: [], metadataKey: 'rotation-max-age' },
        limits: { secrets: 200, concurrency: 5 },
      },
    ]);
  });

  it('proves nothing by a pattern that is everybody', () => {
    const [{ allowedPaths }] = read(
      withServer({ pathPattern: 'shared/{environment}' }),
    ).servers;
    expect(allowedPaths).toEqual([]);
  });

  it('reads what is there', () => {
    expect(
      read(
        withServer({
          namespace: '/acme/',
          mounts: [{ path: 'team/secret/', version: 1 }],
          rotation: {
            maxAge: 'P90D',
            rules: [{ path: 'production/**', maxAge: { days: 30 } }],
          },
        }),
      ).servers[0],
    ).toMatchObject({
      namespace: 'acme',
      mounts: [{ path: 'team/secret', version: 1 }],
      rotation: {
        maxAge: { days: 90 },
        rules: [{ path: 'production/**', maxAge: { days: 30 } }],
      },
    });
  });

  it.each<[object, RegExp]>([
    [{ url: 'vault' }, /servers\[0\]\.url: found 'vault', expected the http/],
    [{ auth: 'c4n4ry' }, /servers\[0\]\.auth: found a string, expected an obj/],
    [{ auth: { token: 'c4n4ry' } }, /\.auth\.method: found nothing, expected/],
    [{ secret: 'x' }, /servers\[0\]\.secret: there is no such key/],
    [
      { mounts: [{ path: 'a', version: 3 }] },
      /version: found 3, expected 1 or/,
    ],
    [{ mounts: [{ path: 'a/../b', version: 2 }] }, /mounts\[0\]\.path: found/],
    [{ allowedPaths: ['dev/*'] }, /one of which is \{service\}, \{owner\} or/],
    [{ allowedPaths: ['{service}/**'] }, /\* stands for one name/],
    [{ allowedPaths: ['{environment}/{service}*'] }, /is orders-admin as well/],
    [{ allowedPaths: ['{owner}-{service}'] }, /without another of them/],
    [{ allowedPaths: ['{name}/{service}'] }, /are placeholders/],
    [{ allowedNamespaces: ['team-a'] }, /one of which is \{service\}/],
    [{ pathPattern: '{service}/*' }, /a path without '\*'/],
    [{ pathPattern: 'x/../{service}' }, /pathPattern: found/],
    [{ rotation: { maxAge: '90' } }, /maxAge: found '90', expected a duration/],
    [{ rotation: { maxAge: { years: 11 } } }, /at most ten years/],
    [{ limits: { secrets: 0 } }, /secrets: found 0, expected a whole number/],
    [{ limits: { concurrency: 17 } }, /a whole number from 1 to 16/],
    [{ stores: ['vault'] }, /found 'vault', expected a SecretStore as/],
    [{ headers: { 'X-Vault-Token': 'c4n4ry' } }, /belongs under auth/],
    [{ headers: { Authorization: 'c4n4ry' } }, /belongs under auth/],
    [{ aliases: ['vault:8200/x?y'] }, /aliases\[0\]: found/],
  ])('refuses %j', (change, message) => {
    const refused = () => read(withServer(change));
    expect(refused).toThrow(message);
    expect(refused).not.toThrow(/c4n4ry/);
  });

  it('refuses a name twice', () => {
    expect(() => read({ servers: [server, server] })).toThrow(
      /servers\[1\]\.name: found 'main', expected a name that no other server/,
    );
  });

  it.each<[string, JsonObject, JsonObject, number]>([
    [
      'a token',
      { auth: { type: 'static', secret: 'c4n4ry' }, secretEngine: 'kv' },
      { method: 'token', settings: { token: 'c4n4ry' } },
      2,
    ],
    [
      'the older token',
      { token: 'c4n4ry', secretEngine: 'kv', kvVersion: 1 },
      { method: 'token', settings: { token: 'c4n4ry' } },
      1,
    ],
    [
      'Kubernetes',
      {
        auth: {
          type: 'kubernetes',
          role: 'backstage',
          authPath: 'k8s',
          serviceAccountTokenPath: '/token',
        },
        secretEngine: 'kv',
      },
      {
        method: 'kubernetes',
        settings: {
          role: 'backstage',
          authPath: 'k8s',
          serviceAccountTokenPath: '/token',
        },
      },
      2,
    ],
  ])(
    "falls back to the Community plugin's server with %s, and says so",
    (_, vault, auth, version) => {
      const info = jest.fn();
      const config = new ConfigReader({
        vault: {
          baseUrl: 'https://vault.internal',
          publicUrl: 'https://vault.example.com',
          ...vault,
        },
      });
      const { servers } = readVaultConfig(config, { logger: { info } });
      expect(servers).toMatchObject([
        {
          name: 'main',
          url: 'https://vault.internal',
          publicUrl: 'https://vault.example.com',
          auth: { ...auth, key: 'vault.auth' },
          mounts: [{ path: 'kv', version }],
        },
      ]);
      expect(info).toHaveBeenCalledWith(
        'Vault: there is no gitops.vault, so its server is read from vault',
      );
    },
  );
});
