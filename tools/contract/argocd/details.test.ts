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
import { after, before, describe, it } from 'node:test';
import type { ArgoApplicationKey } from '@gitops-platform/backstage-plugin-gitops-node';
import { configMap, deployment, secret } from './manifests';
import { until } from './stream';
import { call, type Failure } from './target';
import { Workshop } from './Workshop';

const CANARY = 'canary-4f1c';

const workshop = new Workshop('details', {
  'all/config.yaml': configMap('config'),
  'all/secret.yaml': secret('secret', CANARY),
  'all/web.yaml': deployment('web'),
});

type Node = {
  group?: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  uid: string;
  health?: { status: string };
};

type Event = {
  metadata: { creationTimestamp: string };
  involvedObject: { kind: string; name: string; uid: string };
  reason: string;
  message: string;
  type: string;
  count: number;
  firstTimestamp: string;
  lastTimestamp: string;
};

type Managed = {
  group?: string;
  kind: string;
  name: string;
  liveState: string;
  targetState: string;
  normalizedLiveState: string;
  predictedLiveState: string;
};

describe('what is behind an Application', () => {
  let key: ArgoApplicationKey;
  let nodes: Node[];

  before(async () => {
    await workshop.open();
  });
  after(async () => workshop.close());

  const get = async <T>(below: string, query = '', token?: string) =>
    workshop.call<T>('GET', `${workshop.path(key, below)}${query}`, { token });

  const node = (kind: string) => {
    const found = nodes.find(one => one.kind === kind);
    assert.ok(found, kind);
    return found;
  };

  workshop.it('a tree down to the pod', async () => {
    key = await workshop.make('gitops-contract-details', { source: 'all' });
    await workshop.sync(key);
    nodes = await until('a running pod', async () => {
      const { json } = await get<{ nodes: Node[] }>('/resource-tree');
      const pod = json.nodes.find(({ kind }) => kind === 'Pod');
      return pod?.health?.status === 'Healthy' && json.nodes;
    });
    for (const kind of ['ConfigMap', 'Secret', 'Deployment', 'ReplicaSet']) {
      node(kind);
    }
  });

  workshop.it('the manifest of every node of it', async () => {
    for (const one of nodes) {
      const query = new URLSearchParams({
        namespace: one.namespace ?? '',
        resourceName: one.name,
        version: one.version,
        group: one.group ?? '',
        kind: one.kind,
      });
      const { status, json } = await get<{ manifest: string }>(
        '/resource',
        `&${query}`,
      );
      assert.equal(status, 200, one.kind);
      const manifest = JSON.parse(json.manifest);
      assert.equal(manifest.kind, one.kind);
      assert.equal(manifest.metadata.name, one.name);
      assert.equal(manifest.metadata.uid, one.uid);
    }
  });

  workshop.it('no value of a Secret, whichever way one asks', async () => {
    const { namespace } = node('Secret');
    const answers = [
      await get(
        '/resource',
        `&namespace=${namespace}&resourceName=secret&version=v1&kind=Secret`,
      ),
      await get('/managed-resources'),
    ];
    for (const { status, text } of answers) {
      assert.equal(status, 200);
      assert.ok(text.includes('secret'));
      for (const value of [CANARY, Buffer.from(CANARY).toString('base64')]) {
        assert.ok(!text.includes(value));
      }
      assert.ok(text.includes('++++'), 'it is masked');
    }
  });

  workshop.it(
    'a resource that is not the Application’s is 400, code 3',
    async () => {
      const query =
        '&group=apps&kind=Deployment&version=v1&resourceName=nosuch&namespace=x';
      const { status, json } = await get<Failure>('/resource', query);
      assert.deepEqual([status, json.code], [400, 3]);
      assert.equal(
        json.message,
        `Deployment apps nosuch not found as part of application ${key.name}`,
      );
    },
  );

  workshop.it(
    'its resources as Git wants them and as the cluster has them',
    async () => {
      const { json } = await get<{ items: Managed[] }>('/managed-resources');
      assert.deepEqual(
        json.items.map(({ kind }) => kind).sort(),
        ['ConfigMap', 'Deployment', 'Secret'],
        'only what Git defines',
      );
      const found = await get<{ items: Managed[] }>(
        '/managed-resources',
        `&kind=Deployment&group=apps&name=web&namespace=${workshop.project}`,
      );
      const [web, ...others] = found.json.items;
      assert.deepEqual(others, []);
      const parsed = (text: string) => JSON.parse(text);
      assert.equal(parsed(web.liveState).status.readyReplicas, 1);
      assert.equal(parsed(web.targetState).metadata.uid, undefined);
      assert.equal(
        parsed(web.normalizedLiveState).metadata.uid,
        node('Deployment').uid,
      );
      assert.deepEqual(
        parsed(web.predictedLiveState).spec,
        parsed(web.normalizedLiveState).spec,
        'a sync would change nothing',
      );
      const none = await get('/managed-resources', '&kind=NoSuchKind');
      assert.deepEqual([none.status, none.json], [200, {}]);
    },
  );

  workshop.it(
    'a difference shows between what is and what a sync would make of it',
    async () => {
      workshop.push({
        'all/config.yaml': configMap('config').replace('value', 'other'),
      });
      await workshop.get(key, 'normal');
      const item = await until('the difference', async () => {
        const { json } = await get<{ items: Managed[] }>(
          '/managed-resources',
          '&kind=ConfigMap&name=config',
        );
        const [found] = json.items;
        return found.targetState.includes('"other"') && found;
      });
      assert.equal(JSON.parse(item.normalizedLiveState).data.key, 'value');
      assert.equal(JSON.parse(item.predictedLiveState).data.key, 'other');
      workshop.push({ 'all/gone.yaml': configMap('gone') });
      await workshop.get(key, 'normal');
      const missing = await until(
        'a resource that is not there yet',
        async () => {
          const { json } = await get<{ items: Managed[] }>(
            '/managed-resources',
            '&name=gone',
          );
          return json.items?.[0];
        },
      );
      assert.equal(missing.liveState, 'null');
    },
  );

  workshop.it('its own events, with who did what', async () => {
    const events = await until('the end of the sync', async () => {
      const { json } = await get<{ items: Event[] }>('/events');
      return (
        json.items.some(({ reason }) => reason === 'OperationCompleted') &&
        json.items
      );
    });
    const started = events.find(({ reason }) => reason === 'OperationStarted');
    assert.match(
      started?.message ?? '',
      /initiated sync to main \([0-9a-f]{40}\)$/,
    );
    for (const event of events) {
      assert.equal(event.involvedObject.kind, 'Application');
      assert.equal(event.involvedObject.name, key.name);
      assert.equal(event.type, 'Normal');
      assert.ok(event.count >= 1);
      for (const time of [event.firstTimestamp, event.lastTimestamp]) {
        assert.ok(!Number.isNaN(Date.parse(time)));
      }
    }
  });

  workshop.it('the events of one of its pods', async () => {
    const pod = node('Pod');
    const query = `&resourceUID=${pod.uid}&resourceNamespace=${pod.namespace}&resourceName=${pod.name}`;
    const { json } = await get<{ items: Event[] }>('/events', query);
    const scheduled = json.items.find(({ reason }) => reason === 'Scheduled');
    assert.match(scheduled?.message ?? '', new RegExp(pod.name));
    assert.ok(
      json.items.every(({ involvedObject }) => involvedObject.uid === pod.uid),
    );
  });

  workshop.it('no events of what is not its own: 400, code 3', async () => {
    const query = '&resourceUID=x&resourceNamespace=y&resourceName=nosuch';
    const { status, json } = await get<Failure>('/events', query);
    assert.deepEqual(
      [status, json.code, json.message],
      [400, 3, `nosuch not found as part of application ${key.name}`],
    );
  });

  describe('logs', () => {
    const lines = async (query: string, token?: string) => {
      const { status, text, type } = await get('/logs', query, token);
      assert.equal(status, 200, text);
      if (text) assert.match(type, /^application\/json/);
      return text
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line).result);
    };

    workshop.it(
      'are entries, one a line, of which the last one says so',
      async () => {
        const { name, namespace } = node('Pod');
        const token = await workshop.roleToken('syncer');
        const all = await lines(
          `&podName=${name}&namespace=${namespace}&container=web&tailLines=3`,
          token,
        );
        assert.ok(all.length >= 1 && all.length <= 4);
        for (const entry of all) {
          assert.equal(typeof entry.content, 'string');
          assert.equal(typeof entry.podName, 'string');
          assert.ok(!Number.isNaN(Date.parse(entry.timeStampStr)));
        }
        assert.deepEqual(
          all.map(({ last }) => last),
          all.map((_, index) => index === all.length - 1),
        );
      },
    );

    workshop.it(
      'of a container that never ran before have the reason in the place of a line',
      async () => {
        const { name, namespace } = node('Pod');
        const [first, last] = await lines(
          `&podName=${name}&namespace=${namespace}&previous=true`,
        );
        assert.equal(first.last, false);
        assert.ok(first.content);
        assert.equal(first.timeStampStr, '0001-01-01T00:00:00Z');
        assert.equal(last.last, true);
      },
    );

    workshop.it('of a pod that is not there are empty', async () => {
      assert.deepEqual(await lines('&podName=nosuch&namespace=nosuch'), []);
    });

    workshop.it(
      'need a permission of their own; the refusal is a stream’s',
      async () => {
        const token = await workshop.roleToken('reader');
        const { status, text } = await get('/logs', '&podName=x', token);
        assert.equal(status, 403);
        const { error } = JSON.parse(text);
        assert.deepEqual(
          [error.grpc_code, error.http_code, error.http_status],
          [7, 403, 'Forbidden'],
        );
        assert.match(
          error.message,
          new RegExp(`^permission denied: logs, get, ${workshop.project}/`),
        );
      },
    );
  });

  it('the clusters, by name and address', async () => {
    const { status, json } = await call<{
      items: { name: string; server: string }[] | null;
    }>('/api/v1/clusters');
    assert.equal(status, 200);
    for (const cluster of json.items ?? []) {
      assert.ok(cluster.name);
      assert.match(cluster.server, /^https?:\/\//);
    }
    assert.ok(json.items?.length, 'the account may get clusters');
  });
});
