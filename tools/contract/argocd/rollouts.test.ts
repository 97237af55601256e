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

import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { rollout } from './manifests';
import { ourClient } from './ourClient';
import { until } from './stream';
import { Workshop } from './Workshop';

const workshop = new Workshop('rollouts', {
  'canary/rollout.yaml': rollout('web'),
});

type Clusters = { items: { info?: { apiVersions?: string[] } }[] | null };

describe('an Argo Rollout', () => {
  before(async () => {
    await workshop.open();
  });
  after(async () => workshop.close());

  workshop.it('is in the tree, and is read whole', async context => {
    const { json } = await workshop.call<Clusters>('GET', '/api/v1/clusters');
    const known = json.items?.some(({ info }) =>
      info?.apiVersions?.includes('argoproj.io/v1alpha1/Rollout'),
    );
    if (!known) {
      context.skip('no cluster knows the kind Rollout');
      return;
    }
    const key = await workshop.make('gitops-contract-rollout', {
      source: 'canary',
    });
    await workshop.sync(key);
    const client = ourClient({ type: 'token', token: workshop.token });
    try {
      const node = await until('the Rollout', async () => {
        const tree = await client.getResourceTree(key);
        const found = tree.find(({ kind }) => kind === 'Rollout');
        return found?.uid && found;
      });
      assert.deepEqual(
        [node.group, node.version, node.name],
        ['argoproj.io', 'v1alpha1', 'web'],
      );
      assert.ok(node.health, 'Argo CD judges its health');
      const live = await client.getResource(key, {
        group: node.group,
        version: node.version,
        kind: node.kind,
        namespace: node.namespace,
        name: node.name,
      });
      assert.deepEqual(Object(live.spec).strategy, {
        canary: { steps: [{ setWeight: 50 }, { pause: {} }] },
      });
    } finally {
      await client.close();
    }
  });
});
