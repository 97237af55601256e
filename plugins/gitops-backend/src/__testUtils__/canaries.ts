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
import { rawApplication } from './rawApplication';

/** What must never leave the backend, wherever it comes from. */
export const CANARY = /c4n4ry/;

/** A secret, recognisable, and as plain as a person would choose it. */
export const secret = (where: string) => `c4n4ry-${where}`;

/** A message that quotes one; its beginning may show. */
export const prose = (where: string) =>
  `said ${where}: cannot log in with password=${secret(where)}`;

export const address = (where: string) =>
  `https://joe:${secret(where)}@${where}.acme.example/x.git`;

/** Fields that nothing of ours reads, in any answer. */
export const hidden = (where: string): JsonObject => ({
  managedFields: [{ manager: secret(`${where}-managed-fields`) }],
  unknownToUs: { deep: [secret(`${where}-unknown`)] },
});

const json = (value: JsonObject) => JSON.stringify(value);

/** A manifest with a secret wherever manifests hold them. */
export const manifest = (side: string): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'orders',
    managedFields: [{ manager: secret(`managed-${side}`) }],
    annotations: {
      side,
      'kubectl.kubernetes.io/last-applied-configuration': json({
        kind: 'Secret',
        stringData: { any: secret(`last-applied-${side}`) },
      }),
      'acme.example/config': json({
        kind: 'Secret',
        data: { any: secret(`annotation-${side}`) },
      }),
      'acme.example/token': secret(`token-annotation-${side}`),
    },
  },
  spec: {
    template: {
      spec: {
        containers: [
          {
            name: 'orders',
            image: 'orders:1',
            env: [
              { name: 'DB_PASSWORD', value: secret(`env-${side}`) },
              { name: 'DATABASE_URL', value: address(`env-url-${side}`) },
            ],
            args: [
              `--api-key=${secret(`arg-${side}`)}`,
              '--password',
              secret(`next-arg-${side}`),
            ],
            command: ['sh', '-c', `TOKEN=${secret(`command-${side}`)} run`],
          },
        ],
      },
    },
  },
  status: { message: prose(`status-${side}`) },
});

export const secretManifest = (side: string): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'orders' },
  type: 'Opaque',
  data: { harmlessKey: secret(`data-${side}`) },
  stringData: { 'a.yaml': `x: ${secret(`string-data-${side}`)}\n` },
});

export const configMap = (side: string): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'orders' },
  data: {
    side,
    'app.yaml': `db:\n  password: ${secret(`yaml-${side}`)}\n`,
    'app.json': json({ clientSecret: secret(`json-${side}`) }),
    'app.properties': `spring.password=${secret(`properties-${side}`)}\n`,
    'key.pem': `-----BEGIN PRIVATE KEY-----\n${secret(
      `pem-${side}`,
    )}\n-----END PRIVATE KEY-----\n`,
  },
});

/** An Application with a secret in every field that could hold one. */
export function canaryApplication(health = 'health'): JsonObject {
  const { metadata, spec, status } = rawApplication({
    service: 'orders',
    environment: 'dev',
    health: { status: 'Degraded', message: prose(health) },
    status: {
      ...hidden('status'),
      conditions: [
        {
          type: 'ComparisonError',
          message: prose('condition'),
          ...hidden('condition'),
        },
      ],
      summary: {
        images: ['orders:1'],
        externalURLs: [
          address('external-url'),
          `https://orders.acme.example/?access_token=${secret('url-query')}`,
          'https://orders.acme.example/',
        ],
      },
      operationState: {
        phase: 'Failed',
        message: prose('operation'),
        startedAt: '2026-11-20T10:00:00Z',
        finishedAt: '2026-11-20T10:00:02Z',
        operation: {
          initiatedBy: { username: `joe password=${secret('initiator')}` },
          info: [{ name: 'note', value: secret('operation-info') }],
          sync: { manifests: [json(manifest('operation'))] },
        },
        syncResult: {
          revision: 'a'.repeat(40),
          source: { repoURL: address('sync-result') },
          resources: [
            {
              group: 'batch',
              version: 'v1',
              kind: 'Job',
              namespace: 'orders-dev',
              name: 'migrate',
              hookType: 'PreSync',
              hookPhase: 'Failed',
              status: 'SyncFailed',
              message: prose('sync-resource'),
            },
          ],
        },
      },
      history: [
        {
          id: 1,
          revision: 'a'.repeat(40),
          deployedAt: '2026-11-20T10:00:01Z',
          initiatedBy: { username: `joe token=${secret('deployer')}` },
          source: {
            repoURL: address('history-source'),
            helm: { values: `token: ${secret('history-values')}` },
          },
        },
      ],
    },
  });
  return {
    metadata: {
      ...(metadata as JsonObject),
      ...hidden('metadata'),
      annotations: {
        'backstage.io/entity-ref': 'component:default/orders',
        'acme.example/note': secret('app-annotation'),
      },
    },
    spec: {
      ...(spec as JsonObject),
      ...hidden('spec'),
      info: [{ name: 'note', value: secret('spec-info') }],
      source: {
        repoURL: address('source'),
        path: 'chart',
        targetRevision: 'main',
        ...hidden('source'),
        helm: {
          parameters: [
            { name: 'db.password', value: secret('parameter') },
            { name: 'url', value: address('parameter-url') },
          ],
          valueFiles: [address('value-file')],
          values: `# said values\ntoken: ${secret('values')} # pw=${secret(
            'comment',
          )}\n`,
        },
        kustomize: {
          commonAnnotations: { 'acme/secret': secret('kustomize') },
          patches: [{ patch: `password: ${secret('patch')}` }],
        },
        directory: {
          jsonnet: { tlas: [{ name: 'apiKey', value: secret('jsonnet') }] },
        },
        plugin: {
          env: [{ name: 'AVP_SECRET', value: secret('plugin-env') }],
          parameters: [
            { name: 'token', string: secret('plugin-string') },
            { name: 'tokens', array: [secret('plugin-array')] },
            { name: 'map', map: { password: secret('plugin-map') } },
          ],
        },
      },
    },
    status,
  };
}
