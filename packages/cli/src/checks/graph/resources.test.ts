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

import { runOn, said, testAddOn, type TestInput } from '../__testUtils__';
import type { Check } from '../core';
import { ingressKinds } from './ingressKinds';
import { missingKinds } from './missingKinds';
import { namespaceOwners } from './namespaceOwners';
import { replicaOwners } from './replicaOwners';
import { resourceCrds } from './resourceCrds';
import { resourceOwners } from './resourceOwners';

const traefik = testAddOn({
  name: 'traefik',
  crds: ['traefik.io'],
  chart: {
    repository: 'https://traefik.github.io/charts',
    name: 'traefik',
    version: '41.3.0',
    directory: 'traefik',
    releaseName: 'traefik',
  },
});

const brings = (waves: number[]) => ({
  name: 'traefik',
  addOn: traefik,
  part: 'chart' as const,
  waves,
});

const MIDDLEWARE = `apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: { name: limit, namespace: a }
`;

const CONFIG_MAP = `apiVersion: v1
kind: ConfigMap
metadata: { name: shared, namespace: a }
`;

const READER = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: reader }
`;

const workload = (replicas: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: a }
spec: { ${replicas} }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: a }
spec:
  scaleTargetRef: { kind: Deployment, name: web }
`;

const namespaced = (label: string) => ({
  spec: {
    syncPolicy: {
      syncOptions: ['CreateNamespace=true'],
      managedNamespaceMetadata: { labels: { level: label } },
    },
  },
});

const CONSTRAINT = (
  annotation: string,
) => `apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata: { name: nolatest }
spec: { crd: { spec: { names: { kind: NoLatest } } } }
---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: NoLatest
metadata: { name: images, annotations: { ${annotation} } }
`;

const cases: [string, Check, TestInput, string[]][] = [
  [
    'a custom resource whose group no add-on brings',
    resourceCrds,
    { renderings: [{ manifests: { web: MIDDLEWARE } }] },
    [
      'web/Middleware.yaml Middleware limit is of traefik.io, which no add-on of cluster in-cluster brings',
    ],
  ],
  [
    'a custom resource of a group that another cluster has',
    resourceCrds,
    {
      renderings: [
        {
          applications: [{ ...brings([0]), cluster: 'other' }],
          manifests: { web: MIDDLEWARE },
        },
      ],
    },
    [
      'web/Middleware.yaml Middleware limit is of traefik.io, which no add-on of cluster in-cluster brings',
    ],
  ],
  [
    'a custom resource that comes together with its CRD',
    resourceCrds,
    {
      renderings: [
        {
          applications: [
            brings([0, 5]),
            { name: 'web', waves: [0, 5], addOn: testAddOn({ name: 'web' }) },
          ],
          manifests: { web: MIDDLEWARE },
        },
      ],
    },
    [
      'web/Middleware.yaml Middleware limit comes with web, its CRD not before, with traefik',
    ],
  ],
  [
    'a service that waits for nothing',
    resourceCrds,
    {
      renderings: [
        {
          applications: [brings([0, 5]), { name: 'web', waves: [0, 0] }],
          manifests: { web: MIDDLEWARE },
        },
      ],
    },
    [],
  ],
  [
    'a custom resource after its CRD',
    resourceCrds,
    {
      renderings: [
        {
          applications: [
            brings([0, 0]),
            { name: 'web', waves: [0, 5], addOn: testAddOn({ name: 'web' }) },
          ],
          manifests: { web: MIDDLEWARE + CONFIG_MAP.replace(/^/, '---\n') },
        },
      ],
    },
    [],
  ],
  [
    'a resource of the whole cluster, by two Applications with namespaces of their own',
    resourceOwners,
    {
      renderings: [
        {
          manifests: {
            a: READER,
            b: READER,
            c: CONFIG_MAP.replace(', namespace: a', ''),
            d: CONFIG_MAP.replace(', namespace: a', ''),
          },
        },
      ],
    },
    [
      'b/ClusterRole.yaml ClusterRole reader belongs to b and to a (a/ClusterRole.yaml)',
    ],
  ],
  [
    'a constraint beside its template, without an annotation',
    missingKinds,
    { renderings: [{ manifests: { policy: CONSTRAINT('') } }] },
    [
      'policy/NoLatest.yaml NoLatest images comes in one sync with its kind: the dry run fails before that is there',
    ],
  ],
  [
    'a constraint beside its template, with the annotation',
    missingKinds,
    {
      renderings: [
        {
          manifests: {
            policy: CONSTRAINT(
              'argocd.argoproj.io/sync-options: SkipDryRunOnMissingResource=true',
            ),
          },
        },
      ],
    },
    [],
  ],
  [
    'one resource of two Applications',
    resourceOwners,
    { renderings: [{ manifests: { one: CONFIG_MAP, two: CONFIG_MAP } }] },
    [
      'two/ConfigMap.yaml ConfigMap a/shared belongs to two and to one (one/ConfigMap.yaml)',
    ],
  ],
  [
    'one name in two clusters',
    resourceOwners,
    {
      renderings: [
        {
          applications: [{ name: 'two', cluster: 'other' }],
          manifests: { one: CONFIG_MAP, two: CONFIG_MAP },
        },
      ],
    },
    [],
  ],
  [
    'one resource twice in one Application',
    resourceOwners,
    {
      renderings: [{ manifests: { one: `${CONFIG_MAP}---\n${CONFIG_MAP}` } }],
    },
    [
      'one/ConfigMap.yaml ConfigMap a/shared stands twice in one (also one/ConfigMap.yaml)',
    ],
  ],
  [
    'a namespace that a manifest and Argo CD make',
    namespaceOwners,
    {
      renderings: [
        {
          applications: [
            { name: 'one', namespace: 'a', manifest: namespaced('restricted') },
          ],
          manifests: {
            one: 'apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n',
          },
        },
      ],
    },
    [
      'one/Namespace.yaml Namespace a is a manifest of one, and one makes it too',
    ],
  ],
  [
    'a namespace that two label differently',
    namespaceOwners,
    {
      renderings: [
        {
          applications: [
            { name: 'one', namespace: 'a', manifest: namespaced('restricted') },
            { name: 'two', namespace: 'a', manifest: namespaced('baseline') },
          ],
        },
      ],
    },
    [
      'applications/two.yaml two and one give the namespace a different labels: each sync undoes the other’s',
    ],
  ],
  [
    'a namespace that two label alike',
    namespaceOwners,
    {
      renderings: [
        {
          applications: [
            { name: 'one', namespace: 'a', manifest: namespaced('restricted') },
            { name: 'two', namespace: 'a', manifest: namespaced('restricted') },
          ],
        },
      ],
    },
    [],
  ],
  [
    'replicas beside an autoscaler',
    replicaOwners,
    { renderings: [{ manifests: { web: workload('replicas: 2') } }] },
    [
      'web/Deployment.yaml Deployment web has replicas, which HorizontalPodAutoscaler web scales: every sync undoes what the autoscaler did',
    ],
  ],
  [
    'an autoscaler of nothing',
    replicaOwners,
    {
      renderings: [
        {
          manifests: {
            web: workload('').replace(
              'kind: Deployment, name: web',
              'kind: Rollout, name: web',
            ),
          },
        },
      ],
    },
    [
      'web/HorizontalPodAutoscaler.yaml HorizontalPodAutoscaler web scales Rollout web, which its Application does not have',
    ],
  ],
  [
    'an autoscaler without replicas beside it, in a sample',
    replicaOwners,
    {
      renderings: [{ isSample: true, manifests: { web: workload('') } }],
    },
    [],
  ],
  [
    'an Ingress',
    ingressKinds,
    {
      renderings: [
        {
          manifests: {
            web: 'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web }\n',
          },
        },
      ],
    },
    [
      'web/Ingress.yaml Ingress web: Middlewares and weights cannot be said in it',
    ],
  ],
  [
    'an IngressRoute',
    ingressKinds,
    {
      renderings: [
        {
          manifests: { web: MIDDLEWARE.replace('Middleware', 'IngressRoute') },
        },
      ],
    },
    [],
  ],
];

describe('checks of how resources hang together', () => {
  it.each(cases)('%s', async (_, check, input, expected) => {
    const { problems } = await runOn(check, input);
    expect(said(problems)).toEqual(expected);
  });

  it('says with which features it saw a problem', async () => {
    const { problems } = await runOn(resourceCrds, {
      renderings: [{}, { name: 'minimal', manifests: { web: MIDDLEWARE } }],
    });
    expect(problems[0].mend).toMatch(/Seen with the features of minimal/);
  });
});
