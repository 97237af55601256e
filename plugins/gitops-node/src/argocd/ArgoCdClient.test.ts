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

import type { RequestListener } from 'node:http';
import { json, serve } from '../upstream/__testUtils__/serve';
import { application, clientFor, key } from './__testUtils__/clientFor';
import type { ArgoCdClient } from './ArgoCdClient';

describe('reading', () => {
  it.each<
    [
      string,
      (client: ArgoCdClient) => Promise<unknown>,
      string,
      unknown,
      unknown,
    ]
  >([
    [
      'version',
      client => client.version(),
      '/api/version',
      { Version: 'v3.5.7+unknown' },
      'v3.5.7+unknown',
    ],
    [
      'listNames',
      client => client.listNames(),
      '/api/v1/applications?fields=metadata.resourceVersion%2Citems.metadata.name%2Citems.metadata.namespace',
      {
        items: [{ metadata: { name: 'web-dev', namespace: 'argocd' } }],
        metadata: { resourceVersion: '563' },
      },
      {
        names: [{ name: 'web-dev', namespace: 'argocd' }],
        resourceVersion: '563',
      },
    ],
    [
      'listNames of an empty server',
      client => client.listNames(),
      '/api/v1/applications?fields=metadata.resourceVersion%2Citems.metadata.name%2Citems.metadata.namespace',
      { metadata: { resourceVersion: '563' }, items: null },
      { names: [], resourceVersion: '563' },
    ],
    [
      'listResourceVersion',
      client => client.listResourceVersion(),
      '/api/v1/applications?fields=metadata.resourceVersion',
      { items: [{}, {}], metadata: { resourceVersion: '563' } },
      '563',
    ],
    [
      'listApplications',
      client => client.listApplications(),
      expect.stringMatching(
        /^\/api\/v1\/applications\?fields=.*items\.status\.health/,
      ) as unknown as string,
      { items: [application], metadata: { resourceVersion: '1' } },
      {
        applications: [expect.objectContaining(key)],
        resourceVersion: '1',
      },
    ],
    [
      'getApplication',
      client => client.getApplication(key),
      '/api/v1/applications/web-dev?appNamespace=argocd&project=team-a',
      application,
      expect.objectContaining(key),
    ],
    [
      'getResourceTree',
      client => client.getResourceTree(key),
      '/api/v1/applications/web-dev/resource-tree?appNamespace=argocd&project=team-a',
      {
        nodes: [
          {
            version: 'v1',
            kind: 'Pod',
            namespace: 'team-a-dev',
            name: 'web-dev-5d',
            uid: 'c1',
            parentRefs: [{ kind: 'ReplicaSet', uid: 'ad' }],
            info: [{ name: 'Containers', value: '1/1' }, { name: 'odd' }],
            images: ['web:1'],
            health: { status: 'Healthy' },
            createdAt: '2026-11-21T02:30:06Z',
          },
          {
            group: 'apps',
            version: 'v1',
            kind: 'Deployment',
            name: 'gone',
            health: { status: 'Missing', message: 'no' },
          },
          { odd: true },
        ],
      },
      [
        {
          group: '',
          version: 'v1',
          kind: 'Pod',
          namespace: 'team-a-dev',
          name: 'web-dev-5d',
          uid: 'c1',
          parent: 'ad',
          info: [{ name: 'Containers', value: '1/1' }],
          images: ['web:1'],
          health: 'Healthy',
          createdAt: '2026-11-21T02:30:06Z',
        },
        {
          group: 'apps',
          version: 'v1',
          kind: 'Deployment',
          name: 'gone',
          uid: 'apps/Deployment//gone',
          info: [],
          images: [],
          health: 'Missing',
          healthMessage: 'no',
        },
      ],
    ],
    [
      'getResourceTree of nothing',
      client => client.getResourceTree(key),
      '/api/v1/applications/web-dev/resource-tree?appNamespace=argocd&project=team-a',
      {},
      [],
    ],
    [
      'listManagedResources',
      client => client.listManagedResources(key),
      '/api/v1/applications?name=web-dev&appNamespace=argocd&projects=team-a&fields=items.metadata.name%2Citems.status.resources',
      {
        items: [
          {
            metadata: { name: 'web-dev' },
            status: {
              resources: [
                {
                  version: 'v1',
                  kind: 'Service',
                  namespace: 'team-a-dev',
                  name: 'web',
                  status: 'OutOfSync',
                  health: { status: 'Missing' },
                },
                {
                  group: 'traefik.io',
                  version: 'v1alpha1',
                  kind: 'IngressRoute',
                  name: 'web',
                  status: 'Synced',
                },
              ],
            },
          },
        ],
      },
      [
        {
          group: '',
          version: 'v1',
          kind: 'Service',
          namespace: 'team-a-dev',
          name: 'web',
          sync: 'OutOfSync',
          health: 'Missing',
        },
        {
          group: 'traefik.io',
          version: 'v1alpha1',
          kind: 'IngressRoute',
          name: 'web',
          sync: 'Synced',
        },
      ],
    ],
    [
      'getRevisionMetadata',
      client => client.getRevisionMetadata(key, 'a/b', { sourceIndex: 1 }),
      '/api/v1/applications/web-dev/revisions/a%2Fb/metadata?appNamespace=argocd&project=team-a&sourceIndex=1',
      {
        author: 'Me <me@example.com>',
        date: '2026-11-21T02:29:32Z',
        message: 'First',
        signatureInfo: 'x',
      },
      {
        author: 'Me <me@example.com>',
        date: '2026-11-21T02:29:32Z',
        message: 'First',
      },
    ],
  ])('%s', async (_name, call, path, answer, result) => {
    const { url, requests } = await serve(json(200, answer));
    await expect(call(clientFor(url))).resolves.toEqual(result);
    expect(requests).toEqual([
      expect.objectContaining({
        method: 'GET',
        url: path,
        headers: expect.objectContaining({ 'x-proxy': 'yes' }),
      }),
    ]);
  });

  it.each<[string, (client: ArgoCdClient) => Promise<unknown>]>([
    ['version', client => client.version()],
    ['listNames', client => client.listNames()],
    ['getApplication', client => client.getApplication(key)],
  ])('%s explains an answer of something else', async (_name, call) => {
    const { url } = await serve(json(200, { items: [{ hello: 'world' }] }));
    await expect(call(clientFor(url))).rejects.toMatchObject({
      name: 'UpstreamError',
      failure: 'malformed',
      message: `Argo CD instance 'main' answered something else than Argo CD does: is ${url} an Argo CD server of version 2.8 or newer?`,
    });
  });

  it('refuses a name that leads elsewhere', async () => {
    const { url, requests } = await serve(json(200, {}));
    await expect(
      clientFor(url).getResourceTree({ ...key, name: '..' }),
    ).rejects.toThrow(/cannot be part of a path/);
    expect(requests).toEqual([]);
  });
});

describe('streaming', () => {
  const streaming =
    (...lines: string[]): RequestListener =>
    (_req, res) => {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.end(lines.map(line => `${line}\n`).join(''));
    };

  it('delivers events and ignores what it does not know', async () => {
    const event = (type: string) =>
      JSON.stringify({ result: { type, application } });
    const { url, requests } = await serve(
      streaming(event('ADDED'), event('BOOKMARK'), '{}', event('DELETED')),
    );
    const events: string[] = [];
    const onOpen = jest.fn();
    await clientFor(url).streamApplications({
      signal: new AbortController().signal,
      onOpen,
      onEvent: one => events.push(`${one.type} ${one.application.name}`),
    });
    expect(events).toEqual(['ADDED web-dev', 'DELETED web-dev']);
    expect(onOpen).toHaveBeenCalledTimes(1);
    const { searchParams } = new URL(requests[0].url!, url);
    expect([...searchParams.keys()]).toEqual(['fields']);
    expect(searchParams.get('fields')).not.toMatch(
      /helm|resources|managedFields/,
    );
  });

  it('rejects with the reason that the server gives in the stream', async () => {
    const { url } = await serve(
      streaming(
        JSON.stringify({
          error: {
            grpc_code: 14,
            http_code: 503,
            message: 'the server is shutting down',
            http_status: 'Service Unavailable',
          },
        }),
      ),
    );
    await expect(
      clientFor(url).streamApplications({
        signal: new AbortController().signal,
        onEvent: () => {},
      }),
    ).rejects.toMatchObject({
      status: 503,
      message: expect.stringContaining('the server is shutting down'),
    });
  });
});
