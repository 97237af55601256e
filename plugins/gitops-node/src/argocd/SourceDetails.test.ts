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

import { sourcesSchema } from './SourceDetails';

const repoURL = 'https://github.com/acme/gitops';
const base = { repoUrl: repoURL };
const helm = {
  releaseName: 'web',
  valueFiles: ['$values/web/values.yaml'],
  fileParameters: [{ name: 'config', path: 'files/config.json' }],
  values: 'replicas: 2\n',
  valuesObject: { image: { tag: '1' } },
};
const policy = { syncOptions: [] };

it.each<[string, object, object]>([
  ['none', {}, { sources: [], syncPolicy: policy }],
  [
    'Helm with a reference to values elsewhere, and a policy',
    {
      sources: [
        {
          repoURL,
          chart: 'web',
          targetRevision: '1.2.3',
          name: 'chart',
          helm: {
            ...helm,
            parameters: [
              { name: 'replicas', value: '3', forceString: true },
              { name: 'empty' },
              { value: 'odd' },
            ],
          },
        },
        { repoURL, ref: 'values' },
      ],
      syncPolicy: {
        automated: { prune: true },
        syncOptions: ['CreateNamespace=true', 7],
        retry: {
          limit: -1,
          backoff: { duration: '5s', factor: 2, maxDuration: '3m' },
        },
      },
    },
    {
      sources: [
        {
          ...base,
          chart: 'web',
          targetRevision: '1.2.3',
          name: 'chart',
          helm: {
            ...helm,
            parameters: [
              { name: 'replicas', value: '3', forceString: true },
              { name: 'empty', value: '', forceString: false },
            ],
          },
        },
        { ...base, ref: 'values' },
      ],
      syncPolicy: {
        automated: { prune: true, selfHeal: false },
        syncOptions: ['CreateNamespace=true'],
        retry: { limit: -1, duration: '5s', factor: 2, maxDuration: '3m' },
      },
    },
  ],
  [
    'Kustomize, automation switched off',
    {
      source: {
        repoURL,
        path: 'web',
        kustomize: {
          images: ['web=ghcr.io/acme/web:1'],
          namePrefix: 'a-',
          replicas: [
            { name: 'web', count: 3 },
            { name: 'api', count: '50%' },
          ],
          commonLabels: { team: 'a' },
          patches: [{ patch: 'secret' }, { path: 'patch.yaml' }],
        },
      },
      syncPolicy: { automated: { enabled: false }, retry: 'odd' },
    },
    {
      sources: [
        {
          ...base,
          path: 'web',
          kustomize: {
            images: ['web=ghcr.io/acme/web:1'],
            namePrefix: 'a-',
            replicas: [
              { name: 'web', count: '3' },
              { name: 'api', count: '50%' },
            ],
            commonLabels: { team: 'a' },
            commonAnnotations: {},
            components: [],
            patches: 2,
          },
        },
      ],
      syncPolicy: policy,
    },
  ],
  [
    'a folder',
    {
      source: {
        repoURL,
        path: 'apps',
        directory: {
          recurse: true,
          include: '*/application.yaml',
          jsonnet: { tlas: [{ name: 'env', value: 'dev', code: true }] },
        },
      },
    },
    {
      sources: [
        {
          ...base,
          path: 'apps',
          directory: {
            recurse: true,
            include: '*/application.yaml',
            jsonnet: {
              externalVariables: [],
              topLevelArguments: [{ name: 'env', value: 'dev', code: true }],
              libraries: [],
            },
          },
        },
      ],
      syncPolicy: policy,
    },
  ],
  [
    'a plugin',
    {
      source: {
        repoURL,
        plugin: {
          name: 'cdk8s',
          env: [{ name: 'STAGE', value: 'dev' }],
          parameters: [
            { name: 'one', string: 'a' },
            { name: 'list', array: ['b', 'c'] },
            { name: 'map', map: { d: 'e' } },
            { name: 'none' },
          ],
        },
      },
    },
    {
      sources: [
        {
          ...base,
          plugin: {
            name: 'cdk8s',
            environment: [{ name: 'STAGE', value: 'dev' }],
            parameters: [
              { name: 'one', value: 'a' },
              { name: 'list', value: ['b', 'c'] },
              { name: 'map', value: { d: 'e' } },
              { name: 'none', value: '' },
            ],
          },
        },
      ],
      syncPolicy: policy,
    },
  ],
  [
    'what hydrated manifests are made from',
    {
      source: { repoURL: '' },
      sourceHydrator: {
        drySource: { repoURL, path: 'dry', helm: { values: 'a: 1' } },
        syncSource: { targetBranch: 'env/dev', path: 'wet' },
      },
    },
    {
      sources: [
        {
          ...base,
          path: 'dry',
          helm: {
            valueFiles: [],
            parameters: [],
            fileParameters: [],
            values: 'a: 1',
          },
        },
      ],
      syncPolicy: policy,
    },
  ],
])('reads %s', (_name, spec, expected) => {
  expect(sourcesSchema.parse({ spec })).toEqual(expected);
});
