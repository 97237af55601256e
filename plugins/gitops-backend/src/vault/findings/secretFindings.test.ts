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

import type {
  SecretMetadata,
  SecretPath,
  SecretReference,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ExpectedSecret } from '../references/Expectation';
import { secretFindings } from './secretFindings';
import type { SecretsView } from './SecretsView';

const secret = (differs: Partial<SecretMetadata> = {}): SecretMetadata => ({
  name: 'db',
  path: 'dev/orders/db',
  url: 'https://vault/db',
  keys: ['password', 'tls'],
  version: 3,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  versions: [],
  customMetadata: [],
  ...differs,
});
const path = (differs: Partial<SecretPath> = {}): SecretPath => ({
  server: 'main',
  mount: 'secret',
  kvVersion: '2',
  path: 'dev/orders',
  environment: 'dev',
  status: 'ok',
  url: 'https://vault/orders',
  secrets: [secret()],
  ...differs,
});
const reference = (
  differs: Partial<SecretReference> = {},
): SecretReference => ({
  application: { instance: 'main', namespace: 'argocd', name: 'orders-dev' },
  environment: 'dev',
  cluster: 'in-cluster',
  resource: {
    group: 'external-secrets.io',
    kind: 'ExternalSecret',
    name: 'db',
  },
  provider: 'vault',
  server: 'main',
  secrets: [],
  status: 'synced',
  syncedAt: '2026-11-20T00:00:00.000Z',
  ...differs,
});
const expects = (
  expected: Partial<ExpectedSecret> = {},
  differs: Partial<SecretReference> = {},
  once?: boolean,
) => ({
  reference: reference(differs),
  expected: [{ path: 'dev/orders/db', mount: 'secret', keys: [], ...expected }],
  once,
});

const view = (
  differs: Omit<Partial<SecretsView>, 'paths'> & {
    items?: SecretPath[];
    denied?: string[];
    closed?: boolean;
  },
): SecretsView => {
  const { items = [path()], denied = [], closed, ...rest } = differs;
  return {
    claim: { source: 'annotation', paths: ['dev/orders'] },
    paths: items.map(item => ({ item, denied, closed })),
    expectations: [],
    servers: [{ name: 'main', status: 'ok', since: 'then' }],
    argocd: [],
    ...rest,
  };
};
const kinds = (given: Parameters<typeof view>[0]) =>
  secretFindings(view(given)).map(({ kind, severity, subject }) => [
    kind,
    severity,
    subject,
  ]);

const missing: Partial<SecretPath> = {
  status: 'missing',
  secrets: [],
  reason: 'nothing',
};
const gone = { deletedAt: '2026-11-02T00:00:00.000Z', keys: undefined };
const DB = 'dev/orders/db';

describe('what is wrong with what is there', () => {
  it.each<[string, Parameters<typeof view>[0], unknown[]]>([
    ['nothing', {}, []],
    [
      'a claimed path that is empty',
      { items: [path(missing)] },
      [['secretMissing', 'warning', 'dev/orders']],
    ],
    [
      'an empty path that nobody claimed',
      {
        items: [path(missing)],
        claim: { source: 'pattern', paths: [] },
      },
      [],
    ],
    [
      'an empty path on one server of two',
      { items: [path(missing), path({ server: 'second' })] },
      [],
    ],
    [
      'a closed path',
      { items: [path({ status: 'denied', secrets: [] })] },
      [['secretDenied', 'warning', 'dev/orders']],
    ],
    [
      'a closed path that nobody claimed',
      {
        items: [path({ status: 'denied', secrets: [] })],
        claim: { source: 'pattern', paths: [] },
      },
      [['secretDenied', 'info', 'dev/orders']],
    ],
    [
      'a closed folder',
      { denied: ['dev/orders/x'] },
      [['secretDenied', 'warning', 'dev/orders/x']],
    ],
    [
      'an unproved path',
      { items: [path({ status: 'unproved', secrets: [], reason: 'how' })] },
      [['unprovedClaim', 'warning', 'dev/orders']],
    ],
    [
      'a wrong claim',
      { claim: { source: 'annotation', paths: [], problem: 'is wrong' } },
      [['wrongClaim', 'warning', undefined]],
    ],
    [
      'a deleted secret',
      { items: [path({ secrets: [secret(gone)] })] },
      [['secretDeleted', 'warning', DB]],
    ],
    [
      'a destroyed secret',
      { items: [path({ secrets: [secret({ destroyed: true })] })] },
      [['secretDeleted', 'warning', DB]],
    ],
    [
      'an old secret',
      {
        items: [
          path({
            secrets: [
              secret({
                rotation: {
                  maxAgeSeconds: 86_400,
                  source: 'policy',
                  dueAt: 'then',
                  overdue: true,
                },
              }),
            ],
          }),
        ],
      },
      [['secretOverdue', 'warning', DB]],
    ],
    [
      'a sealed server',
      {
        servers: [
          { name: 'main', status: 'stale', failure: 'sealed', since: 'then' },
        ],
      },
      [['vaultSealed', 'error', 'main']],
    ],
    [
      'a server that is out of reach',
      {
        servers: [
          {
            name: 'main',
            status: 'error',
            failure: 'unreachable',
            since: 'then',
          },
        ],
      },
      [['upstreamUnknown', 'warning', 'main']],
    ],
    [
      'an Argo CD that does not say what is expected',
      { argocd: [{ name: 'main', status: 'error' }] },
      [['upstreamUnknown', 'warning', 'Argo CD main']],
    ],
  ])('%s', (_, given, expected) => {
    expect(kinds(given)).toEqual(expected);
  });
});

describe('what the cluster expects', () => {
  const empty = [path({ secrets: [] })];
  const unknown = { server: undefined, provider: 'unknown' } as const;
  const failed = { status: 'failed', message: 'why' } as const;

  it.each<[string, Parameters<typeof view>[0], unknown[]]>([
    ['is there', { expectations: [expects()] }, []],
    [
      'is missing',
      { items: empty, expectations: [expects()] },
      [['secretMissing', 'error', DB]],
    ],
    [
      'is missing, and therefore did not come through',
      { items: empty, expectations: [expects({}, failed)] },
      [['secretMissing', 'error', DB]],
    ],
    [
      'is missing twice, which is said once',
      { items: empty, expectations: [expects(), expects()] },
      [['secretMissing', 'error', DB]],
    ],
    [
      'is missing, at a path that is missing',
      { items: [path(missing)], expectations: [expects()] },
      [
        ['secretMissing', 'error', DB],
        ['secretMissing', 'warning', 'dev/orders'],
      ],
    ],
    [
      'may be among what was not listed',
      { items: [path({ secrets: [], limit: 1 })], expectations: [expects()] },
      [],
    ],
    [
      'is in a folder that policies keep back',
      {
        items: empty,
        denied: ['dev/orders/team'],
        expectations: [expects({ path: 'dev/orders/team/db' })],
      },
      [['secretDenied', 'warning', 'dev/orders/team']],
    ],
    [
      'is the path itself, which policies keep back',
      {
        items: empty,
        closed: true,
        expectations: [expects({ path: 'dev/orders' })],
      },
      [],
    ],
    [
      'is in another namespace',
      { items: empty, expectations: [expects({ namespace: 'team-b' })] },
      [],
    ],
    [
      'is in the same namespace',
      {
        items: [path({ secrets: [], namespace: 'team-b' })],
        expectations: [expects({ namespace: 'team-b' })],
      },
      [['secretMissing', 'error', DB]],
    ],
    [
      'is where nothing was looked at',
      { expectations: [expects({ path: 'dev/billing/db' })] },
      [],
    ],
    [
      'is next to the path, and not below it',
      { items: empty, expectations: [expects({ path: 'dev/orders-db' })] },
      [],
    ],
    [
      'is in another mount',
      { items: empty, expectations: [expects({ mount: 'kv' })] },
      [],
    ],
    [
      'is on another server',
      { items: empty, expectations: [expects({}, { server: 'second' })] },
      [],
    ],
    [
      'is of another environment',
      { items: empty, expectations: [expects({}, { environment: 'staging' })] },
      [],
    ],
    [
      'is in AWS',
      {
        items: empty,
        expectations: [expects({}, { provider: 'aws', server: undefined })],
      },
      [],
    ],
    [
      'came through from nobody knows where',
      { items: empty, expectations: [expects({}, unknown)] },
      [],
    ],
    [
      'did not come through from nobody knows where',
      { items: empty, expectations: [expects({}, { ...unknown, ...failed })] },
      [['secretMissing', 'error', DB]],
    ],
    [
      'is whatever a folder has',
      { items: empty, expectations: [expects({ folder: true })] },
      [],
    ],
    [
      'is deleted',
      {
        items: [path({ secrets: [secret(gone)] })],
        expectations: [expects()],
      },
      [['secretDeleted', 'error', DB]],
    ],
    [
      'has the keys, or what they hold',
      { expectations: [expects({ keys: ['password', 'tls.key'] })] },
      [],
    ],
    [
      'lacks a key',
      { expectations: [expects({ keys: ['password', 'token'] })] },
      [['secretKeyMissing', 'error', DB]],
    ],
    [
      'has keys that nobody knows',
      {
        items: [path({ secrets: [secret({ keys: undefined })] })],
        expectations: [expects({ keys: ['token'] })],
      },
      [],
    ],
    [
      'did not come through',
      { expectations: [expects({}, failed)] },
      [['secretUnsynced', 'error', 'ExternalSecret db']],
    ],
    [
      'was not refreshed',
      { expectations: [expects({}, { status: 'stale' })] },
      [['secretStale', 'warning', 'ExternalSecret db']],
    ],
    [
      'was taken once, and is older than what Vault has',
      {
        expectations: [expects({}, { syncedAt: '2026-10-01T00:00:00Z' }, true)],
      },
      [['secretStale', 'warning', DB]],
    ],
    [
      'will be refreshed by itself',
      { expectations: [expects({}, { syncedAt: '2026-10-01T00:00:00Z' })] },
      [],
    ],
    [
      'was taken once, and is what Vault has',
      { expectations: [expects({}, {}, true)] },
      [],
    ],
  ])('%s', (_, given, expected) => {
    expect(kinds(given)).toEqual(expected);
  });

  it('says where, what shows it and what mends it', () => {
    expect(
      secretFindings(
        view({
          expectations: [
            expects({ keys: ['token'] }, failed),
            expects({ path: 'dev/orders/db' }, { status: 'stale' }),
          ],
        }),
      ),
    ).toEqual([
      {
        kind: 'secretKeyMissing',
        severity: 'error',
        message: 'dev/orders/db lacks token, which the cluster expects',
        environment: 'dev',
        cluster: 'in-cluster',
        subject: 'dev/orders/db',
        evidence: ['ExternalSecret db expects it', 'why'],
        remedy: { label: 'Open the secret in Vault', url: 'https://vault/db' },
      },
      {
        kind: 'secretStale',
        severity: 'warning',
        message: 'ExternalSecret db has not refreshed its secret for too long',
        environment: 'dev',
        cluster: 'in-cluster',
        subject: 'ExternalSecret db',
        since: '2026-11-20T00:00:00.000Z',
        evidence: ['It last came through at 2026-11-20T00:00:00.000Z'],
        remedy: {
          label: 'See it in Argo CD',
          tab: 'argocd',
          application: {
            instance: 'main',
            namespace: 'argocd',
            name: 'orders-dev',
          },
        },
      },
    ]);
  });
});
