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
import type {
  ArgoApplicationKey,
  ArgoCdClient,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { failureOf, refused } from './failureOf';
import { configMap, deployment, hookOf, pausePod, secret } from './manifests';
import { ourClient } from './ourClient';
import { until } from './stream';
import { target } from './target';
import { Workshop } from './Workshop';

const workshop = new Workshop('client', {
  'all/a.yaml': configMap('a'),
  'all/b.yaml': configMap('b'),
  'all/secret.yaml': secret('secret', 'canary-77e2'),
  'all/web.yaml': deployment('web'),
  'slow/a.yaml': configMap('slow'),
  'slow/hook.yaml': hookOf(pausePod('waits')),
});

describe('our client, in operations', () => {
  let client: ArgoCdClient;
  let key: ArgoApplicationKey;

  before(async () => {
    await workshop.open();
    client = ourClient({
      type: 'token',
      token: workshop.token || target.token,
    });
  });
  after(async () => {
    await client.close();
    await workshop.close();
  });

  /** The operation, as soon as it has ended. */
  const ended = async (of: ArgoApplicationKey = key) =>
    until('the end of the operation', async () => {
      const operation = await client.getOperation(of);
      return operation?.finishedAt && operation;
    });

  const resultsOf = ({
    resources,
  }: {
    resources: { kind: string; name: string; status?: string }[];
  }) => resources.map(one => `${one.kind}/${one.name} ${one.status}`).sort();

  workshop.it(
    'an Application that was never synced has no operation',
    async () => {
      key = await workshop.make('gitops-contract-client', { source: 'all' });
      assert.equal(await client.getOperation(key), undefined);
    },
  );

  workshop.it('tries a sync, and says for whom', async () => {
    await client.sync(key, {
      dryRun: true,
      infos: [{ name: 'requested-by', value: 'user:default/contract' }],
    });
    const operation = await ended();
    assert.deepEqual(
      [operation.phase, operation.dryRun, operation.requestedBy],
      ['Succeeded', true, 'user:default/contract'],
    );
    assert.ok(operation.initiatedBy);
    assert.ok(
      operation.resources.every(({ message }) => /dry run/.test(message ?? '')),
    );
    assert.equal((await client.getApplication(key)).health, 'Missing');
  });

  workshop.it('syncs what is chosen, and then all', async () => {
    await client.sync(key, {
      resources: [
        {
          group: '',
          kind: 'ConfigMap',
          name: 'a',
          namespace: workshop.project,
        },
      ],
    });
    const partial = await ended();
    assert.ok(resultsOf(partial).includes('ConfigMap/a Synced'));
    assert.ok(!resultsOf(partial).includes('ConfigMap/b Synced'));
    await client.sync(key, { force: true });
    const all = await ended();
    assert.equal(all.revisions.length, 1);
    for (const one of ['ConfigMap/b', 'Secret/secret', 'Deployment/web']) {
      assert.ok(resultsOf(all).includes(`${one} Synced`), one);
    }
    await until('a Healthy Application', async () => {
      await client.refresh(key, 'normal');
      const { sync, health } = await client.getApplication(key);
      return sync === 'Synced' && health === 'Healthy';
    });
  });

  workshop.it('prunes what Git no longer has', async () => {
    workshop.push({ 'all/b.yaml': undefined });
    await client.refresh(key, 'hard');
    await client.sync(key, { prune: true });
    assert.ok(resultsOf(await ended()).includes('ConfigMap/b Pruned'));
  });

  workshop.it(
    'ends an operation that runs, and is refused where none does',
    async () => {
      const slow = await workshop.make('gitops-contract-client-slow', {
        source: 'slow',
      });
      await client.sync(slow, {});
      assert.deepEqual(
        await failureOf(() => client.sync(slow, {})),
        refused('rejected', 400, 9),
      );
      await until('a running operation', async () => {
        const operation = await client.getOperation(slow);
        return operation?.phase === 'Running' && operation.startedAt;
      });
      await client.terminate(slow);
      const { phase, message } = await ended(slow);
      assert.deepEqual([phase, message], ['Failed', 'Operation terminated']);
      assert.deepEqual(
        await failureOf(() => client.terminate(slow)),
        refused('rejected', 400, 3),
      );
    },
  );

  workshop.it('is told what a role may not', async () => {
    const token = await workshop.roleToken('reader');
    const reader = ourClient({ type: 'token', token });
    try {
      assert.equal((await reader.getApplication(key)).name, key.name);
      for (const call of [
        () => reader.sync(key, {}),
        () => reader.terminate(key),
      ]) {
        assert.deepEqual(await failureOf(call), refused('forbidden', 403, 7));
      }
      const logs = await failureOf(() =>
        reader.readLogs(key, { namespace: 'x', pod: 'y', tailLines: 1 }),
      );
      assert.deepEqual([logs?.failure, logs?.status], ['forbidden', 403]);
      const { names } = await reader.listNames();
      assert.ok(
        names.length > 0 &&
          names.every(({ name }) => name.startsWith('gitops-contract-client')),
      );
      assert.deepEqual(await reader.listClusters(), []);
      assert.deepEqual(await reader.listApplicationSets(), []);
    } finally {
      await reader.close();
    }
  });

  workshop.it(
    'reads the sync windows, with what only the project knows',
    async () => {
      const window = {
        kind: 'deny' as const,
        schedule: '* * * * *',
        duration: '1h',
        applications: ['gitops-contract-*'],
        timeZone: 'Europe/Berlin',
        description: 'The contract suite looks at it',
      };
      await workshop.setWindows(window);
      try {
        const { canSync, active, assigned } = await until(
          'the window',
          async () => {
            const found = await client.getSyncWindows(key);
            return !found.canSync && found;
          },
        );
        assert.equal(canSync, false);
        assert.deepEqual(active, assigned);
        assert.deepEqual(
          { ...assigned[0] },
          { ...window, manualSync: false, namespaces: [], clusters: [] },
        );
        assert.deepEqual(
          await failureOf(() => client.sync(key, {})),
          refused('forbidden', 403, 7),
        );
      } finally {
        await workshop.setWindows();
      }
    },
  );

  workshop.it('reads resources, events, states and logs', async () => {
    const pod = await until('a pod', async () => {
      const tree = await client.getResourceTree(key);
      return tree.find(
        ({ kind, health }) => kind === 'Pod' && health === 'Healthy',
      );
    });
    const live = await client.getResource(key, {
      group: '',
      version: 'v1',
      kind: 'Pod',
      namespace: pod.namespace,
      name: pod.name,
    });
    assert.equal(Object(live.metadata).uid, pod.uid);
    assert.deepEqual(
      await failureOf(() =>
        client.getResource(key, {
          group: '',
          version: 'v1',
          kind: 'Pod',
          namespace: 'x',
          name: 'nosuch',
        }),
      ),
      refused('rejected', 400, 3),
    );
    const own = await client.listEvents(key);
    assert.ok(own.some(({ reason }) => reason === 'OperationCompleted'));
    const { uid, namespace, name } = pod;
    const events = await client.listEvents(key, { uid, namespace, name });
    assert.ok(events.some(({ reason }) => reason === 'Scheduled'));
    const states = await client.listResourceStates(key);
    assert.deepEqual(states.map(({ kind }) => kind).sort(), [
      'ConfigMap',
      'Deployment',
      'Secret',
    ]);
    assert.ok(!JSON.stringify(states).includes('canary-77e2'));
    const lines = await client.readLogs(key, {
      namespace: pod.namespace ?? '',
      pod: pod.name,
      container: 'web',
      tailLines: 10,
    });
    assert.ok(lines.every(({ text }) => typeof text === 'string'));
  });

  workshop.it('reads sources, clusters and ApplicationSets', async () => {
    const { sources, syncPolicy } = await client.getSources(key);
    assert.equal(sources[0].path, `${workshop.project}/all`);
    assert.deepEqual(syncPolicy.syncOptions, ['CreateNamespace=true']);
    assert.equal(syncPolicy.automated, undefined);
    const clusters = await client.listClusters();
    assert.ok(clusters.some(({ name }) => name === 'in-cluster'));
    assert.ok(Array.isArray(await client.listApplicationSets()));
    assert.deepEqual(
      await failureOf(() => client.getChartDetails(key, '1.0.0')),
      refused('server-error', 500, 2),
    );
    assert.deepEqual(
      await failureOf(() => client.getOciMetadata(key, '1.0.0')),
      refused('server-error', 500, 2),
    );
  });
});
