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

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  gitopsSecretMetadataReadPermission,
  type EntitySecrets,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { ArgoCdStandIn } from '../__testUtils__/ArgoCdStandIn';
import { componentOf } from '../__testUtils__/componentOf';
import { rawApplication } from '../__testUtils__/rawApplication';
import { startGitOpsBackend } from '../__testUtils__/startGitOpsBackend';
import {
  createGitOpsConditionalDecision,
  gitopsConditions,
} from '../permissions';
import { denied, VaultStandIn } from './__testUtils__/VaultStandIn';

jest.setTimeout(60_000);

const path = (name: string) => `/entities/component/default/${name}/vault`;

const entities = [
  componentOf('orders', { 'vault.io/secrets-path': 'dev=dev/orders' }),
  componentOf('billing', {}),
  componentOf('thief', {
    'vault.io/secrets-path': 'dev/orders, dev=production/thief, dev/../orders',
  }),
  componentOf('sealed', {
    'vault.io/secrets-path': 'dev/sealed',
    'vault.io/server-name': 'second',
  }),
  componentOf('denied', { 'vault.io/secrets-path': 'dev/denied' }),
  componentOf('gone', { 'vault.io/secrets-path': 'dev/gone' }),
  ...['slow', 'fresh'].map(name =>
    componentOf(name, {
      'vault.io/secrets-path': `dev/${name}`,
      'vault.io/server-name': 'main',
    }),
  ),
  componentOf('outsider', {
    'vault.io/secrets-path': 'dev/outsider',
    'vault.io/namespace': 'team-shop/below',
    'vault.io/server-name': 'second',
  }),
  componentOf('tenant', {
    'vault.io/secrets-path': 'dev/tenant',
    'vault.io/namespace': 'team-shop',
    'vault.io/server-name': 'second',
  }),
];

describe('the secrets of an entity', () => {
  let main: VaultStandIn;
  let second: VaultStandIn;
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;

  beforeAll(async () => {
    [main, second] = await Promise.all([
      VaultStandIn.start(),
      VaultStandIn.start(),
    ]);
    second.sealed = true;
    main.put('dev/orders/db', {
      version: 3,
      keys: ['username', 'password'],
      metadata: {
        custom_metadata: { owner: 'team-shop', note: 'for few', ttl: '1d' },
      },
    });
    main.put('dev/orders/api/key');
    main.put('dev/billing', { keys: ['token'] });
    main.put('production/thief/db');
    main.answers.set('secret/metadata/dev/denied?list', denied);
    main.answers.set('secret/metadata/dev/denied', denied);
    backend = await startGitOpsBackend({
      argocd: {},
      entities,
      gitops: {
        vault: {
          servers: [
            main.serverConfig({
              customMetadata: ['owner'],
              rotation: { maxAge: { days: 3650 }, metadataKey: 'ttl' },
            }),
            second.serverConfig({
              name: 'second',
              namespace: 'acme',
              allowedNamespaces: ['{owner}', '{owner}/below'],
            }),
          ],
        },
      },
    });
    await backend.until({ main: 'ok' });
  });

  afterEach(() => {
    backend.policy.clear();
    backend.audit.length = 0;
  });

  afterAll(async () => {
    await backend.stop();
    await Promise.all([main.stop(), second.stop()]);
  });

  it('shows names, keys, versions and ages', async () => {
    const { body, status, headers } = await backend
      .get(path('orders'))
      .expect(200);
    expect(status).toBe(200);
    const answer: EntitySecrets = body;
    expect(answer).toMatchObject({
      claim: { source: 'annotation', paths: ['dev/orders'] },
      hidden: 0,
      references: [],
    });
    expect(answer.items[0]).toEqual({
      server: 'main',
      mount: 'secret',
      kvVersion: '2',
      path: 'dev/orders',
      environment: 'dev',
      status: 'ok',
      url: 'https://vault.acme.example/ui/vault/secrets/secret/kv/list/dev/orders/',
      fetchedAt: expect.any(String),
      secrets: [
        {
          name: 'api/key',
          path: 'dev/orders/api/key',
          url: 'https://vault.acme.example/ui/vault/secrets/secret/kv/dev%2Forders%2Fapi%2Fkey/details',
          keys: ['password'],
          version: 1,
          createdAt: '2026-11-01T00:00:00.123Z',
          updatedAt: '2026-11-20T00:00:00.500Z',
          versions: [
            {
              version: 1,
              createdAt: '2026-11-20T00:00:00.500Z',
              destroyed: false,
            },
          ],
          rotation: {
            maxAgeSeconds: 3650 * 86_400,
            source: 'policy',
            dueAt: expect.any(String),
            overdue: false,
          },
          customMetadata: [],
        },
        expect.objectContaining({
          name: 'db',
          keys: ['password', 'username'],
          version: 3,
          rotation: expect.objectContaining({ source: 'secret' }),
          customMetadata: [{ name: 'owner', value: 'team-shop' }],
        }),
      ],
    });
    const again = await backend
      .get(path('orders'))
      .set('If-None-Match', headers.etag);
    expect(again.status).toBe(304);
    expect(backend.audit).toEqual(
      Array(2).fill({
        eventId: 'secret-metadata-fetch',
        meta: {
          entityRef: 'component:default/orders',
          paths: [
            { server: 'main', mount: 'secret', path: 'dev/orders' },
            { server: 'second', namespace: 'acme', path: 'dev/orders' },
          ],
        },
        outcome: 'success',
      }),
    );
  });

  it('costs Vault nothing while what is known is fresh', async () => {
    await backend.get(path('orders'));
    const before = main.calls.length;
    await Promise.all(
      Array.from({ length: 20 }, () => backend.get(path('orders'))),
    );
    expect(main.calls).toHaveLength(before);
  });

  it("looks where the server's pattern says, for who claims nothing", async () => {
    const { body } = await backend.get(path('billing'));
    expect(body.claim).toEqual({
      source: 'pattern',
      paths: ['dev/billing', 'staging/billing', 'production/billing'],
    });
    expect(
      body.items
        .filter(({ server }: { server: string }) => server === 'main')
        .map((item: EntitySecrets['items'][0]) => [
          item.environment,
          item.status,
          item.secrets.map(({ name }) => name),
        ]),
    ).toEqual([
      ['dev', 'ok', ['billing']],
      ['staging', 'missing', []],
      ['production', 'missing', []],
    ]);
    expect(body.findings).toMatchObject([
      { kind: 'vaultSealed', subject: 'second' },
    ]);
  });

  it('asks nothing of Vault for what nothing proves', async () => {
    main.calls.length = 0;
    const { body } = await backend.get(path('thief'));
    expect(
      body.items
        .filter(({ server }: { server: string }) => server === 'main')
        .map((item: EntitySecrets['items'][0]) => [
          item.path,
          item.status,
          item.reason,
        ]),
    ).toEqual([
      [
        'dev/orders',
        'unproved',
        expect.stringMatching(/\{environment\}\/\{service\}: move the secrets/),
      ],
      [
        'production/thief',
        'unproved',
        expect.stringMatching(
          /belongs to production: put the annotation right/,
        ),
      ],
    ]);
    expect(body.claim.problem).toMatch(/'dev\/\.\.\/orders', which is no path/);
    expect(main.calls.filter(call => /orders|thief/.test(call))).toEqual([]);
  });

  it.each([
    ['denied', 'denied', /policy does not let it read here/, 'secretDenied'],
    ['gone', 'missing', /There is nothing at this path/, 'secretMissing'],
    ['sealed', 'sealed', /'second' is sealed/, 'vaultSealed'],
  ])('tells %s apart', async (name, status, reason, kind) => {
    const { body } = await backend.get(path(name));
    expect(body.items[0]).toMatchObject({
      status,
      reason: expect.stringMatching(reason),
      secrets: [],
    });
    expect(body.findings).toContainEqual(expect.objectContaining({ kind }));
  });

  it('is well only where the server told of every path', async () => {
    main.answers.set('secret/metadata/dev/slow?list', {
      status: 500,
      body: { errors: ['c4n4ry'] },
    });
    const { body } = await backend.get(path('slow'));
    // Others get their answers, so that the server itself is well.
    await backend.get(path('fresh'));
    const again = await backend.get(path('slow'));
    const reason = expect.stringMatching(/answers with an error of its own/);
    expect(again.body.items).toMatchObject([{ status: 'unreachable', reason }]);
    expect(again.body.instances).toMatchObject([
      { name: 'main', status: 'stale', error: reason },
    ]);
    expect(again.body.findings).toMatchObject([{ kind: 'upstreamUnknown' }]);
    expect(JSON.stringify([body, again.body])).not.toContain('c4n4ry');
  });

  it('says which server is sealed, to everybody and to those who run it', async () => {
    const { body } = await backend.get(path('sealed'));
    expect(body.instances).toEqual([
      {
        name: 'second',
        status: 'error',
        error: expect.stringMatching(/^Vault server 'second' is sealed/),
        since: expect.any(String),
      },
    ]);
    const { body: all } = await backend.get('/instances');
    expect(all.items).toMatchObject([
      { system: 'vault', name: 'main', status: 'ok', version: '1.21.4' },
      { system: 'vault', name: 'second', status: 'error', circuit: 'closed' },
    ]);
  });

  it('hides what the caller may not see, and its name', async () => {
    backend.policy.set(
      gitopsSecretMetadataReadPermission.name,
      createGitOpsConditionalDecision(
        gitopsSecretMetadataReadPermission,
        gitopsConditions.inEnvironment({ environments: ['staging'] }),
      ),
    );
    const { body } = await backend.get(path('orders'));
    expect(body).toMatchObject({ hidden: 2, items: [], claim: { paths: [] } });

    backend.policy.set(gitopsSecretMetadataReadPermission.name, {
      result: AuthorizeResult.DENY,
    });
    backend.audit.length = 0;
    const refused = await backend.get(path('orders'));
    expect(refused.status).toBe(403);
    expect(backend.audit).toMatchObject([
      { eventId: 'secret-metadata-fetch', outcome: 'NotAllowedError' },
    ]);
    const nobody = await backend.get(path('nobody'));
    expect(nobody.status).toBe(404);
  });

  it("names namespaces that are proved, below the server's own", async () => {
    second.sealed = false;
    second.put('dev/tenant/db');
    const { body } = await backend.get(path('tenant'));
    expect(body.items[0]).toMatchObject({
      server: 'second',
      namespace: 'acme/team-shop',
      status: 'ok',
      secrets: [{ name: 'db' }],
    });
    expect(body.items[0].url).toMatch(/\?namespace=acme%2Fteam-shop$/);
    expect(second.namespaces).toContain('acme/team-shop');
  });

  it('tells a namespace that is not there, or closed, from a server that fails', async () => {
    const mounts = ['sys/internal/ui/mounts', 'sys/mounts'];
    mounts.forEach(at => second.answers.set(at, denied));
    const { body } = await backend.get(path('outsider'));
    expect(body.items).toMatchObject([
      { status: 'denied', reason: expect.stringMatching(/secrets engines/) },
    ]);
  });
});

describe('an entity that claims no path', () => {
  it('is shown where its Applications run, and where there is something', async () => {
    const vault = await VaultStandIn.start();
    vault.put('production/orders/db');
    const argocd = await ArgoCdStandIn.start([
      rawApplication({
        service: 'orders',
        environment: 'dev',
        entityRef: 'component:default/orders',
      }),
    ]);
    const backend = await startGitOpsBackend({
      argocd: { main: argocd },
      entities: [componentOf('orders', { 'argocd/app-name': 'orders-dev' })],
      gitops: { vault: { servers: [vault.serverConfig({ name: 'vault' })] } },
    });
    try {
      await backend.until({ main: 'ok', vault: 'ok' });
      const { body } = await backend.get(path('orders'));
      expect(body.claim.source).toBe('pattern');
      expect(
        body.items.map(({ path: at, status }: EntitySecrets['items'][0]) => [
          at,
          status,
        ]),
      ).toEqual([
        ['dev/orders', 'missing'],
        ['production/orders', 'ok'],
      ]);
    } finally {
      await backend.stop();
      await Promise.all([vault.stop(), argocd.stop()]);
    }
  });
});
