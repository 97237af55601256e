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

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Charts } from '../charts';

const INDEX = {
  kubernetes: { version: '1.36.3', file: 'kubernetes.json' },
  components: [
    { dir: 'web', version: '1.2.3' },
    { dir: 'cache', version: '2.0.0' },
  ],
  crds: [
    crd('widgets', 'Widget', 'Namespaced', 'web', 'chart', ['v1']),
    crd('widgets', 'Widget', 'Namespaced', 'web-0.9', 'variant', ['v1beta1']),
    crd('fleets', 'Fleet', 'Cluster', 'web', 'chart', ['v1']),
  ],
};

function crd(
  plural: string,
  kind: string,
  scope: string,
  component: string,
  role: string,
  served: string[],
) {
  const group = 'acme.io';
  return {
    group,
    kind,
    plural,
    scope,
    served,
    component,
    role,
    file: `${component}-${plural}.json`,
  };
}

const FILES: Record<string, unknown> = {
  'web/chart.json': {
    name: 'web',
    version: '1.2.3',
    dependencies: [
      { name: 'cache', alias: 'store', condition: 'store.enabled' },
      { name: 'absent', condition: 'absent.on' },
    ],
  },
  'web/template-keys.json': {
    unlisted: ['server.extra', 'podLabels."app.io/name"'],
    whole: ['server.config'],
  },
  'web/values.schema.json': {
    $schema: 'https://json-schema.org/draft-07/schema',
    type: 'object',
    properties: {
      replicas: { type: 'integer' },
      server: {
        type: 'object',
        properties: { mode: { $ref: '#/definitions/mode' } },
      },
      hidden: { type: 'object', properties: { on: { type: 'boolean' } } },
    },
    definitions: { mode: { enum: ['fast', 'safe'] } },
  },
  'cache/chart.json': { name: 'cache', version: '2.0.0' },
  'cache/values.schema.json': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: { size: { type: 'string' } },
    unevaluatedProperties: true,
  },
  'web-widgets.json': widget(),
  'web-0.9-widgets.json': widget(),
  'web-fleets.json': {
    spec: {
      scope: 'Cluster',
      versions: [
        {
          name: 'v1',
          served: true,
          schema: { openAPIV3Schema: { type: 'object' } },
        },
      ],
    },
  },
  'kubernetes.json': {
    paths: {
      '/api/v1/namespaces/{namespace}/configmaps': {
        get: {
          'x-kubernetes-group-version-kind': {
            group: '',
            version: 'v1',
            kind: 'ConfigMap',
          },
        },
      },
    },
    definitions: {
      'io.k8s.api.core.v1.ConfigMap': {
        type: 'object',
        properties: {
          apiVersion: { type: 'string' },
          kind: { type: 'string' },
          metadata: {
            $ref: '#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta',
          },
          data: { type: 'object', additionalProperties: { type: 'string' } },
          limit: {
            $ref: '#/definitions/io.k8s.apimachinery.pkg.api.resource.Quantity',
          },
          port: {
            $ref: '#/definitions/io.k8s.apimachinery.pkg.util.intstr.IntOrString',
          },
          raw: { type: 'object' },
        },
        'x-kubernetes-group-version-kind': [
          { group: '', version: 'v1', kind: 'ConfigMap' },
        ],
      },
      'io.k8s.api.core.v1.Namespace': {
        type: 'object',
        properties: { apiVersion: {}, kind: {}, metadata: {} },
        'x-kubernetes-group-version-kind': [
          { group: '', version: 'v1', kind: 'Namespace' },
        ],
      },
      'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': {
        type: 'object',
        properties: {
          name: { type: 'string' },
          namespace: { type: 'string' },
          creationTimestamp: { type: 'string' },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
        },
      },
      'io.k8s.apimachinery.pkg.api.resource.Quantity': { type: 'string' },
      'io.k8s.apimachinery.pkg.util.intstr.IntOrString': {
        type: 'string',
        format: 'int-or-string',
      },
    },
  },
};

function widget() {
  return {
    spec: {
      scope: 'Namespaced',
      versions: [
        { name: 'v1alpha1', served: false },
        {
          name: 'v1',
          served: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              required: ['spec'],
              properties: {
                spec: {
                  type: 'object',
                  required: ['size', 'color'],
                  properties: {
                    size: { 'x-kubernetes-int-or-string': true },
                    color: {
                      type: 'string',
                      default: 'red',
                      enum: ['red', 'blue'],
                    },
                    free: {
                      type: 'object',
                      'x-kubernetes-preserve-unknown-fields': true,
                    },
                    none: { type: 'string', nullable: true },
                    labels: {
                      type: 'object',
                      additionalProperties: { type: 'string' },
                    },
                    empty: { type: 'object' },
                    either: {
                      type: 'object',
                      properties: {
                        a: { type: 'string' },
                        b: { type: 'string' },
                      },
                      oneOf: [{ required: ['a'] }, { required: ['b'] }],
                    },
                    go: { type: 'string', pattern: '(?i)^x\\z' },
                  },
                },
              },
            },
          },
        },
      ],
    },
  };
}

const VALUES: Record<string, string> = {
  'web/values.yaml': `replicas: 1
server:
  mode: fast
  config: { level: info }
  resources: {}
  ports: []
service:
  type: ClusterIP
store:
  enabled: true
`,
  'cache/values.yaml': 'size: small\nlimits: { memory: 1Gi }\n',
};

/** A directory as `--charts` names it, with little in it; for as long as the tests of a file run. */
export function testCharts(): Charts {
  const directory = mkdtempSync(path.join(tmpdir(), 'charts-'));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    writeFileSync(path.join(directory, file), text);
  };
  for (const [file, json] of Object.entries({
    ...FILES,
    'index.json': INDEX,
  })) {
    write(file, JSON.stringify(json));
  }
  for (const [file, text] of Object.entries(VALUES)) write(file, text);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return Charts.open(directory);
}
