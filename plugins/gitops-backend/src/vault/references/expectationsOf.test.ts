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

import type { JsonObject } from '@backstage/types';
import {
  readVaultConfig,
  type VaultServerConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { ConfigReader } from '@backstage/config';
import { storedApplication } from '../../__testUtils__/storedApplication';
import type { AppliedResource } from '../../argocd/applied/AppliedResource';
import { projectors } from '../../argocd/applied/projectors';
import { expectationsOf } from './expectationsOf';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const server = {
  name: 'main',
  url: 'http://10.0.0.1:8200',
  publicUrl: 'https://vault.acme.example',
  aliases: ['http://vault.vault:8200'],
  auth: { method: 'token', token: 'x' },
};

function serversWith(...differs: JsonObject[]): VaultServerConfig[] {
  const servers = differs.map(differ => ({ ...server, ...differ }));
  return readVaultConfig(new ConfigReader({ gitops: { vault: { servers } } }))
    .servers;
}

/** Through the table of projectors, as it comes in life. */
function applied(
  group: string,
  kind: string,
  live: JsonObject,
  name = 'orders-db',
): AppliedResource {
  const projector = projectors.find(
    one => one.group === group && one.kind === kind,
  );
  const of = { group, version: 'v1', namespace: 'orders-dev', name };
  const resource = projector?.project(of, live);
  if (!resource) {
    throw new Error(`Nothing projects this ${kind}`);
  }
  return resource;
}

const externalSecret = (spec: JsonObject, status: JsonObject = {}) =>
  applied('external-secrets.io', 'ExternalSecret', { spec, status });
const vaultStore = (vault: JsonObject, kind = 'ClusterSecretStore') =>
  applied(
    'external-secrets.io',
    kind,
    { spec: { provider: { vault } } },
    'vault',
  );
const clusterStore = { kind: 'ClusterSecretStore', name: 'vault' };

const expectations = (
  resources: AppliedResource[],
  servers = serversWith({}),
) =>
  expectationsOf({
    app: storedApplication(),
    environment: 'dev',
    resources,
    servers,
    now: NOW,
  });
const references = (...given: Parameters<typeof expectations>) =>
  expectations(...given).map(({ reference }) => reference);

describe('an ExternalSecret', () => {
  it('says what it expects, from where, and how the sync stands', () => {
    const [reference, ...others] = references([
      vaultStore({ server: 'http://vault.vault:8200/', path: 'secret' }),
      externalSecret(
        {
          refreshInterval: '1h0m0s',
          secretStoreRef: clusterStore,
          target: { name: 'orders', template: { data: { a: 'c4n4ry' } } },
          data: [
            {
              secretKey: 'PASSWORD',
              remoteRef: { key: 'dev/orders/db', property: 'password' },
            },
            {
              secretKey: 'USER',
              remoteRef: { key: 'secret/dev/orders/db', property: 'user' },
            },
          ],
          dataFrom: [
            { extract: { key: 'secret/data/dev/orders/api' } },
            { find: { path: 'dev/orders', name: { regexp: 'c4n4ry' } } },
            { sourceRef: { generatorRef: { kind: 'Password', name: 'x' } } },
          ],
        },
        {
          refreshTime: '2026-11-21T11:30:00Z',
          conditions: [
            {
              type: 'Ready',
              status: 'True',
              reason: 'SecretSynced',
              message: 'c4n4ry',
            },
          ],
        },
      ),
    ]);
    expect(others).toEqual([]);
    expect(reference).toEqual({
      application: {
        instance: 'main',
        namespace: 'argocd',
        name: 'orders-dev',
      },
      environment: 'dev',
      cluster: 'in-cluster',
      resource: {
        group: 'external-secrets.io',
        kind: 'ExternalSecret',
        namespace: 'orders-dev',
        name: 'orders-db',
      },
      provider: 'vault',
      store: 'ClusterSecretStore/vault',
      server: 'main',
      secrets: [
        { path: 'dev/orders/db', keys: ['password', 'user'] },
        { path: 'dev/orders/api', keys: [] },
        { path: 'dev/orders/*', keys: [] },
      ],
      target: 'orders',
      status: 'synced',
      syncedAt: '2026-11-21T11:30:00.000Z',
    });
    expect(JSON.stringify(reference)).not.toMatch(/c4n4ry/);
  });

  const ready = (status: string, more: JsonObject = {}) => ({
    conditions: [{ type: 'Ready', status, ...more }],
  });
  it.each<[string, JsonObject, JsonObject, object]>([
    ['never synced', {}, {}, { status: 'unknown', syncedAt: undefined }],
    [
      'failed, denied',
      {},
      ready('False', {
        reason: 'SecretSyncedError',
        message: 'Code: 403. Errors: permission denied c4n4ry',
      }),
      {
        status: 'failed',
        message:
          'The last sync failed (SecretSyncedError): the provider denies it access',
      },
    ],
    [
      'failed, and nobody knows why',
      {},
      ready('False', { reason: 'c4n4ry is no word', message: 'c4n4ry' }),
      {
        status: 'failed',
        message: 'The last sync failed: its page in Argo CD has the message',
      },
    ],
    [
      'synced too long ago',
      { refreshInterval: '1h' },
      { ...ready('True'), refreshTime: '2026-11-21T09:00:00Z' },
      {
        status: 'stale',
        message: expect.stringMatching(/every 1h, and was not/),
      },
    ],
    [
      'synced as often as not',
      { refreshInterval: '24h' },
      { ...ready('True'), refreshTime: '2026-11-21T09:00:00Z' },
      { status: 'synced' },
    ],
    [
      'synced once and for all',
      { refreshInterval: '0' },
      { ...ready('True'), refreshTime: '2020-11-21T09:00:00Z' },
      { status: 'synced' },
    ],
    [
      'synced when it was created',
      { refreshPolicy: 'CreatedOnce' },
      { ...ready('True'), refreshTime: '2020-11-21T09:00:00Z' },
      { status: 'synced' },
    ],
    [
      'odd',
      { refreshInterval: 7 },
      { ...ready('True'), refreshTime: 'yesterday' },
      { status: 'synced', syncedAt: undefined },
    ],
  ])('is %s', (_, spec, status, expected) => {
    const wanted = { dataFrom: [{ extract: { key: 'a/b' } }] };
    const [reference] = references([
      externalSecret({ ...wanted, ...spec }, status),
    ]);
    expect(reference).toMatchObject(expected);
    expect(JSON.stringify(reference)).not.toMatch(/c4n4ry/);
  });

  it.each<[string, AppliedResource[], JsonObject, object]>([
    [
      'by its own SecretStore',
      [vaultStore({ server: server.publicUrl, path: 'secret' }, 'SecretStore')],
      {},
      { provider: 'vault', server: 'main', store: 'SecretStore/vault' },
    ],
    [
      'at an address that is no configured one',
      [vaultStore({ server: 'https://other', path: 'secret' }, 'SecretStore')],
      {},
      { provider: 'vault', server: undefined },
    ],
    [
      'by what the configuration says of a store that is not to be seen',
      [],
      { stores: ['SecretStore/orders-dev/vault'] },
      { provider: 'vault', server: 'main' },
    ],
    [
      'in another namespace than the configuration says',
      [],
      { stores: ['SecretStore/billing-dev/vault'] },
      { provider: 'unknown', server: undefined },
    ],
    [
      'in AWS',
      [
        applied(
          'external-secrets.io',
          'SecretStore',
          { spec: { provider: { aws: { service: 'SecretsManager' } } } },
          'vault',
        ),
      ],
      {},
      { provider: 'aws', server: undefined },
    ],
  ])('finds its store %s', (_, stores, differs, expected) => {
    const [reference] = references(
      [
        ...stores,
        externalSecret({
          secretStoreRef: { name: 'vault' },
          dataFrom: [{ extract: { key: 'dev/orders/db' } }],
        }),
      ],
      serversWith(differs),
    );
    expect(reference).toMatchObject({
      ...expected,
      secrets: [{ path: 'dev/orders/db', keys: [] }],
    });
  });

  it('is expected in the namespace of its store', () => {
    const found = expectations([
      vaultStore({ server: server.url, path: 'secret', namespace: '/team-b/' }),
      externalSecret({
        secretStoreRef: clusterStore,
        data: [{ remoteRef: { key: 'dev/orders/db' } }],
      }),
    ]);
    expect(found[0].expected).toMatchObject([{ namespace: 'team-b' }]);
  });

  it('is one reference for each store', () => {
    const found = references([
      externalSecret({
        secretStoreRef: clusterStore,
        data: [
          { remoteRef: { key: 'a/b' } },
          {
            remoteRef: { key: 'c/d' },
            sourceRef: { storeRef: { name: 'own' } },
          },
        ],
      }),
    ]);
    expect(found.map(({ store, secrets }) => [store, secrets[0].path])).toEqual(
      [
        ['ClusterSecretStore/vault', 'a/b'],
        ['SecretStore/own', 'c/d'],
      ],
    );
  });
});

describe('a SecretProviderClass', () => {
  const csi = (spec: JsonObject) =>
    applied('secrets-store.csi.x-k8s.io', 'SecretProviderClass', { spec });

  it('of Vault names paths of its API and keys', () => {
    const [reference] = references([
      csi({
        provider: 'vault',
        parameters: {
          vaultAddress: 'http://vault.vault:8200',
          roleName: 'c4n4ry',
          objects:
            '- objectName: a\n  secretPath: secret/data/dev/orders/db\n  secretKey: password\n- secretPath: kv/data/x\n- nonsense',
        },
        secretObjects: [
          { secretName: 'orders', data: [{ key: 'c4n4ry' }] },
          { secretName: 'more' },
        ],
      }),
    ]);
    expect(reference).toMatchObject({
      provider: 'vault',
      server: 'main',
      secrets: [
        { path: 'dev/orders/db', keys: ['password'] },
        { path: 'x', keys: [] },
      ],
      target: 'orders, more',
      status: 'unknown',
    });
    expect(JSON.stringify(reference)).not.toMatch(/c4n4ry/);
  });

  it('of AWS names secrets of AWS Secrets Manager', () => {
    const objects = `
- objectName: orders/db
  objectType: secretsmanager
  jmesPath:
    - path: username
      objectAlias: user`;
    expect(
      references([csi({ provider: 'aws', parameters: { objects } })]),
    ).toMatchObject([
      {
        provider: 'aws',
        secrets: [{ path: 'orders/db', keys: ['username'] }],
      },
    ]);
  });

  it.each([
    ['no YAML', '- a: [b'],
    ['no list', 'a: b'],
    ['a bomb', 'a: &a [x]\nb: *a\n'],
    ['too long', '- secretPath: a\n'.repeat(10_000)],
  ])('with %s names nothing', (_, objects) => {
    expect(
      references([csi({ provider: 'vault', parameters: { objects } })])[0]
        .secrets,
    ).toEqual([]);
  });
});

describe("a Vault Agent's annotations", () => {
  const annotations = {
    'vault.hashicorp.com/agent-inject': 'true',
    'vault.hashicorp.com/role': 'orders',
    'vault.hashicorp.com/agent-inject-secret-db': 'secret/data/dev/orders/db',
    'vault.hashicorp.com/agent-inject-secret-api': 'team/kv/dev/orders/api',
    'vault.hashicorp.com/agent-inject-template-db': '{{ "c4n4ry" }}',
  };
  const template = { metadata: { annotations } };
  const mounts = [{ path: 'team/kv', version: 1 }];

  it.each<[string, string, JsonObject]>([
    ['apps', 'Deployment', { template }],
    ['apps', 'StatefulSet', { template }],
    ['apps', 'DaemonSet', { template }],
    ['argoproj.io', 'Rollout', { template }],
    ['batch', 'Job', { template }],
    ['batch', 'CronJob', { jobTemplate: { spec: { template } } }],
  ])('%s/%s: name paths', (group, kind, spec) => {
    const found = references(
      [applied(group, kind, { spec })],
      serversWith({ mounts }),
    );
    expect(found).toMatchObject([
      {
        resource: { group, kind },
        provider: 'vault',
        server: 'main',
        secrets: [
          { path: 'dev/orders/db', keys: [] },
          { path: 'dev/orders/api', keys: [] },
        ],
        status: 'unknown',
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/c4n4ry/);
  });

  it('name a server, or mean the only one', () => {
    const at = (address?: string, ...servers: JsonObject[]) => {
      const service = address && { 'vault.hashicorp.com/service': address };
      const live = {
        spec: {
          template: {
            metadata: { annotations: { ...annotations, ...service } },
          },
        },
      };
      return references(
        [applied('apps', 'Deployment', live)],
        serversWith(...servers),
      )[0].server;
    };
    expect(at('http://vault.vault:8200', {})).toBe('main');
    expect(at('http://other:8200', {})).toBeUndefined();
    expect(at(undefined, {}, { name: 'second' })).toBeUndefined();
  });

  it('say nothing where there are none', () => {
    const spec = { template: { metadata: { annotations: { a: 'b' } } } };
    expect(() => applied('apps', 'Deployment', { spec })).toThrow(/Nothing/);
  });
});
