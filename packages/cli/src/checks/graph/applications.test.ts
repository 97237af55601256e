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

import { SHIPPED } from '../../__testUtils__/smallTree';
import { runOn, said, testAddOn, type TestInput } from '../__testUtils__';
import type { Check } from '../core';
import {
  finalizers,
  hooks,
  retries,
  serverSideApply,
} from './applicationRules';
import { applicationSets } from './applicationSets';
import { environmentFolders } from './environmentFolders';
import { gatewayApiOwner } from './gatewayApiOwner';
import { retiredSources } from './retiredSources';

const healthy = {
  automated: { selfHeal: true },
  retry: { limit: 5, backoff: { duration: '10s' } },
};

const withPolicy = (syncPolicy: object, spec: object = {}) => ({
  spec: { syncPolicy, ...spec },
});

const job = (annotations: string, spec = '') => `apiVersion: batch/v1
kind: Job
metadata: { name: init, annotations: { ${annotations} } }
spec: { ${spec} }
`;

const SET = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: add-ons }
spec:
  goTemplate: true
  goTemplateOptions: ['missingkey=error']
  syncPolicy: { applicationsSync: create-update, preserveResourcesOnDeletion: true }
`;

const application = (
  project: string,
  namespace: string,
  cluster: string,
) => `# A service.
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: orders-dev }
spec:
  project: ${project}
  source: { helm: { valueFiles: [/applications/dev/orders/values.yaml] } }
  destination: { name: ${cluster}, namespace: ${namespace} }
`;

const inDev = (text: string) => ({
  tree: {
    'platform.yaml': SHIPPED,
    'applications/dev/orders/application.yaml': text,
  },
});

const gatewayApi = (name: string) => ({
  name,
  addOn: testAddOn({ name, crds: ['gateway.networking.k8s.io'] }),
  part: 'config' as const,
});

const one = (traefik: object): TestInput => ({
  renderings: [{ applications: [{ name: 'traefik', ...traefik }] }],
});

const cases: [string, Check, TestInput, string[]][] = [
  [
    'an add-on with a finalizer',
    finalizers,
    one({
      addOn: testAddOn({ name: 'traefik' }),
      manifest: { metadata: { finalizers: ['resources-finalizer'] } },
    }),
    [
      'applications/traefik.yaml traefik has a finalizer: deleting it deletes what it deployed',
    ],
  ],
  [
    'a service with a finalizer',
    finalizers,
    one({ manifest: { metadata: { finalizers: ['resources-finalizer'] } } }),
    [],
  ],
  [
    'an Application that tries once and heals nothing',
    retries,
    one({ manifest: withPolicy({ automated: {} }) }),
    [
      'applications/traefik.yaml traefik does not try again: one CRD or webhook that is late leaves it failed',
      'applications/traefik.yaml traefik does not heal itself: what is changed or lost in the cluster stays so',
    ],
  ],
  [
    'an Application that tries again',
    retries,
    one({ manifest: withPolicy(healthy) }),
    [],
  ],
  [
    'CRDs that are applied by the client',
    serverSideApply,
    one({
      addOn: testAddOn({ name: 'traefik', crds: ['traefik.io'] }),
      part: 'chart',
      manifest: withPolicy({ syncOptions: [] }),
    }),
    [
      'applications/traefik.yaml traefik brings CRDs, and one of more than 256 KiB does not fit the annotation of a client-side apply',
    ],
  ],
  [
    'differences that are ignored and written all the same',
    serverSideApply,
    one({
      manifest: withPolicy({ syncOptions: [] }, { ignoreDifferences: [{}] }),
    }),
    [
      'applications/traefik.yaml traefik ignores differences, but every sync writes them all the same',
    ],
  ],
  [
    'CRDs that the server applies',
    serverSideApply,
    one({
      addOn: testAddOn({ name: 'traefik', crds: ['traefik.io'] }),
      part: 'chart',
      manifest: withPolicy(
        {
          syncOptions: [
            'ServerSideApply=true',
            'RespectIgnoreDifferences=true',
          ],
        },
        { ignoreDifferences: [{}] },
      ),
    }),
    [],
  ],
  [
    'a plain Job that deletes itself',
    hooks,
    {
      renderings: [
        { manifests: { a: job('', 'ttlSecondsAfterFinished: 60') } },
      ],
    },
    [
      'a/Job.yaml Job init cannot be changed once it is there: the next change of its template fails for ever',
      'a/Job.yaml Job init deletes itself: Argo CD makes it again, for ever',
    ],
  ],
  [
    'a hook that stays',
    hooks,
    {
      renderings: [{ manifests: { a: job('argocd.argoproj.io/hook: Sync') } }],
    },
    ['a/Job.yaml hook init is not deleted before it is made again'],
  ],
  [
    'a hook that is made anew',
    hooks,
    {
      renderings: [
        {
          manifests: {
            a: job(
              'argocd.argoproj.io/hook: Sync, argocd.argoproj.io/hook-delete-policy: BeforeHookCreation',
            ),
            b: job(
              'argocd.argoproj.io/hook: Sync, argocd.argoproj.io/hook-delete-policy: "HookSucceeded, BeforeHookCreation"',
            ),
          },
        },
      ],
    },
    [],
  ],
  [
    'an ApplicationSet that takes everything with it',
    applicationSets,
    {
      tree: {
        'set.yaml': `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: add-ons }
spec:
  strategy: { type: RollingSync }
`,
      },
    },
    [
      'set.yaml:4 deletes everything that it deployed when it is deleted',
      'set.yaml:4 deletes Applications that its generator no longer yields, be it by mistake',
      'set.yaml:4 is not a Go template',
      'set.yaml:4 writes <no value> where a key is missing',
      'set.yaml:5 RollingSync turns automated sync off: drift persists',
    ],
  ],
  [
    'a careful ApplicationSet',
    applicationSets,
    { tree: { 'set.yaml': SET } },
    [],
  ],
  [
    'a file of dev that names another project, namespace and cluster',
    environmentFolders,
    inDev(application('workloads-production', 'orders-production', 'other')),
    [
      'applications/dev/orders/application.yaml:6 names the project workloads-production',
      'applications/dev/orders/application.yaml:8 goes to the namespace orders-production',
      'applications/dev/orders/application.yaml:8 goes to other, but dev is in in-cluster',
    ],
  ],
  [
    'a file of dev with the values of production, and another kind',
    environmentFolders,
    inDev(
      `${application('workloads-dev', 'orders-dev', 'in-cluster').replace(
        '/dev/orders/values',
        '/production/orders/values',
      )}---\napiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: { name: mine }\n`,
    ),
    [
      'applications/dev/orders/application.yaml:5 takes values of production: /applications/production/orders/values.yaml',
      'applications/dev/orders/application.yaml:11 is a AppProject: only Applications are collected here',
    ],
  ],
  [
    'a file of dev that keeps to dev',
    environmentFolders,
    inDev(application('workloads-dev', 'orders-dev', 'in-cluster')),
    [],
  ],
  [
    'two owners of the Gateway API',
    gatewayApiOwner,
    {
      renderings: [
        {
          applications: [gatewayApi('gateway-api'), gatewayApi('linkerd-crds')],
        },
      ],
    },
    [
      'infrastructure/linkerd-crds/addon.yaml linkerd-crds brings the CRDs of gateway.networking.k8s.io, and so does gateway-api',
    ],
  ],
  [
    'one owner of the Gateway API',
    gatewayApiOwner,
    { renderings: [{ applications: [gatewayApi('gateway-api')] }] },
    [],
  ],
  [
    'charts from where nobody keeps them',
    retiredSources,
    {
      renderings: [
        {
          applications: [
            {
              name: 'mesh',
              sources: [
                { repoURL: 'https://helm.linkerd.io/stable', chart: 'linkerd' },
              ],
            },
            {
              name: 'logs',
              sources: [
                {
                  repoURL: 'https://grafana.github.io/helm-charts',
                  chart: 'loki',
                },
              ],
            },
          ],
        },
      ],
    },
    [
      'applications/mesh.yaml mesh: https://helm.linkerd.io/stable is frozen at 2.14.10 (February 2024): take https://helm.linkerd.io/edge',
      'applications/logs.yaml logs: https://grafana.github.io/helm-charts moved to https://grafana-community.github.io/helm-charts',
    ],
  ],
  [
    'a chart from where it is kept',
    retiredSources,
    one({
      sources: [
        { repoURL: 'https://grafana.github.io/helm-charts', chart: 'alloy' },
      ],
    }),
    [],
  ],
];

describe('checks of Applications', () => {
  it.each(cases)('%s', async (_, check, input, expected) => {
    const { problems } = await runOn(check, input);
    expect(said(problems)).toEqual(expected);
  });
});
