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

import { runOn, said } from '../__testUtils__';
import { fitsGlob } from './compileGlob';
import { projectRules } from './projectRules';

describe('patterns of Argo CD', () => {
  it.each([
    ['*-dev', 'orders-dev', undefined, true],
    ['*-dev', 'orders-dev-2', undefined, false],
    ['https://github.com/acme/*', 'https://github.com/acme/a', '/', true],
    ['https://github.com/acme/*', 'https://github.com/acme/a/b', '/', false],
    ['https://github.com/acme/**', 'https://github.com/acme/a/b', '/', true],
    ['{dev,staging}-?', 'staging-1', undefined, true],
    ['[!a]x', 'ax', undefined, false],
    ['a.b', 'axb', undefined, false],
    ['*', 'anything/at all', '/', true],
  ])('%s against %s', (pattern, text, separator, expected) => {
    expect(fitsGlob(pattern, text, separator)).toBe(expected);
  });
});

const project = (spec: string) => `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: platform, namespace: argocd }
spec:
  sourceRepos: ['https://github.com/acme/*', '!https://github.com/acme/secret']
  destinations:
    - { name: in-cluster, namespace: 'traefik*' }
    - { name: in-cluster, namespace: '!traefik-evil' }
  ${spec}
`;

const RESOURCES = `apiVersion: v1
kind: ConfigMap
metadata: { name: own }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: foreign, namespace: kube-system }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: all }
---
apiVersion: v1
kind: ResourceQuota
metadata: { name: quota }
`;

const source = (repoURL: string) => [{ repoURL }];

describe('graph/projects', () => {
  const run = (options: {
    spec?: string;
    application: object;
    manifests?: string;
  }) =>
    runOn(projectRules, {
      renderings: [
        {
          applications: [
            { name: 'bootstrap', project: 'none' },
            { name: 'traefik', ...options.application },
          ],
          manifests: {
            bootstrap: project(options.spec ?? ''),
            traefik: options.manifests ?? '',
          },
        },
      ],
    });

  it('refuses what the project does not allow', async () => {
    const { problems } = await run({
      spec: `namespaceResourceBlacklist: [{ group: '', kind: ResourceQuota }]`,
      application: { sources: source('https://github.com/other/a.git') },
      manifests: RESOURCES,
    });
    expect(said(problems)).toEqual([
      'applications/bootstrap.yaml bootstrap is of the project none, which is not there',
      'applications/traefik.yaml traefik: the project platform does not allow the source https://github.com/other/a.git',
      'traefik/ConfigMap.yaml traefik: the project platform does not allow the namespace kube-system of ConfigMap foreign',
      'traefik/ClusterRole.yaml traefik: the project platform does not allow ClusterRole all (rbac.authorization.k8s.io)',
      'traefik/ResourceQuota.yaml traefik: the project platform does not allow ResourceQuota quota (core)',
    ]);
  });

  it.each([
    [
      { namespace: 'traefik-evil' },
      /does not allow traefik-evil of in-cluster/,
    ],
    [{ cluster: 'other' }, /does not allow traefik of other/],
    [
      { sources: source('https://github.com/acme/secret.git') },
      /does not allow the source/,
    ],
  ])('refuses %j', async (application, expected) => {
    const { problems } = await run({ application });
    expect(said(problems).join('\n')).toMatch(expected);
  });

  it('lets pass what it allows', async () => {
    const { problems } = await run({
      spec: `clusterResourceWhitelist: [{ group: 'rbac*', kind: '*' }]
  namespaceResourceWhitelist: [{ group: '', kind: ConfigMap }]`,
      application: { sources: source('https://github.com/ACME/platform.git') },
      manifests: RESOURCES.replace(', namespace: kube-system', '').replace(
        /---\napiVersion: v1\nkind: ResourceQuota[\s\S]*/,
        '',
      ),
    });
    expect(said(problems)).toEqual([
      'applications/bootstrap.yaml bootstrap is of the project none, which is not there',
    ]);
  });
});
