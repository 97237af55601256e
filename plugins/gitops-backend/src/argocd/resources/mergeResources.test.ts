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

import { mergeResources } from './mergeResources';

const deployment = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  namespace: 'shop',
  name: 'orders',
};
const pod = {
  group: '',
  version: 'v1',
  kind: 'Pod',
  namespace: 'shop',
  name: 'orders-1',
};

describe('mergeResources', () => {
  it('adds what Git says to what is there, and what is not there at all', () => {
    expect(
      mergeResources(
        [
          { ...deployment, uid: 'u1', images: [], info: [] },
          {
            ...pod,
            uid: 'u2',
            parent: 'u1',
            health: 'Degraded',
            healthMessage: 'CrashLoopBackOff',
            images: ['orders:1'],
            info: [{ name: 'Restart Count', value: '7' }],
          },
        ],
        [
          {
            ...deployment,
            version: 'v1beta1',
            sync: 'OutOfSync',
            health: 'Healthy',
          },
          { ...deployment, kind: 'ReplicaSet', sync: 'OutOfSync' },
        ],
      ),
    ).toEqual([
      {
        ...deployment,
        uid: 'u1',
        sync: 'OutOfSync',
        health: 'Healthy',
      },
      {
        ...pod,
        uid: 'u2',
        parent: 'u1',
        health: 'Degraded',
        healthMessage: 'CrashLoopBackOff',
        images: ['orders:1'],
        info: [{ name: 'Restart Count', value: '7' }],
      },
      {
        ...deployment,
        kind: 'ReplicaSet',
        uid: 'apps/ReplicaSet/shop/orders',
        sync: 'OutOfSync',
        health: 'Missing',
      },
    ]);
  });
});
