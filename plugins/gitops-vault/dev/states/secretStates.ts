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

import { ago, ahead, answer, reference, secret, secretPath } from '../fixtures';

const DAY_SECONDS = 24 * 3600;
const environments = ['dev', 'staging', 'production'];

const overdue = {
  maxAgeSeconds: 90 * DAY_SECONDS,
  source: 'policy' as const,
  dueAt: ago({ days: 12 }),
  overdue: true,
};

/** How secrets, and what expects them, can be. */
export const secretStates = {
  usual: () =>
    answer({
      items: environments.map(environment => secretPath(environment)),
      references: environments.flatMap(environment => [
        reference(environment, 'database'),
        reference(environment, 'payment', {
          secrets: [{ path: `${environment}/cart/payment`, keys: ['api-key'] }],
        }),
      ]),
    }),
  troubled: () =>
    answer({
      items: [
        secretPath('dev', {
          secrets: [
            secret('database', {
              updatedAt: ago({ days: 102 }),
              rotation: overdue,
              customMetadata: [{ name: 'owner', value: 'team-checkout' }],
            }),
            secret('payment', {
              keys: ['api-key', 'webhook-secret', 'endpoint'],
              updatedAt: ago({ hours: 27 }),
              versions: [],
              rotation: {
                maxAgeSeconds: 36 * 3600,
                source: 'secret',
                dueAt: ahead({ hours: 9 }),
                overdue: false,
              },
            }),
          ],
        }),
        secretPath('staging', {
          secrets: [
            secret('database', {
              deletedAt: ago({ hours: 3 }),
              keys: undefined,
              keysReason: 'The current version is deleted',
            }),
            secret('payment', {
              destroyed: true,
              keys: undefined,
              keysReason: 'The current version is destroyed',
            }),
            secret('session', {
              deletedAt: ahead({ days: 2, hours: 1 }),
              rotation: undefined,
              version: 1,
              versions: [],
              createdAt: ago({ minutes: 50 }),
              updatedAt: ago({ minutes: 50 }),
            }),
          ],
        }),
        secretPath('production', {
          namespace: 'team-checkout',
          secrets: [secret('database')],
        }),
      ],
      references: [
        reference('dev', 'database', {
          status: 'stale',
          syncedAt: ago({ days: 3 }),
        }),
        reference('staging', 'payment', {
          status: 'failed',
          syncedAt: undefined,
          message:
            'could not get secret data from provider: cannot find secret data for key: "api-key"',
          secrets: [{ path: 'staging/cart/payment', keys: ['api-key'] }],
        }),
        reference('production', 'sentry', {
          provider: 'aws',
          store: 'ClusterSecretStore/aws',
          server: undefined,
          secrets: [{ path: 'production/cart/sentry', keys: [] }],
        }),
        reference('production', 'tls', {
          resource: {
            group: 'secrets-store.csi.x-k8s.io',
            kind: 'SecretProviderClass',
            namespace: 'cart-production',
            name: 'cart-tls',
          },
          store: undefined,
          target: undefined,
          status: 'unknown',
          syncedAt: undefined,
          secrets: [{ path: 'production/cart/tls', keys: ['crt', 'key'] }],
        }),
        reference('production', 'agent', {
          resource: {
            group: 'apps',
            kind: 'Deployment',
            namespace: 'cart-production',
            name: 'cart',
          },
          store: undefined,
          target: undefined,
          status: 'unknown',
          syncedAt: undefined,
          secrets: [{ path: 'production/cart/database', keys: [] }],
        }),
      ],
      findings: [
        {
          kind: 'secretUnsynced',
          severity: 'error',
          message:
            'ExternalSecret cart-payment cannot read staging/cart/payment: the key api-key is missing',
          environment: 'staging',
          cluster: 'in-cluster',
          subject: 'staging/cart/payment',
          since: ago({ hours: 3 }),
          evidence: [
            'ExternalSecret cart-staging/cart-payment: Ready is False, SecretSyncedError',
            'Vault server main: secret/staging/cart/payment version 4 is destroyed',
          ],
          remedy: {
            label: 'Open the secret in Vault',
            url: 'https://vault.acme.example/ui/vault/secrets/secret/kv/staging%2Fcart%2Fpayment',
          },
        },
        {
          kind: 'secretMissing',
          severity: 'error',
          message:
            'cart-production expects production/cart/tls, which is not there',
          environment: 'production',
          cluster: 'in-cluster',
          subject: 'production/cart/tls',
          evidence: [
            'SecretProviderClass cart-production/cart-tls names it',
            'Vault server main answers 404 for secret/metadata/production/cart/tls',
          ],
          remedy: {
            label: 'Add the secret',
            template: 'add-secret',
            parameters: {
              component: 'component:default/cart',
              environment: 'production',
            },
          },
        },
        {
          kind: 'secretOverdue',
          severity: 'warning',
          message: 'dev/cart/database is 102 days old; the policy allows 90',
          environment: 'dev',
          subject: 'dev/cart/database',
          since: ago({ days: 12 }),
          evidence: ['Version 4 was written 102 days ago'],
          remedy: {
            label: 'Write a new version in Vault',
            url: 'https://vault.acme.example/ui/vault/secrets/secret/kv/dev%2Fcart%2Fdatabase',
          },
        },
        {
          kind: 'secretStale',
          severity: 'warning',
          message:
            'ExternalSecret cart-database was last synced before the current version was written',
          environment: 'dev',
          cluster: 'in-cluster',
          since: ago({ days: 3 }),
          evidence: [],
          remedy: {
            label: 'See Application cart-dev',
            tab: 'argocd',
            application: {
              instance: 'main',
              namespace: 'argocd',
              name: 'cart-dev',
            },
          },
        },
        {
          kind: 'upstreamUnknown',
          severity: 'info',
          message:
            'Argo CD edge does not say what the cluster expects, so missing secrets may not be noticed',
          environment: 'dev',
          evidence: [],
        },
      ],
    }),
  'kv-version-1': () =>
    answer({
      items: [
        secretPath('dev', {
          kvVersion: '1',
          mount: 'kv',
          secrets: ['database', 'payment'].map(name =>
            secret(name, {
              keys: undefined,
              keysReason:
                'KV version 1 has no metadata: key names could only be had by reading the values',
              version: undefined,
              createdAt: undefined,
              updatedAt: undefined,
              versions: [],
              rotation: undefined,
            }),
          ),
        }),
      ],
    }),
  limited: () =>
    answer({
      items: [
        secretPath('dev', {
          limit: 20,
          secrets: Array.from({ length: 20 }, (_, index) =>
            secret(`service-${index}`),
          ),
        }),
      ],
    }),
  'no-secret': () => answer({ items: [secretPath('dev', { secrets: [] })] }),
  aws: () =>
    answer({
      claim: { source: 'none', paths: [] },
      references: [
        reference('dev', 'database', {
          provider: 'aws',
          store: 'SecretStore/aws-secrets-manager',
          server: undefined,
        }),
      ],
    }),
  'long-names': () =>
    answer({
      items: [
        secretPath('production-frankfurt', {
          server: 'production-frankfurt-hsm-backed',
          namespace: 'checkout-and-payment-department/orchestration',
          path: 'production-frankfurt/checkout-payment-orchestrator',
          secrets: [
            secret('postgres-credentials-of-the-settlement-ledger-replica', {
              keys: Array.from(
                { length: 14 },
                (_, index) => `SETTLEMENT_LEDGER_REPLICA_SETTING_${index}`,
              ),
              customMetadata: [
                {
                  name: 'responsible-for-rotation',
                  value:
                    'checkout-payment-orchestrator-release-automation@acme.example',
                },
              ],
            }),
          ],
        }),
      ],
      references: [
        reference('production-frankfurt', 'settlement-ledger-replica', {
          cluster:
            'arn:aws:eks:eu-central-1:123456789012:cluster/production-frankfurt',
        }),
      ],
    }),
};
