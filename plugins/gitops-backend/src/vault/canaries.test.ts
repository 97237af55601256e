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

import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { ArgoCdStandIn } from '../__testUtils__/ArgoCdStandIn';
import { componentOf } from '../__testUtils__/componentOf';
import { eventually } from '../__testUtils__/eventually';
import { rawApplication } from '../__testUtils__/rawApplication';
import { startGitOpsBackend } from '../__testUtils__/startGitOpsBackend';
import { VaultStandIn } from './__testUtils__/VaultStandIn';

jest.setTimeout(60_000);

const CANARY = /c4n4ry/i;
const canary = (where: string) => `c4n4ry-${where}`;
/** Fields that Vault has and others, in whatever answer. */
const around = (where: string, body: JsonObject = {}): JsonObject => ({
  request_id: canary(`${where}-request`),
  lease_id: canary(`${where}-lease`),
  wrap_info: { token: canary(`${where}-wrapped`) },
  warnings: [canary(`${where}-warning`)],
  auth: { client_token: canary(`${where}-token`), renewable: false },
  mount_type: canary(`${where}-mount`),
  message: canary(`${where}-message`),
  error: canary(`${where}-error`),
  ...body,
});
const hidden = (where: string): JsonObject => ({
  data: { password: canary(`${where}-value`) },
  [canary(`${where}-name`)]: canary(`${where}-unknown`),
});

function plant(vault: VaultStandIn): void {
  const set = (path: string, data: JsonObject) =>
    vault.answers.set(path, { body: around(path, { data }) });
  vault.answers.set('sys/health', {
    body: around('health', { cluster_name: canary('cluster') }),
  });
  set('auth/token/lookup-self', {
    ...hidden('lookup'),
    id: canary('token-id'),
    accessor: canary('accessor'),
    meta: { a: canary('meta') },
    ttl: 0,
    expire_time: null,
  });
  set('sys/internal/ui/mounts', {
    auth: { [canary('auth-mount')]: { type: canary('auth-type') } },
    secret: {
      'secret/': {
        ...hidden('mount'),
        type: 'kv',
        description: canary('description'),
        options: { version: '2', other: canary('option') },
      },
      [`${canary('pki')}/`]: { type: 'pki' },
    },
  });
  set('secret/metadata/dev/orders?list', { ...hidden('list'), keys: ['db'] });
  set('secret/metadata/dev/orders/db', {
    ...hidden('metadata'),
    current_version: 1,
    created_time: canary('created'),
    updated_time: canary('updated'),
    last_updated_by: { actor: canary('actor'), client_id: canary('client') },
    custom_metadata: { owner: 'team-shop', password: canary('custom') },
    versions: {
      1: {
        ...hidden('version'),
        created_time: '2026-11-20T00:00:00Z',
        deletion_time: canary('deletion'),
        created_by: { actor: canary('creator') },
        destroyed: false,
      },
      [canary('version-number')]: {},
    },
  });
  set('secret/subkeys/dev/orders/db', {
    ...hidden('subkeys'),
    metadata: { custom_metadata: { a: canary('subkeys-custom') } },
    subkeys: { password: canary('subkey-value'), nested: { a: canary('b') } },
  });
}

const externalSecret = {
  metadata: { annotations: { note: canary('annotation') } },
  spec: {
    secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
    target: { template: { data: { config: canary('template') } } },
    data: [
      {
        secretKey: canary('secret-key'),
        remoteRef: { key: 'dev/orders/db', property: 'token' },
      },
    ],
  },
  status: {
    conditions: [
      {
        type: 'Ready',
        status: 'False',
        reason: 'SecretSyncedError',
        message: `permission denied ${canary('condition')}`,
      },
    ],
    binding: { name: canary('binding') },
  },
};

describe('canaries', () => {
  it('in whatever Vault and manifests say leave the backend on no way', async () => {
    const vault = await VaultStandIn.start();
    const failing = await VaultStandIn.start();
    const argocd = await ArgoCdStandIn.start([
      rawApplication({
        service: 'orders',
        environment: 'dev',
        entityRef: 'component:default/orders',
      }),
    ]);
    plant(vault);
    argocd.answers.set('GET /managed-resources', {
      body: {
        items: [
          {
            group: 'external-secrets.io',
            version: 'v1',
            kind: 'ExternalSecret',
            namespace: 'orders-dev',
            name: 'orders-db',
            liveState: JSON.stringify(externalSecret),
            targetState: JSON.stringify(externalSecret),
          },
        ],
      },
    });
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const backend = await startGitOpsBackend({
      argocd: { main: argocd },
      logger,
      entities: [
        componentOf('orders', {
          'argocd/app-name': 'orders-dev',
          'vault.io/secrets-path': 'dev/orders',
        }),
      ],
      gitops: {
        vault: {
          servers: [
            vault.serverConfig({
              name: 'vault',
              auth: { method: 'token', token: 'token' },
              customMetadata: ['owner'],
            }),
            failing.serverConfig({
              name: 'failing',
              auth: {
                method: 'approle',
                roleId: canary('role-id'),
                secretId: canary('secret-id'),
              },
            }),
          ],
        },
      },
    });
    const seen: string[] = [];
    try {
      await backend.until({ main: 'ok', vault: 'ok' });
      const path = '/entities/component/default/orders/vault';
      await eventually(async () => {
        const { body } = await backend.get(path);
        expect(body.findings.map(({ kind }: { kind: string }) => kind)).toEqual(
          expect.arrayContaining(['secretKeyMissing', 'upstreamUnknown']),
        );
      });
      const answer = await backend.get(path);
      expect(answer.body.items[0].secrets).toMatchObject([
        {
          keys: ['nested', 'password'],
          customMetadata: [{ name: 'owner', value: 'team-shop' }],
        },
      ]);
      seen.push(answer.text, JSON.stringify(answer.headers));

      // Every way to fail, with canaries in what is said.
      for (const status of [200, 400, 403, 404, 429, 500, 503]) {
        failing.fault = (_req, res) => {
          res.writeHead(status, {
            'content-type': 'application/json',
            'x-note': canary('header'),
          });
          res.end(
            JSON.stringify(
              around(`failure-${status}`, {
                errors: [canary(`errors-${status}`)],
              }),
            ),
          );
        };
        seen.push((await backend.get(path)).text);
        seen.push((await backend.get('/instances')).text);
      }
      seen.push(
        JSON.stringify(backend.audit),
        JSON.stringify(backend.refusals.map(error => error.stack)),
        ...[logger.error, logger.warn, logger.info, logger.debug].map(log =>
          JSON.stringify(log.mock.calls),
        ),
        JSON.stringify(backend.publish.mock.calls),
      );
    } finally {
      await backend.stop();
      await Promise.all([vault.stop(), failing.stop(), argocd.stop()]);
    }
    expect(logger.warn).toHaveBeenCalled();
    expect(vault.calls.filter(call => /\/data\//.test(call))).toEqual([]);
    for (const text of seen) {
      expect(text).not.toMatch(CANARY);
    }
  });
});
