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
import { serve } from '../upstream/__testUtils__/serve';
import { clientFor, key } from './__testUtils__/clientFor';

const pod = { namespace: 'team-a-dev', pod: 'web-5d', tailLines: 100 };
const line = (content: string, timeStampStr = '2026-11-21T02:30:04.5Z') =>
  JSON.stringify({
    result: { content, timeStampStr, podName: 'web-5d', last: false },
  });
const last = JSON.stringify({
  result: { content: '', timeStampStr: '2026-11-21T02:31:00Z', last: true },
});

const answering =
  (...lines: string[]): RequestListener =>
  (_req, res) => {
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(lines.map(one => `${one}\n`).join(''));
  };

it('reads the lines of a container', async () => {
  const { url, requests } = await serve(
    answering(
      line('first'),
      line(''),
      '{}',
      line('container is starting', '0001-01-01T00:00:00Z'),
      line('x'.repeat(20_000)),
      last,
    ),
  );
  await expect(
    clientFor(url).readLogs(key, {
      ...pod,
      container: 'app',
      tailLines: 1_000_000,
      sinceSeconds: 60,
      previous: true,
    }),
  ).resolves.toEqual([
    { time: '2026-11-21T02:30:04.5Z', text: 'first' },
    { time: '2026-11-21T02:30:04.5Z', text: '' },
    { text: 'container is starting' },
    { time: '2026-11-21T02:30:04.5Z', text: `${'x'.repeat(9_999)}…` },
  ]);
  expect(requests.map(request => request.url)).toEqual([
    '/api/v1/applications/web-dev/logs?appNamespace=argocd&project=team-a&namespace=team-a-dev&podName=web-5d&container=app&tailLines=5000&sinceSeconds=60&previous=true&follow=false',
  ]);
});

it('keeps the end of what is too long', async () => {
  const many = Array.from({ length: 300 }, (_, index) =>
    line(`${index} ${'x'.repeat(9_900)}`),
  );
  const { url } = await serve(answering(...many, last));
  const read = await clientFor(url).readLogs(key, pod);
  expect(read.at(-1)?.text).toMatch(/^299 /);
  expect(read.length).toBeLessThan(202);
  expect(read.length).toBeGreaterThan(195);
});

it.each<[string, RequestListener, object]>([
  [
    'the reason that comes in the stream',
    answering(
      line('first'),
      JSON.stringify({
        error: { http_code: 400, message: 'container "x" is not valid' },
      }),
    ),
    {
      failure: 'rejected',
      status: 400,
      message: expect.stringContaining('container "x" is not valid'),
    },
  ],
  [
    'the reason that comes instead of the stream',
    (_req, res) => {
      res.writeHead(403, { 'content-type': 'application/json' });
      res.end(
        JSON.stringify({
          error: { http_code: 403, message: 'permission denied: logs, get' },
        }),
      );
    },
    {
      failure: 'forbidden',
      message: expect.stringContaining('permission denied: logs, get'),
    },
  ],
  [
    'a log without end',
    (_req, res) => {
      res.writeHead(200, { 'content-type': 'application/json' });
      const chunk = `${line('x'.repeat(2_000_000))}\n`;
      const more = () => {
        while (res.write(chunk));
      };
      res.on('drain', more);
      more();
    },
    {
      failure: 'too-large',
      message: expect.stringContaining('more than 20 MB of logs'),
    },
  ],
])('rejects with %s', async (_name, handler, fields) => {
  const { url } = await serve(handler);
  await expect(clientFor(url).readLogs(key, pod)).rejects.toMatchObject(fields);
});

it('gives up a log that hangs', async () => {
  const { url } = await serve((_req, res) => {
    res.writeHead(200, { 'content-type': 'application/json' });
    res.write(`${line('first')}\n`);
  });
  const client = clientFor(url, { timeout: { milliseconds: 300 } });
  await expect(client.readLogs(key, pod)).rejects.toMatchObject({
    failure: 'timeout',
    message: expect.stringContaining('did not answer within 0.3 s'),
  });
});

it('ends when its reader has enough', async () => {
  const { url } = await serve(() => {});
  const controller = new AbortController();
  const read = clientFor(url).readLogs(key, pod, controller.signal);
  controller.abort(new Error('enough'));
  await expect(read).rejects.toThrow('enough');
});
