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
import type { ArgoApplicationKey } from '@gitops-platform/backstage-plugin-gitops-node';
import { CHART, CHART_VERSIONS, startChartRepository } from './chartRepository';
import { configMap } from './manifests';
import type { RawApplication } from './RawApplication';
import { type Failure, isLocal } from './target';
import { Workshop } from './Workshop';

const workshop = new Workshop('sources', {
  'one/a.yaml': configMap('a'),
  'two/b.yaml': configMap('b'),
  'values/values.yaml': 'key: from-git\n',
});

const SHA = /^[0-9a-f]{40}$/;

const INDEX_PROBLEM = 'error getting app source by source index and version ID';

describe('an Application with several sources', () => {
  let key: ArgoApplicationKey;
  let first: RawApplication;

  before(async () => {
    await workshop.open();
  });
  after(async () => workshop.close());

  const revision = async <T>(kind: string, id: string, query = '') =>
    workshop.call<T & Failure>(
      'GET',
      `${workshop.path(key, `/revisions/${id}/${kind}`)}${query}`,
    );

  workshop.it('has a revision of each, and no single one', async () => {
    key = await workshop.make('gitops-contract-sources', {
      source: [workshop.sourceOf('one'), workshop.sourceOf('two')],
    });
    first = await workshop.sync(key);
    const { sync, history, operationState, resources } = first.status;
    assert.equal(sync.status, 'Synced');
    assert.equal(sync.revision, undefined);
    assert.equal(sync.revisions?.length, 2);
    assert.ok(sync.revisions.every(one => SHA.test(one)));
    assert.deepEqual(history[0].revisions, sync.revisions);
    assert.equal(history[0].revision, undefined);
    assert.deepEqual(operationState.syncResult?.revisions, sync.revisions);
    assert.deepEqual(
      resources.map(({ name }) => name),
      ['a', 'b'],
    );
  });

  workshop.it('tells of a revision by the index of its source', async () => {
    const [id = ''] = first.status.sync.revisions ?? [];
    for (const index of [0, 1]) {
      const { status, json } = await revision<{ author: string }>(
        'metadata',
        id,
        `&sourceIndex=${index}`,
      );
      assert.equal(status, 200);
      assert.match(json.author, /@/);
    }
    const { status, json } = await revision('metadata', id, '&sourceIndex=2');
    assert.deepEqual(
      [status, json.code, json.message],
      [
        500,
        2,
        `${INDEX_PROBLEM}: source index 2 not found because there are only 2 sources`,
      ],
    );
  });

  workshop.it('tells of a deployment of the past by its id', async () => {
    const [id = ''] = first.status.sync.revisions ?? [];
    const known = await revision('metadata', id, '&sourceIndex=1&versionId=0');
    assert.equal(known.status, 200);
    const { status, json } = await revision('metadata', id, '&versionId=77');
    assert.deepEqual(
      [status, json.message],
      [
        500,
        `${INDEX_PROBLEM}: error getting source by version ID: revision history not found for version ID 77`,
      ],
    );
  });

  workshop.it(
    'neither a chart nor an OCI image is to be had of Git: 500, code 2',
    async () => {
      const chart = await revision('chartdetails', '1.0.0');
      assert.deepEqual(
        [chart.status, chart.json.code, chart.json.message],
        [500, 2, `no chart found for application: ${key.name}`],
      );
      const oci = await revision('ocimetadata', '1.0.0');
      assert.deepEqual([oci.status, oci.json.code], [500, 2]);
      assert.match(oci.json.message, /oci client/);
    },
  );

  describe('one of them a chart', () => {
    const skip = isLocal
      ? false
      : 'the server cannot reach a chart repository on this machine';
    let charts: Awaited<ReturnType<typeof startChartRepository>>;

    before(async () => {
      if (!skip) charts = await startChartRepository();
    });
    after(() => charts?.stop());

    workshop.it(
      'has the chart’s version for a revision, within the range that is asked for',
      async () => {
        const source = [
          {
            repoURL: charts.url,
            chart: CHART,
            targetRevision: '1.2.x',
            helm: {
              releaseName: 'chart',
              valueFiles: [`$values/${workshop.project}/values/values.yaml`],
            },
          },
          {
            repoURL: workshop.repoURL,
            targetRevision: 'main',
            ref: 'values',
          },
        ];
        key = await workshop.make('gitops-contract-chart', { source });
        const { status } = await workshop.sync(key);
        assert.equal(status.sync.status, 'Synced');
        const [version, commit] = status.sync.revisions ?? [];
        assert.equal(version, CHART_VERSIONS[0]);
        assert.match(commit, SHA);
        assert.deepEqual(status.history[0].revisions, [version, commit]);
        const query = `&version=v1&kind=ConfigMap&resourceName=chart&namespace=${workshop.project}`;
        const { json } = await workshop.call<{ manifest: string }>(
          'GET',
          `${workshop.path(key, '/resource')}${query}`,
        );
        assert.deepEqual(JSON.parse(json.manifest).data, {
          version,
          key: 'from-git',
        });
      },
      skip,
    );

    workshop.it(
      'tells what the chart says of itself',
      async () => {
        for (const query of ['&sourceIndex=0', '&sourceIndex=0&versionId=0']) {
          const { status, json } = await revision(
            'chartdetails',
            CHART_VERSIONS[0],
            query,
          );
          assert.equal(status, 200);
          assert.deepEqual(json, {
            description: 'Proves what Argo CD tells of a chart',
            home: 'https://example.com/chart',
            maintainers: ['Ada <ada@example.com>', 'Bob'],
          });
        }
        const none = await revision('chartdetails', '1.0.0', '&sourceIndex=1');
        assert.equal(
          none.json.message,
          `no chart found for application: ${key.name}`,
        );
        const missing = await revision('chartdetails', '9.9.9');
        assert.deepEqual([missing.status, missing.json.code], [500, 2]);
      },
      skip,
    );
  });

  workshop.it(
    'an Application whose sources cannot be read is Unknown, Healthy, and says why',
    async () => {
      const broken = workshop.manifest('gitops-contract-broken', {
        source: 'no/such/folder',
      });
      const refused = await workshop.call('POST', '/api/v1/applications', {
        body: broken,
      });
      assert.deepEqual([refused.status, refused.json.code], [400, 3]);
      assert.match(refused.json.message, /app path does not exist/);
      key = await workshop.make(
        'gitops-contract-broken',
        { source: 'no/such/folder' },
        '?validate=false',
      );
      const { status } = await workshop.get(key, 'normal');
      assert.deepEqual(
        [status.sync.status, status.health.status],
        ['Unknown', 'Healthy'],
      );
      const [condition] = status.conditions ?? [];
      assert.equal(condition.type, 'ComparisonError');
      assert.match(condition.message, /app path does not exist/);
      const managed = await workshop.call(
        'GET',
        workshop.path(key, '/managed-resources'),
      );
      assert.deepEqual([managed.status, managed.json], [200, {}]);
      const found = await workshop.sync(key);
      const { phase, message } = found.status.operationState;
      assert.equal(phase, 'Error');
      assert.match(message, /^ComparisonError: /);
    },
  );
});
