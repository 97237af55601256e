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

import { smallTree } from '../__testUtils__/smallTree';
import { planRender } from '../render';
import { changedTree } from '../tree';
import { expandTree } from './expandTree';

const tree = changedTree(smallTree(), planRender(smallTree()));

describe('expandTree', () => {
  it('follows Argo CD from the root to every Application', () => {
    const { applications, projects, problems } = expandTree(tree);
    expect(problems).toEqual([]);
    expect(
      applications.map(({ name, parent, waves }) => [
        name,
        parent,
        waves.join(' '),
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['root', undefined, '0'],
        ['infrastructure', 'root', '0 0'],
        ['external-secrets-in-cluster', 'infrastructure', '0 0 -20 0'],
        ['external-secrets-config-in-cluster', 'infrastructure', '0 0 -15 0'],
        ['traefik-in-cluster', 'infrastructure', '0 0 0 0'],
        ['applications-dev', 'root', '0 0'],
        ['welcome-dev', 'applications-dev', '0 0 0'],
        ['whoami-dev', 'workloads', '0 0 100 0'],
      ]),
    );
    expect(applications).toHaveLength(15);
    expect(projects.map(({ name }) => name)).toEqual([
      'application-sets',
      'applications',
      'bootstrap',
      'platform',
      'workloads-dev',
      'workloads-production',
      'workloads-staging',
    ]);
  });

  it('fills in templates, with what Terraform hands over', () => {
    const traefik = expandTree(tree).applications.find(
      ({ name }) => name === 'traefik-in-cluster',
    );
    expect(traefik).toMatchObject({
      project: 'platform',
      applicationSet: 'ingress-charts-traefik',
      destination: { name: 'in-cluster', namespace: 'traefik' },
      sources: [
        {
          repoURL: 'https://traefik.github.io/charts',
          chart: 'traefik',
          targetRevision: '41.3.0',
          helm: {
            valueFiles: [
              '$values/infrastructure/traefik/values/default.yaml',
              '$values/infrastructure/traefik/values/production.yaml',
              '$values/clusters/in-cluster/traefik/values.yaml',
            ],
            parameters: [
              {
                name: 'service.annotations.cert',
                value: 'from-terraform-acm-certificate-arn',
              },
            ],
          },
        },
        { ref: 'values' },
      ],
    });
  });

  it.each<[string, string, string, string]>([
    [
      'an expression that it does not know',
      'applications/workloads.yaml',
      "'{{ .workload }}-{{ .environment }}'",
      '{{ upper .workload }} is neither',
    ],
    [
      'a parameter that there is not',
      'applications/workloads.yaml',
      "'{{ .cluster }}'",
      '{{ .place }} has no value; there are workload, environment, cluster',
    ],
    [
      'a manifest that is none',
      'applications/dev/welcome/application.yaml',
      'apiVersion: argoproj.io/v1alpha1',
      'found no manifest with apiVersion, kind and metadata',
    ],
  ])('says which file has %s', (_, path, before, message) => {
    const after = message.startsWith('{{')
      ? `'${message.slice(0, message.indexOf('}}') + 2)}'`
      : '';
    const broken = new Map([
      ...tree,
      [path, (tree.get(path) ?? '').replace(before, after)],
    ]);
    expect(expandTree(broken).problems).toEqual([
      expect.stringContaining(message),
    ]);
    expect(expandTree(broken).problems[0]).toContain(path);
  });

  it('takes other clusters than those that Terraform would have annotated', () => {
    const { applications, problems } = expandTree(tree, { clusters: [] });
    expect(problems).toEqual([]);
    expect(applications.map(({ name }) => name)).not.toContain(
      'traefik-in-cluster',
    );
  });
});
