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

import { json, serve } from '../upstream/__testUtils__/serve';
import { clientFor, key } from './__testUtils__/clientFor';
import type { ArgoCdClient } from './ArgoCdClient';

type Call = (client: ArgoCdClient) => Promise<unknown>;
const of = 'appNamespace=argocd&project=team-a';
const here = '/api/v1/applications/web-dev';

/** What a client makes of an answer, and what it asked for it. */
async function ask(call: Call, answer: unknown) {
  const { url, requests } = await serve(json(200, answer));
  const result = await call(clientFor(url));
  return { result, paths: requests.map(request => request.url) };
}

describe('getOperation', () => {
  const getOperation: Call = client => client.getOperation(key);
  const sync = {
    initiatedBy: { username: 'backstage' },
    info: [
      { name: 'Reason', value: 'because' },
      { name: 'requested-by', value: 'user:default/jane' },
    ],
    sync: { dryRun: true, revision: 'b0208ba' },
  };
  const ended = {
    phase: 'Failed',
    message: 'one or more synchronization tasks completed unsuccessfully',
    startedAt: '2026-11-21T02:30:16Z',
    finishedAt: '2026-11-21T02:30:26Z',
    retryCount: 2,
    operation: sync,
    syncResult: {
      revision: 'b0208ba',
      resources: [
        {
          group: '',
          version: 'v1',
          kind: 'Namespace',
          namespace: '',
          name: 'team-a-dev',
          status: 'Synced',
          message: 'namespace/team-a-dev created',
          hookPhase: 'Running',
          syncPhase: 'PreSync',
        },
        { odd: true },
        {
          group: 'batch',
          version: 'v1',
          kind: 'Job',
          namespace: 'team-a-dev',
          name: 'migrate',
          message: 'x'.repeat(3000),
          hookType: 'PreSync',
          hookPhase: 'Failed',
          syncPhase: 'PreSync',
        },
      ],
    },
  };
  const read = {
    phase: 'Failed',
    message: ended.message,
    startedAt: ended.startedAt,
    finishedAt: ended.finishedAt,
    initiatedBy: 'backstage',
    requestedBy: 'user:default/jane',
    dryRun: true,
    revisions: ['b0208ba'],
    retryCount: 2,
    resources: [
      {
        group: '',
        version: 'v1',
        kind: 'Namespace',
        name: 'team-a-dev',
        status: 'Synced',
        message: 'namespace/team-a-dev created',
        hookPhase: 'Running',
        syncPhase: 'PreSync',
      },
      {
        group: 'batch',
        version: 'v1',
        kind: 'Job',
        namespace: 'team-a-dev',
        name: 'migrate',
        message: `${'x'.repeat(1999)}…`,
        hookType: 'PreSync',
        hookPhase: 'Failed',
        syncPhase: 'PreSync',
      },
    ],
  };
  const waiting = {
    phase: 'Running',
    initiatedBy: 'backstage',
    requestedBy: 'user:default/jane',
    dryRun: true,
    revisions: [],
    retryCount: 0,
    resources: [],
  };

  it.each<[string, object, object | undefined]>([
    ['nothing yet', { metadata: {}, status: null }, undefined],
    ['one that has ended', { status: { operationState: ended } }, read],
    [
      'one that runs',
      {
        operation: sync,
        status: { operationState: { ...ended, phase: 'Running' } },
      },
      { ...read, phase: 'Running' },
    ],
    [
      'one that is asked for beside one that has ended',
      { operation: sync, status: { operationState: ended } },
      waiting,
    ],
    ['the first that is asked for', { operation: sync }, waiting],
    [
      'a phase that this version does not know',
      { status: { operationState: { phase: 'Paused' } } },
      undefined,
    ],
  ])('reads %s', async (_name, answer, expected) => {
    await expect(ask(getOperation, answer)).resolves.toEqual({
      result: expected,
      paths: [`${here}?${of}`],
    });
  });
});

describe('listEvents', () => {
  const involvedObject = {
    kind: 'Pod',
    namespace: 'team-a-dev',
    name: 'web-5d',
    uid: 'u1',
  };
  const event = (fields: object) => ({
    metadata: { creationTimestamp: '2026-11-21T02:30:04Z' },
    involvedObject,
    reason: 'BackOff',
    message: 'Back-off restarting failed container',
    type: 'Warning',
    ...fields,
  });
  const object = { kind: 'Pod', namespace: 'team-a-dev', name: 'web-5d' };

  it('reads both kinds, the newest first', async () => {
    const call: Call = client =>
      client.listEvents(key, { uid: 'u1', namespace: 'n', name: 'web-5d' });
    await expect(
      ask(call, {
        items: [
          event({
            count: 7,
            firstTimestamp: '2026-11-21T02:31:00Z',
            lastTimestamp: '2026-11-21T02:40:00Z',
            eventTime: null,
          }),
          'odd',
          event({
            type: 'Normal',
            message: 'm'.repeat(2000),
            eventTime: '2026-11-21T02:39:00.123456Z',
            firstTimestamp: null,
            lastTimestamp: null,
            series: { count: 3, lastObservedTime: '2026-11-21T02:41:00.5Z' },
            involvedObject: { kind: 'Node', namespace: '', name: 'node-1' },
          }),
          event({ type: 'Odd' }),
        ],
      }),
    ).resolves.toEqual({
      result: [
        {
          type: 'Normal',
          reason: 'BackOff',
          message: `${'m'.repeat(999)}…`,
          count: 3,
          firstAt: '2026-11-21T02:39:00.123456Z',
          lastAt: '2026-11-21T02:41:00.5Z',
          object: { kind: 'Node', name: 'node-1' },
        },
        {
          type: 'Warning',
          reason: 'BackOff',
          message: 'Back-off restarting failed container',
          count: 7,
          firstAt: '2026-11-21T02:31:00Z',
          lastAt: '2026-11-21T02:40:00Z',
          object,
        },
        {
          type: 'Normal',
          reason: 'BackOff',
          message: 'Back-off restarting failed container',
          count: 1,
          firstAt: '2026-11-21T02:30:04Z',
          lastAt: '2026-11-21T02:30:04Z',
          object,
        },
      ],
      paths: [
        `${here}/events?${of}&resourceUID=u1&resourceNamespace=n&resourceName=web-5d`,
      ],
    });
  });

  it('keeps the 200 newest of the Application', async () => {
    const items = Array.from({ length: 250 }, (_, second) =>
      event({
        lastTimestamp: new Date(Date.UTC(2026, 0, 1) + second * 1000),
        message: `${second}`,
      }),
    );
    const { result, paths } = await ask(client => client.listEvents(key), {
      items,
    });
    const messages = (result as { message: string }[]).map(one => one.message);
    expect(messages).toHaveLength(200);
    expect([messages[0], messages.at(-1)]).toEqual(['249', '50']);
    expect(paths).toEqual([`${here}/events?${of}`]);
  });

  it('takes null for none', async () => {
    await expect(
      ask(client => client.listEvents(key), { items: null }),
    ).resolves.toMatchObject({ result: [] });
  });
});

describe('listResourceStates', () => {
  const states: Call = client => client.listResourceStates(key);
  const deployment = (replicas: number) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: { replicas },
  });

  it('parses the manifests inside', async () => {
    await expect(
      ask(states, {
        items: [
          {
            group: 'apps',
            kind: 'Deployment',
            namespace: 'dev',
            name: 'web',
            targetState: JSON.stringify(deployment(3)),
            liveState: JSON.stringify(deployment(2)),
            normalizedLiveState: JSON.stringify(deployment(1)),
            predictedLiveState: JSON.stringify(deployment(4)),
          },
          {
            kind: 'ConfigMap',
            namespace: '',
            name: 'gone',
            hook: true,
            targetState: 'null',
            liveState: JSON.stringify({ apiVersion: 'v1' }),
            normalizedLiveState: '{"cut',
            predictedLiveState: '[]',
          },
          { kind: 'Nothing', name: 'at-all' },
          { name: 'odd' },
        ],
      }),
    ).resolves.toEqual({
      result: [
        {
          group: 'apps',
          version: 'v1',
          kind: 'Deployment',
          namespace: 'dev',
          name: 'web',
          hook: false,
          target: deployment(3),
          live: deployment(2),
          normalizedLive: deployment(1),
          predictedLive: deployment(4),
        },
        {
          group: '',
          version: 'v1',
          kind: 'ConfigMap',
          name: 'gone',
          hook: true,
          live: { apiVersion: 'v1' },
        },
        {
          group: '',
          version: '',
          kind: 'Nothing',
          name: 'at-all',
          hook: false,
        },
      ],
      paths: [`${here}/managed-resources?${of}`],
    });
  });

  it('takes the answer of an Application that cannot be compared for none', async () => {
    await expect(ask(states, {})).resolves.toMatchObject({ result: [] });
  });
});

describe('getResource', () => {
  const getResource: Call = client =>
    client.getResource(key, {
      group: 'apps',
      version: 'v1',
      kind: 'Deployment',
      namespace: 'dev',
      name: 'web',
    });

  it('parses the manifest', async () => {
    await expect(
      ask(getResource, { manifest: '{"kind":"Deployment"}' }),
    ).resolves.toEqual({
      result: { kind: 'Deployment' },
      paths: [
        `${here}/resource?${of}&group=apps&version=v1&kind=Deployment&namespace=dev&resourceName=web`,
      ],
    });
  });

  it.each([[{}], [{ manifest: 'null' }], [{ manifest: '{' }]])(
    'explains %j',
    async answer => {
      await expect(ask(getResource, answer)).rejects.toMatchObject({
        failure: 'malformed',
      });
    },
  );
});

describe('revisions', () => {
  it.each<[string, Call, string, object, object]>([
    [
      'a chart',
      client => client.getChartDetails(key, '1.2.3', { sourceIndex: 0 }),
      `/revisions/1.2.3/chartdetails?${of}&sourceIndex=0`,
      {
        description: 'A web server',
        home: 'https://example.com',
        maintainers: ['Me <me@example.com>'],
      },
      {
        description: 'A web server',
        home: 'https://example.com',
        maintainers: ['Me <me@example.com>'],
      },
    ],
    [
      'a chart that says nothing',
      client => client.getChartDetails(key, '1.2.3'),
      `/revisions/1.2.3/chartdetails?${of}`,
      {},
      { maintainers: [] },
    ],
    [
      'an OCI image',
      client =>
        client.getOciMetadata(key, 'sha256:1', {
          sourceIndex: 1,
          versionId: 7,
        }),
      `/revisions/sha256%3A1/ocimetadata?${of}&sourceIndex=1&versionId=7`,
      {
        createdAt: '2026-11-21T02:30:04Z',
        authors: 'Me',
        version: '1.2.3',
        description: 'Manifests',
        sourceUrl: 'https://example.com',
        docsUrl: 7,
      },
      {
        createdAt: '2026-11-21T02:30:04Z',
        authors: 'Me',
        version: '1.2.3',
        description: 'Manifests',
        sourceUrl: 'https://example.com',
      },
    ],
  ])('reads %s', async (_name, call, path, answer, result) => {
    await expect(ask(call, answer)).resolves.toEqual({
      result,
      paths: [`${here}${path}`],
    });
  });
});

it('lists clusters without how Argo CD authenticates there', async () => {
  await expect(
    ask(client => client.listClusters(), {
      items: [
        {
          name: 'in-cluster',
          server: 'https://kubernetes.default.svc',
          config: { bearerToken: 'secret' },
        },
        {},
      ],
    }),
  ).resolves.toEqual({
    result: [{ name: 'in-cluster', server: 'https://kubernetes.default.svc' }],
    paths: ['/api/v1/clusters'],
  });
});
