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

import { ArgoCdServer, type AnyJson } from '../__testUtils__/ArgoCdServer';
import { startChartRepository } from '../__testUtils__/chartRepository';
import { GitSandbox } from '../__testUtils__/GitSandbox';
import {
  PLATFORM,
  PLATFORM_TREE,
  webApplication,
  webValues,
} from '../__testUtils__/platformTree';
import type { Application, KubernetesObject } from '../types';

jest.setTimeout(60_000);

const rollout = (tag: string) => `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web }
spec:
  replicas: 4
  strategy:
    canary:
      steps:
        - setWeight: 25
        - analysis: { templates: [{ templateName: success-rate }] }
        - pause: {}
  template:
    spec: { containers: [{ name: web, image: "acme/web:${tag}" }] }
`;

const configMap = (name: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n`;

const hook = (tag: string) => `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  annotations: { argocd.argoproj.io/hook: PreSync }
spec: { template: { spec: { containers: [{ name: m, image: "acme/m:${tag}" }] } } }
`;

const manual = (name: string, source: unknown) =>
  JSON.stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd' },
    spec: {
      project: 'default',
      source,
      destination: { name: 'in-cluster', namespace: `${name}-dev` },
    },
  });

describe('what is live', () => {
  let git: GitSandbox;
  let argocd: ArgoCdServer;

  const commit = async (files: Record<string, string | undefined>) =>
    git.commit('acme/gitops-platform', files);

  const get = async (path: string) =>
    argocd.call(`/api/v1/applications/${path}`);

  const nodes = async (name: string): Promise<AnyJson[]> => {
    const { text } = await get(`${name}/resource-tree`);
    return JSON.parse(text).nodes;
  };

  const resource = async (name: string, node: AnyJson) => {
    const query = new URLSearchParams({
      namespace: String(node.namespace),
      resourceName: String(node.name),
      version: String(node.version),
      group: String(node.group ?? ''),
      kind: String(node.kind),
    });
    const { status, json } = await get(`${name}/resource?${query}`);
    expect(status).toBe(200);
    const manifest: KubernetesObject & AnyJson = JSON.parse(
      String(json.manifest),
    );
    return manifest;
  };

  const sync = async (name: string, body: unknown): Promise<Application> => {
    await argocd.call(`/api/v1/applications/${name}/sync`, {
      method: 'POST',
      body,
    });
    return argocd.until(
      name,
      ({ operation, status }) =>
        !operation && Boolean(status.operationState?.finishedAt),
    );
  };

  const results = ({ status }: Application) =>
    (status.operationState?.syncResult?.resources ?? []).map(
      ({ kind, name, status: code, message, hookPhase }) => [
        `${kind}/${name}`,
        code,
        message,
        hookPhase,
      ],
    );

  beforeAll(async () => {
    git = await GitSandbox.create();
    await commit({
      ...PLATFORM_TREE,
      'bootstrap/apps/plain.yaml': manual('plain', {
        repoURL: PLATFORM,
        path: 'plain',
        targetRevision: 'main',
      }),
      'bootstrap/apps/canary.yaml': manual('canary', {
        repoURL: PLATFORM,
        path: 'canary',
        targetRevision: 'main',
      }),
      'plain/a.yaml': configMap('a'),
      'plain/b.yaml': configMap('b'),
      'plain/hook.yaml': hook('1'),
      'canary/rollout.yaml': rollout('1'),
      'applications/dev/cart/application.yaml': webApplication('cart'),
      'applications/dev/cart/values.yaml': webValues('1'),
      'applications/dev/sick/application.yaml': webApplication('sick'),
      'applications/dev/sick/values.yaml': webValues('broken-1'),
    });
    argocd = await ArgoCdServer.start(git);
    await argocd.untilHealthy('cart-dev');
  });

  afterAll(async () => {
    await argocd.stop();
    await git.dispose();
  });

  it('shows the manifest of whatever is in the tree', async () => {
    for (const node of await nodes('cart-dev')) {
      const manifest = await resource('cart-dev', node);
      expect(manifest).toMatchObject({
        kind: node.kind,
        metadata: { name: node.name, uid: node.uid },
      });
    }
    const [pod] = (await nodes('cart-dev')).filter(
      ({ kind }) => String(kind) === 'Pod',
    );
    expect(await resource('cart-dev', pod)).toMatchObject({
      apiVersion: 'v1',
      spec: { containers: [{ name: 'web', image: 'ghcr.io/acme/web:1' }] },
      status: { phase: 'Running' },
      metadata: { ownerReferences: [{ kind: 'ReplicaSet' }] },
    });
    const missing = await get(
      'cart-dev/resource?group=apps&kind=Deployment&resourceName=x&namespace=y',
    );
    expect([missing.status, missing.json.message]).toEqual([
      400,
      'Deployment apps x not found as part of application cart-dev',
    ]);
  });

  it('masks secrets', async () => {
    const [secret] = (await nodes('cart-dev')).filter(
      ({ kind }) => String(kind) === 'Secret',
    );
    expect((await resource('cart-dev', secret)).data).toEqual({
      value: '++++++++',
    });
  });

  it('tells why a pod does not start: by its events, and in place of its log', async () => {
    await argocd.until(
      'sick-dev',
      ({ status }) => status.health.status === 'Degraded',
    );
    const [pod] = (await nodes('sick-dev')).filter(
      ({ kind }) => String(kind) === 'Pod',
    );
    const query = `resourceUID=${pod.uid}&resourceName=${pod.name}&resourceNamespace=${pod.namespace}`;
    const events = await get(`sick-dev/events?${query}`);
    expect(JSON.parse(events.text).items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'Warning',
          reason: 'BackOff',
          involvedObject: expect.objectContaining({ uid: pod.uid }),
        }),
      ]),
    );
    const log = await get(
      `sick-dev/logs?podName=${pod.name}&namespace=${pod.namespace}`,
    );
    expect(log.text).toContain('trying and failing to pull image');
    const other = await get('sick-dev/events?resourceUID=x&resourceName=y');
    expect([other.status, other.json.message]).toEqual([
      400,
      'y not found as part of application sick-dev',
    ]);
  });

  it('has logs, an entry a line, and the last one says so', async () => {
    const [pod] = (await nodes('cart-dev')).filter(
      ({ kind }) => String(kind) === 'Pod',
    );
    const at = `cart-dev/logs?podName=${pod.name}&namespace=${pod.namespace}`;
    const lines = async (query: string) => {
      const { text, status } = await get(`${at}${query}`);
      expect(status).toBe(200);
      return text
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line).result);
    };
    const all = await lines('&container=web');
    expect(all.at(-1)).toMatchObject({ last: true, content: '' });
    expect(all[0]).toMatchObject({
      last: false,
      podName: pod.name,
      content: expect.stringContaining('"status":200'),
      timeStampStr: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(await lines('&tailLines=1')).toHaveLength(2);
    const [previous] = await lines('&previous=true');
    expect(previous).toMatchObject({
      content: `previous terminated container "web" in pod "${pod.name}" not found`,
      timeStamp: null,
    });
    expect((await lines('&container=nosuch'))[0].content).toContain(
      'container nosuch is not valid',
    );
    expect((await get('cart-dev/logs?podName=nosuch')).text).toBe('');
    const refused = await argocd.call(`/api/v1/applications/${at}`, {
      token: 'bad',
    });
    expect([refused.status, refused.json]).toEqual([
      401,
      {
        error: {
          grpc_code: 16,
          http_code: 401,
          message: 'no session information',
          http_status: 'Unauthorized',
        },
      },
    ]);
    expect((await get(`${at}&follow=true`)).status).toBe(501);
  });

  it('runs hooks where the whole is synced, and leaves them out else', async () => {
    const migrate = ['Job/migrate', 'Synced', 'migrate created', 'Succeeded'];
    const dry = await sync('plain', { dryRun: true, infos: [] });
    expect(results(dry)).toEqual([
      [
        'Job/migrate',
        'Synced',
        'job.batch/migrate created (dry run)',
        'Succeeded',
      ],
      ['ConfigMap/a', 'Synced', 'configmap/a created (dry run)', 'Succeeded'],
      ['ConfigMap/b', 'Synced', 'configmap/b created (dry run)', 'Succeeded'],
    ]);
    expect(dry.status.history).toBeUndefined();
    const partial = await sync('plain', {
      resources: [{ group: '', kind: 'ConfigMap', name: 'a' }],
      strategy: { hook: { force: false } },
    });
    expect(partial.status.operationState?.operation.sync).toMatchObject({
      resources: [{ kind: 'ConfigMap', name: 'a' }],
      syncStrategy: { hook: {} },
    });
    expect(results(partial).map(([one]) => one)).toEqual(['ConfigMap/a']);
    expect(partial.status.history).toBeUndefined();
    const infos = [{ name: 'Reason', value: 'test' }];
    const whole = await sync('plain', {
      infos,
      strategy: { hook: { force: true } },
    });
    expect(whole.status.operationState?.operation).toMatchObject({
      info: infos,
      sync: { syncStrategy: { hook: { force: true } } },
      initiatedBy: { username: 'backstage' },
    });
    expect(results(whole)[0]).toEqual(migrate);
    expect(whole.status.history).toHaveLength(1);
    const settled = await argocd.untilHealthy('plain');
    expect(settled.status.resources?.at(-1)).toMatchObject({
      kind: 'Job',
      hook: true,
      requiresPruning: true,
    });
    const nothing = await sync('plain', {
      resources: [{ kind: 'ConfigMap', name: 'nosuch' }],
    });
    expect(nothing.status.operationState?.message).toBe(
      'successfully synced (no more tasks)',
    );
  });

  it('prunes only where it is asked to, and says so', async () => {
    await commit({ 'plain/b.yaml': undefined });
    const kept = await sync('plain', {});
    expect(results(kept)).toContainEqual([
      'ConfigMap/b',
      'PruneSkipped',
      'ignored (requires pruning)',
      'Succeeded',
    ]);
    const dry = await sync('plain', { prune: true, dryRun: true });
    expect(results(dry)).toContainEqual([
      'ConfigMap/b',
      'Pruned',
      'pruned (dry run)',
      'Succeeded',
    ]);
    expect((await nodes('plain')).map(({ name }) => name)).toContain('b');
    const apply = { apply: { force: true } };
    const pruned = await sync('plain', { prune: true, strategy: apply });
    expect(results(pruned).map(([one]) => one)).toEqual([
      'ConfigMap/a',
      'ConfigMap/b',
    ]);
    await argocd.untilHealthy('plain');
    expect((await nodes('plain')).map(({ name }) => name)).not.toContain('b');
  });

  it('stops at a hook that fails', async () => {
    await commit({
      'plain/hook.yaml': hook('broken'),
      'plain/c.yaml': configMap('c'),
    });
    const failed = await sync('plain', {});
    expect(failed.status.operationState).toMatchObject({
      phase: 'Failed',
      message: 'one or more synchronization tasks completed unsuccessfully',
    });
    expect(results(failed)).toEqual([
      [
        'Job/migrate',
        'Synced',
        'Job has reached the specified backoff limit',
        'Failed',
      ],
    ]);
    const c = (await nodes('plain')).find(({ name }) => String(name) === 'c');
    expect(c?.health).toEqual({ status: 'Missing' });
    await commit({ 'plain/hook.yaml': undefined, 'plain/c.yaml': undefined });
  });

  it('takes a Rollout to its pause, and on when somebody says so', async () => {
    await sync('canary', {});
    await argocd.untilHealthy('canary');
    await commit({ 'canary/rollout.yaml': rollout('2') });
    await sync('canary', {});
    await argocd.until(
      'canary',
      ({ status }) => status.health.status === 'Suspended',
    );
    const tree = await nodes('canary');
    const kinds = tree.map(({ kind }) => String(kind)).sort();
    expect(new Set(kinds)).toEqual(
      new Set(['AnalysisRun', 'Pod', 'ReplicaSet', 'Rollout']),
    );
    const byKind = (kind: string) => {
      const found = tree.find(one => String(one.kind) === kind);
      return found ?? {};
    };
    expect(await resource('canary', byKind('Rollout'))).toMatchObject({
      metadata: { annotations: { 'rollout.argoproj.io/revision': '2' } },
      spec: { strategy: { canary: { steps: [{ setWeight: 25 }, {}, {}] } } },
      status: {
        phase: 'Paused',
        currentStepIndex: 2,
        pauseConditions: [{ reason: 'CanaryPauseStep' }],
      },
    });
    expect(await resource('canary', byKind('AnalysisRun'))).toMatchObject({
      apiVersion: 'argoproj.io/v1alpha1',
      status: {
        phase: 'Successful',
        metricResults: [{ name: 'success-rate', phase: 'Successful' }],
      },
    });
    const path = '/_sandbox/rollouts/canary-dev/web/resume';
    const resume = { method: 'POST', token: null, body: {} };
    expect((await argocd.call(path, resume)).status).toBe(204);
    await argocd.untilHealthy('canary');
    expect((await argocd.call(path, resume)).status).toBe(404);
  });

  it('deploys a chart of a repository on this machine, with values from Git', async () => {
    const charts = await startChartRepository('hello', ['1.2.0', '1.3.0']);
    try {
      await commit({
        'values.yaml': 'greeting: from Git\n',
        'bootstrap/apps/chart.yaml': JSON.stringify({
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Application',
          metadata: { name: 'chart', namespace: 'argocd' },
          spec: {
            project: 'default',
            sources: [
              {
                repoURL: charts.url,
                chart: 'hello',
                targetRevision: '1.2.x',
                helm: { valueFiles: ['$values/values.yaml'] },
              },
              { repoURL: PLATFORM, targetRevision: 'main', ref: 'values' },
            ],
            destination: { name: 'in-cluster', namespace: 'chart-dev' },
          },
        }),
      });
      await argocd.until('chart', ({ status }) => Boolean(status.reconciledAt));
      const { status } = await sync('chart', {});
      expect(status.history?.[0].revisions).toEqual([
        '1.2.0',
        expect.stringMatching(/^[0-9a-f]{40}$/),
      ]);
      const [config] = await nodes('chart');
      expect((await resource('chart', config)).data).toEqual({
        version: '1.2.0',
        greeting: 'from Git',
      });
      const at = 'chart/revisions/1.2.0/chartdetails';
      expect((await get(`${at}?sourceIndex=0&versionId=0`)).json).toEqual({
        description: 'Says hello',
        home: 'https://example.com',
        maintainers: ['Ada <ada@example.com>', 'Bob'],
      });
      const problem =
        'error getting app source by source index and version ID: ';
      for (const [path, message] of [
        [`${at}?sourceIndex=1`, 'no chart found for application: chart'],
        [
          `${at}?sourceIndex=2`,
          `${problem}source index 2 not found because there are only 2 sources`,
        ],
        [
          `${at}?versionId=9`,
          `${problem}error getting source by version ID: revision history not found for version ID 9`,
        ],
        [
          'chart/revisions/9.9.9/chartdetails',
          'helm client error: error extracting chart: chart "hello" version "9.9.9" not found',
        ],
        [
          'cart-dev/revisions/1/ocimetadata',
          'invalid reference: invalid repository',
        ],
      ]) {
        const answer = await get(path);
        expect([answer.status, answer.json.code]).toEqual([500, 2]);
        expect(answer.json.message).toContain(message);
      }
    } finally {
      await charts.stop();
    }
  });

  it('streams ApplicationSets that come and go', async () => {
    const set = {
      metadata: { name: 'pair' },
      spec: {
        goTemplate: true,
        generators: [{ list: { elements: [{ env: 'one' }, { env: 'two' }] } }],
        template: {
          metadata: { name: 'pair-{{.env}}' },
          spec: {
            project: 'default',
            source: {
              repoURL: PLATFORM,
              path: 'plain',
              targetRevision: 'main',
            },
            destination: { name: 'in-cluster', namespace: 'pair-{{.env}}' },
          },
        },
      },
    };
    const { json } = await argocd.call('/api/v1/session', {
      method: 'POST',
      body: { username: 'admin', password: 'sandbox' },
    });
    const token = String(json.token);
    const stream = await Promise.all([
      fetch(`${argocd.url}/api/v1/stream/applicationsets`, {
        headers: { Authorization: 'Bearer sandbox-token' },
      }),
      argocd.call('/api/v1/applicationsets', {
        method: 'POST',
        token,
        body: set,
      }),
    ]).then(([response]) => response);
    const listed = await argocd.call('/api/v1/applicationsets');
    expect(JSON.parse(listed.text).items).toMatchObject([
      { metadata: { name: 'pair' }, status: { resourcesCount: 2 } },
    ]);
    const child = await argocd.application('pair-one');
    expect(child.metadata.ownerReferences).toMatchObject([
      { kind: 'ApplicationSet', name: 'pair', controller: true },
    ]);
    await argocd.call('/api/v1/applicationsets/pair', {
      method: 'DELETE',
      token,
    });
    const types: string[] = [];
    let rest = '';
    for await (const chunk of stream.body ?? []) {
      const lines = (rest + Buffer.from(chunk).toString()).split('\n');
      rest = lines.pop() ?? '';
      types.push(...lines.map(line => JSON.parse(line).result.type));
      if (types.includes('DELETED')) {
        break;
      }
    }
    expect([types[0], types.at(-1)]).toEqual(['ADDED', 'DELETED']);
    await argocd.untilGone('pair-one');
  });
});
