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

import type { ArgoResourceNode } from '@gitops-platform/backstage-plugin-gitops-node';
import { serviceBackends } from './serviceBackends';

function node(
  kind: string,
  differs: Partial<ArgoResourceNode>,
): ArgoResourceNode {
  return {
    uid: `${kind}/${differs.name}`,
    group: '',
    version: 'v1',
    kind,
    namespace: 'shop',
    name: 'orders',
    images: [],
    info: [],
    ...differs,
  };
}

const pod = (
  name: string,
  reason: string,
  differs: Partial<ArgoResourceNode> = {},
) =>
  node('Pod', {
    name,
    labels: { app: 'orders', hash: name },
    health: reason === 'Running' ? 'Healthy' : 'Degraded',
    info: [{ name: 'Status Reason', value: reason }],
    ...differs,
  });

const service = node('Service', { targetLabels: { app: 'orders' } });

describe('serviceBackends', () => {
  it('counts the pods that the selector fits', () => {
    expect(
      serviceBackends([
        service,
        pod('a', 'Running'),
        pod('b', 'CrashLoopBackOff'),
        pod('c', 'Terminating'),
        pod('d', 'Completed', { health: 'Healthy' }),
        pod('e', 'Running', { namespace: 'other' }),
        pod('f', 'Running', { labels: { app: 'carts' } }),
        pod('g', 'Running', { labels: undefined }),
        node('Service', { name: 'external' }),
        node('Service', { group: 'serving.knative.dev' }),
      ]),
    ).toEqual([
      {
        namespace: 'shop',
        name: 'orders',
        alive: 1,
        total: 2,
        evidence: [
          'Argo CD: 1 of 2 pods of the Service shop/orders are ready',
          'Argo CD: b is CrashLoopBackOff',
        ],
      },
    ]);
  });

  it('says where no pod fits', () => {
    expect(serviceBackends([service])).toMatchObject([
      {
        alive: 0,
        total: 0,
        evidence: [
          'Argo CD: no pod fits the selector of the Service shop/orders',
        ],
      },
    ]);
  });
});
