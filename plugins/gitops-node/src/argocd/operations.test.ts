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
import { json, serve, type Server } from '../upstream/__testUtils__/serve';
import { application, clientFor, key } from './__testUtils__/clientFor';
import type { ArgoCdClient } from './ArgoCdClient';
import { OPERATION_REQUESTED_BY } from './operationOf';

type Call = (client: ArgoCdClient) => Promise<void>;
const sync: Call = client => client.sync(key, {});
const terminate: Call = client => client.terminate(key);
const of = 'appNamespace=argocd&project=team-a';
const whose = { appNamespace: 'argocd', project: 'team-a' };

it.each<[string, Call, string, object | undefined]>([
  [
    'refresh',
    client => client.refresh(key, 'normal'),
    `GET /api/v1/applications/web-dev?${of}&refresh=normal`,
    undefined,
  ],
  [
    'hard refresh',
    client => client.refresh(key, 'hard'),
    `GET /api/v1/applications/web-dev?${of}&refresh=hard`,
    undefined,
  ],
  [
    'sync',
    sync,
    'POST /api/v1/applications/web-dev/sync',
    { ...whose, dryRun: false, prune: false },
  ],
  [
    'sync with everything',
    client =>
      client.sync(key, {
        dryRun: true,
        prune: true,
        force: true,
        resources: [
          { group: 'apps', kind: 'Deployment', namespace: 'dev', name: 'web' },
          { group: '', kind: 'Namespace', name: 'dev' },
        ],
        infos: [{ name: OPERATION_REQUESTED_BY, value: 'user:default/jane' }],
      }),
    'POST /api/v1/applications/web-dev/sync',
    {
      ...whose,
      dryRun: true,
      prune: true,
      strategy: { hook: { force: true } },
      resources: [
        { group: 'apps', kind: 'Deployment', namespace: 'dev', name: 'web' },
        { group: '', kind: 'Namespace', name: 'dev' },
      ],
      infos: [{ name: 'requested-by', value: 'user:default/jane' }],
    },
  ],
  [
    'terminate',
    terminate,
    `DELETE /api/v1/applications/web-dev/operation?${of}`,
    undefined,
  ],
])('%s', async (_name, call, line, body) => {
  const { url, requests } = await serve((req, res) =>
    req.on('end', () => json(200, application)(req, res)),
  );
  await expect(call(clientFor(url))).resolves.toBeUndefined();
  const [request] = requests;
  expect(requests).toHaveLength(1);
  expect(`${request.method} ${request.url}`).toBe(line);
  expect(request.body && JSON.parse(request.body)).toEqual(body);
  expect(request.headers['content-type']).toBe(
    request.method === 'GET' ? undefined : 'application/json',
  );
});

it('refuses a sync of no resources, which Argo CD would take for all', async () => {
  const { url, requests } = await serve(json(200, {}));
  await expect(clientFor(url).sync(key, { resources: [] })).rejects.toThrow(
    'A sync of no resources: choose at least one',
  );
  expect(requests).toEqual([]);
});

describe.each<[string, Call, string]>([
  ['sync', sync, 'the sync'],
  ['terminate', terminate, 'the termination'],
])('%s', (_name, call, subject) => {
  const lost = `Argo CD instance 'main' may or may not have begun ${subject}, because its answer was lost (`;
  const look = "look at the Application's operation before you ask again";
  const endless: RequestListener = (_req, res) => {
    res.writeHead(200, { 'content-type': 'application/json' });
    res.write('{');
  };

  it.each<[string, RequestListener, object]>([
    ['hangs', () => {}, { failure: 'timeout' }],
    ['hangs in its answer', endless, { failure: 'timeout' }],
    ['breaks off', req => req.socket.destroy(), { failure: 'connection' }],
    [
      'is cut off',
      (_req, res) => {
        res.writeHead(200, { 'content-type': 'application/json' });
        res.end('{"metadata":');
      },
      { failure: 'malformed' },
    ],
    [
      'is behind a proxy that has lost it',
      json(502, {}),
      { failure: 'server-error', status: 502 },
    ],
    [
      'answers with a page',
      (_req, res) => {
        res.writeHead(200, { 'content-type': 'text/html' });
        res.end('<html>');
      },
      { failure: 'content-type' },
    ],
  ])(
    'is not repeated, and uncertain, where the server %s',
    async (_case, handler, fields) => {
      const { url, requests } = await serve(handler);
      const client = clientFor(url, { timeout: { milliseconds: 300 } });
      const error = await call(client).catch(reason => reason);
      expect(error).toMatchObject({ ...fields, uncertain: true });
      expect(error.message).toMatch(lost);
      expect(error.message).toMatch(look);
      expect(requests).toHaveLength(1);
    },
  );

  it.each<[string, RequestListener, object]>([
    [
      'another operation runs',
      json(400, {
        error: 'another operation is already in progress',
        code: 9,
        message: 'another operation is already in progress',
      }),
      {
        failure: 'rejected',
        status: 400,
        code: 9,
        message: expect.stringContaining(
          'another operation is already in progress',
        ),
      },
    ],
    [
      'the account may not',
      json(403, { code: 7, message: 'permission denied: applications, sync' }),
      { failure: 'forbidden' },
    ],
    ['there are too many calls', json(429, {}), { failure: 'rate-limited' }],
    [
      'Git cannot be read',
      json(500, { code: 2, message: 'error resolving repo revision' }),
      { failure: 'server-error', status: 500 },
    ],
    [
      'it is elsewhere',
      json(307, {}, { location: 'http://127.0.0.1:1/' }),
      { failure: 'redirect' },
    ],
  ])(
    'is not repeated, and surely not begun, where %s',
    async (_case, handler, fields) => {
      const { url, requests } = await serve(handler);
      await expect(call(clientFor(url))).rejects.toMatchObject({
        ...fields,
        uncertain: false,
      });
      expect(requests).toHaveLength(1);
    },
  );

  it('is surely not begun where nobody listens', async () => {
    const { url }: Server = await serve(() => {});
    const free = url.replace(/\d+$/, '1');
    await expect(call(clientFor(free))).rejects.toMatchObject({
      code: 'ECONNREFUSED',
      uncertain: false,
    });
  });
});

it('says that a refresh goes on when it takes too long', async () => {
  const { url } = await serve(() => {});
  const client = clientFor(url, { timeout: { milliseconds: 100 } });
  await expect(client.refresh(key, 'hard')).rejects.toMatchObject({
    failure: 'timeout',
    message:
      "Argo CD instance 'main' was asked to refresh and has not finished in time: it goes on; a longer timeout can be configured",
  });
});
