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
  ArgoApplication,
  GitOpsRepositoryConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { locateVersionFile } from './locateVersionFile';

const repository: GitOpsRepositoryConfig = {
  url: 'https://git.example/acme/gitops-platform',
  branch: 'main',
  path: 'applications/{environment}/{service}',
  version: { kind: 'helm-values', file: 'values.yaml', paths: ['image.tag'] },
};
const revision = 'a'.repeat(40);
const other = 'b'.repeat(40);
type Given = Pick<ArgoApplication, 'name' | 'labels' | 'sources' | 'revisions'>;
const app: Given = {
  name: 'orders-dev',
  labels: { 'app.kubernetes.io/name': 'orders' },
  sources: [
    {
      repoUrl: 'https://git.example/acme/gitops-platform.git',
      path: 'charts/my-microservice',
    },
  ],
  revisions: [revision],
};

describe('locateVersionFile', () => {
  it.each<[string, Given, string]>([
    ['by its label', app, 'applications/dev/orders/values.yaml'],
    [
      'by its name',
      { ...app, labels: {} },
      'applications/dev/orders/values.yaml',
    ],
    [
      'by its source',
      { ...app, sources: [{ ...app.sources[0], path: 'applications/qa/x' }] },
      'applications/qa/x/values.yaml',
    ],
    [
      'in the second of its sources',
      {
        ...app,
        sources: [
          { repoUrl: 'https://git.example/acme/orders.git', path: 'chart' },
          { repoUrl: repository.url, ref: 'values' },
        ],
        revisions: [other, revision],
      },
      'applications/dev/orders/values.yaml',
    ],
  ])('finds the file %s', (_, given, path) => {
    expect(locateVersionFile(given, 'dev', [repository])).toEqual({
      repository,
      revision,
      path,
    });
  });

  it.each<[string, Given, string]>([
    ['is not synced yet', { ...app, revisions: [] }, 'dev'],
    ['is synced to a branch', { ...app, revisions: ['main'] }, 'dev'],
    ['comes from elsewhere', { ...app, sources: [{ repoUrl: 'x' }] }, 'dev'],
    ['is in no known environment', app, 'unknown'],
  ])('finds none where the Application %s', (_, given, environment) => {
    expect(locateVersionFile(given, environment, [repository])).toBeUndefined();
  });
});
