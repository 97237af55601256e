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
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { ArgoSourceDetails } from '@gitops-platform/backstage-plugin-gitops-node';
import { Redactor } from '../redact/Redactor';
import { projectSource } from './projectSource';

const helm = {
  valueFiles: [],
  parameters: [],
  fileParameters: [],
};
const project = (source: Partial<ArgoSourceDetails>) =>
  projectSource({
    source: { repoUrl: 'https://github.com/acme/orders.git', ...source },
    revision: 'a'.repeat(40),
    redactor: Redactor.create({
      rules: { keys: [], values: [] },
      logger: mockServices.logger.mock(),
    }),
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
  });

describe('projectSource', () => {
  it('shows a Helm source, masked', () => {
    expect(
      project({
        repoUrl: 'https://joe:hunter2@github.com/acme/orders.git',
        path: 'chart',
        targetRevision: 'main',
        helm: {
          ...helm,
          valueFiles: ['values.yaml', 'https://x:hunter2@files.example/v.yaml'],
          parameters: [
            { name: 'image.tag', value: '1.10', forceString: true },
            { name: 'db.password', value: 'hunter2', forceString: false },
          ],
          fileParameters: [{ name: 'ca', path: 'files/ca.pem' }],
          values: '# why\ntoken: hunter2\nreplicas: 2\n',
        },
      }),
    ).toEqual({
      item: {
        repoUrl: 'https://github.com/acme/orders.git',
        path: 'chart',
        chart: undefined,
        ref: undefined,
        targetRevision: 'main',
        revision: 'a'.repeat(40),
        revisionUrl: `https://github.com/acme/orders/commit/${'a'.repeat(40)}`,
        type: 'helm',
        parameters: [
          { name: 'image.tag', value: '1.10' },
          { name: 'db.password', value: '••••••', masked: true },
          { name: 'ca', value: 'the file files/ca.pem' },
        ],
        valueFiles: ['values.yaml', 'https://x:••••••@files.example/v.yaml'],
        values: '# why\ntoken: ••••••\nreplicas: 2\n',
      },
      masked: 2,
    });
  });

  it('prefers the object of values, as Argo CD does', () => {
    const { item } = project({
      chart: 'orders',
      helm: { ...helm, values: 'a: 1', valuesObject: { b: { pwd: 'x' } } },
    });
    expect(item).toMatchObject({
      type: 'helm',
      revisionUrl: undefined,
      values: 'b:\n  pwd: ••••••\n',
    });
  });

  it('shows a Kustomize source', () => {
    const { item } = project({
      kustomize: {
        images: ['orders:1'],
        namePrefix: 'dev-',
        replicas: [{ name: 'orders', count: '2' }],
        commonLabels: { team: 'shop' },
        commonAnnotations: { 'acme/token': 'x' },
        components: ['../c'],
        patches: 2,
      },
    });
    expect(item).toMatchObject({
      type: 'kustomize',
      parameters: [
        { name: 'namePrefix', value: 'dev-' },
        { name: 'images', value: 'orders:1' },
        { name: 'replicas.orders', value: '2' },
        { name: 'commonLabels.team', value: 'shop' },
        { name: 'commonAnnotations.acme/token', value: '••••••', masked: true },
        { name: 'components', value: '../c' },
        { name: 'patches', value: '2' },
      ],
    });
  });

  it('shows the sources of a plugin, and of a plain folder', () => {
    expect(
      project({
        plugin: {
          name: 'avp',
          environment: [{ name: 'AVP_TOKEN', value: 'x' }],
          parameters: [
            { name: 'one', value: 'x' },
            { name: 'list', value: ['a', 'b'] },
            { name: 'map', value: { secret: 'x', b: 'y' } },
          ],
        },
      }).item,
    ).toMatchObject({
      type: 'plugin',
      parameters: [
        { name: 'plugin', value: 'avp' },
        { name: 'AVP_TOKEN', value: '••••••' },
        { name: 'one', value: 'x' },
        { name: 'list.0', value: 'a' },
        { name: 'list.1', value: 'b' },
        { name: 'map.secret', value: '••••••' },
        { name: 'map.b', value: 'y' },
      ],
    });
    expect(
      project({
        directory: {
          recurse: true,
          include: '*.yaml',
          jsonnet: {
            externalVariables: [{ name: 'pass', value: 'x', code: false }],
            topLevelArguments: [],
            libraries: ['lib'],
          },
        },
      }).item,
    ).toMatchObject({
      type: 'directory',
      parameters: [
        { name: 'recurse', value: 'true' },
        { name: 'include', value: '*.yaml' },
        { name: 'pass', value: '••••••' },
        { name: 'jsonnet.libs', value: 'lib' },
      ],
    });
  });

  it('cuts values that nobody reads to the end', () => {
    const { item } = project({
      helm: { ...helm, values: 'a: b\n'.repeat(12_000) },
    });
    expect(item.values).toHaveLength(50_004);
  });
});
