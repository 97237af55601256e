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

import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { certificateOf } from './__testUtils__/certificateOf';
import { fakeClock } from './__testUtils__/fakeClock';
import { json, serve } from './__testUtils__/serve';
import { UpstreamClient, type UpstreamClientOptions } from './UpstreamClient';

const clients: UpstreamClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map(client => client.close()));
});

function clientFor(
  url: string,
  options: Partial<UpstreamClientOptions> = {},
): UpstreamClient {
  const client = UpstreamClient.create({
    system: 'Argo CD',
    instance: 'main',
    url,
    timeout: { seconds: 5 },
    clock: fakeClock(),
    ...options,
  });
  clients.push(client);
  return client;
}

/** Each request gets the next handler; the last one stays. */
function inTurn(...handlers: RequestListener[]): RequestListener {
  return (req, res) =>
    (handlers.length > 1 ? handlers.shift()! : handlers[0])(req, res);
}

const hang: RequestListener = () => {};
const breakOff: RequestListener = req => req.socket.destroy();

describe('json', () => {
  it('keeps a sub-path, encodes the query, sends its headers and unpacks', async () => {
    const { url, requests } = await serve((_req, res) => {
      res.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-encoding': 'gzip',
      });
      res.end(gzipSync('{"name":"Übung"}'));
    });
    const client = clientFor(`${url}/argocd`, {
      headers: { 'x-proxy': 'yes' },
    });

    await expect(
      client.json('/api/v1/applications/a%2Fb', {
        query: { project: 'team a&b', name: undefined },
        headers: { authorization: 'Bearer secret' },
      }),
    ).resolves.toEqual({ name: 'Übung' });
    expect(requests).toEqual([
      {
        method: 'GET',
        url: '/argocd/api/v1/applications/a%2Fb?project=team+a%26b',
        headers: expect.objectContaining({
          'x-proxy': 'yes',
          'accept-encoding': 'gzip',
          authorization: 'Bearer secret',
        }),
      },
    ]);
  });

  it.each<[string, RequestListener, object, string]>([
    [
      'a page instead of JSON',
      (_req, res) => {
        res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        res.end('<html>Sign in</html>');
      },
      { failure: 'content-type', retryable: false },
      "Argo CD instance 'main' answered text/html instead of JSON: is http://127.0.0.1:PORT the API's address, or does a proxy ask for a login?",
    ],
    [
      'an answer without a type',
      (_req, res) => res.end('{}'),
      { failure: 'content-type' },
      'answered no content type instead of JSON',
    ],
    [
      'JSON that was cut off',
      (_req, res) => {
        res.writeHead(200, { 'content-type': 'application/json' });
        res.end('{"items":[{"met');
      },
      { failure: 'malformed' },
      'answered JSON that does not parse: it was cut off',
    ],
    [
      'packed JSON that was cut off',
      (_req, res) => {
        res.writeHead(200, {
          'content-type': 'application/json',
          'content-encoding': 'gzip',
        });
        res.end(
          gzipSync(JSON.stringify({ a: 'b'.repeat(500) })).subarray(0, 20),
        );
      },
      { failure: 'malformed' },
      'answered what cannot be read (unexpected end of file)',
    ],
    [
      'more than is read, once unpacked',
      (_req, res) => {
        res.writeHead(200, {
          'content-type': 'application/json',
          'content-encoding': 'gzip',
        });
        res.end(gzipSync(`"${'a'.repeat(3_000_000)}"`));
      },
      { failure: 'too-large', retryable: false },
      'answered more than 1 MB',
    ],
    [
      '401',
      json(401, {
        error: 'no session information',
        code: 16,
        message: 'no session information',
      }),
      { failure: 'unauthorized', status: 401, code: 16, retryable: false },
      'answered 401 (no session information): check the credentials',
    ],
    [
      '403',
      json(403, {
        error: 'permission denied',
        code: 7,
        message: 'permission denied',
      }),
      { failure: 'forbidden', status: 403, code: 7 },
      'answered 403 (permission denied): it does not exist, or the account lacks',
    ],
    [
      '404 of Argo CD',
      json(404, { message: 'applications.argoproj.io "x" not found', code: 5 }),
      { failure: 'not-found', status: 404, code: 5 },
      'answered 404 (applications.argoproj.io "x" not found)',
    ],
    [
      '404 of something else, whose page is not repeated',
      (_req, res) => {
        res.writeHead(404, { 'content-type': 'text/html' });
        res.end('<html>Bearer secret</html>');
      },
      { failure: 'not-found', status: 404, code: undefined },
      'answered 404: it does not exist, or the url points elsewhere',
    ],
    [
      '415',
      json(415, 'Invalid content type'),
      { failure: 'rejected', status: 415 },
      'answered 415:',
    ],
    [
      '500, which Argo CD also answers where a commit is unknown',
      json(500, { message: `git: ${'x'.repeat(2000)}`, code: 2 }),
      { failure: 'server-error', status: 500, code: 2, retryable: false },
      'xxx…): look',
    ],
    [
      '503 again and again',
      json(503, { message: 'no healthy upstream' }),
      { failure: 'server-error', status: 503, retryable: true },
      'answered 503 (no healthy upstream)',
    ],
    [
      'a broken connection',
      breakOff,
      { failure: 'connection', retryable: true },
      'broke the connection (UND_ERR_SOCKET): is it running, and can the backend reach 127.0.0.1:PORT?',
    ],
  ])('explains %s', async (_name, handler, fields, message) => {
    const { url } = await serve(handler);
    const client = clientFor(url, { maxBytes: 1_000_000 });
    const error = await client
      .json('/x', { headers: { authorization: 'Bearer secret' } })
      .catch(reason => reason);
    expect(error).toMatchObject({
      name: 'UpstreamError',
      instance: 'main',
      statusCode: 502,
      ...fields,
    });
    expect(error.message).toContain(
      message.replace('127.0.0.1:PORT', new URL(url).host),
    );
    expect(error.message).not.toContain('secret');
    expect(error.message.length).toBeLessThan(600);
  });

  it.each([['announced'], ['not announced']])(
    'cuts a body of 100 MB off early where its length is %s',
    async announced => {
      const length = 100_000_000;
      let written = 0;
      const { url } = await serve((_req, res) => {
        res.writeHead(200, {
          'content-type': 'application/json',
          ...(announced === 'announced' && { 'content-length': length }),
        });
        const chunk = Buffer.alloc(1_000_000, 'a');
        const more = () => {
          do {
            written += chunk.length;
          } while (written < length && res.write(chunk));
        };
        res.on('drain', more);
        more();
      });
      const client = clientFor(url, { maxBytes: 2_000_000 });
      await expect(client.json('/x')).rejects.toMatchObject({
        failure: 'too-large',
        message: expect.stringContaining('answered more than 2 MB'),
      });
      // What is on the way already.
      expect(written).toBeLessThan(30_000_000);
    },
  );

  it('explains a server that is not there', async () => {
    const { url } = await serve(hang);
    const free = url.replace(/\d+$/, '1');
    await expect(clientFor(free).json('/x')).rejects.toMatchObject({
      failure: 'connection',
      code: 'ECONNREFUSED',
    });
  });

  it.each([
    ['before the headers', hang],
    [
      'in the middle of the body',
      ((_req, res) => {
        res.writeHead(200, { 'content-type': 'application/json' });
        res.write('{"items":');
      }) satisfies RequestListener,
    ],
    [
      'in the middle of a failure',
      ((_req, res) => {
        res.writeHead(500, { 'content-type': 'application/json' });
        res.write('{"message":');
      }) satisfies RequestListener,
    ],
  ])(
    'gives up a server that hangs %s, and does not ask again',
    async (_name, handler) => {
      const { url, requests } = await serve(handler);
      const client = clientFor(url, { timeout: { milliseconds: 150 } });
      await expect(client.json('/x')).rejects.toMatchObject({
        failure: 'timeout',
        retryable: false,
        message: expect.stringContaining('did not answer within 0.15 s'),
      });
      expect(requests).toHaveLength(1);
    },
  );

  it('gives up when its caller does, which says nothing about the instance', async () => {
    const { url } = await serve(hang);
    const client = clientFor(url);
    const controller = new AbortController();
    const calls = Array.from({ length: 6 }, () =>
      client.json('/x', { signal: controller.signal }),
    );
    controller.abort(new Error('the page was left'));
    await expect(Promise.any(calls)).rejects.toMatchObject({
      errors: Array(6).fill(
        expect.objectContaining({ message: 'the page was left' }),
      ),
    });
    expect(client.circuit).toBe('closed');
  });

  it('gives up a call that still waits for a connection', async () => {
    const { url, requests } = await serve(hang);
    const client = clientFor(url);
    const ended = jest.fn();
    const busy = Array.from({ length: 16 }, () => client.json('/x'));
    busy.forEach(call => call.catch(() => {}).finally(ended));
    const controller = new AbortController();
    const waiting = client.json('/y', { signal: controller.signal });
    controller.abort(new Error('the page was left'));
    await expect(waiting).rejects.toThrow('the page was left');
    expect(ended).not.toHaveBeenCalled();
    expect(requests).not.toContainEqual(expect.objectContaining({ url: '/y' }));
  });

  it.each<[string, RequestListener, number[]]>([
    ['502', json(502, {}), [100, 200]],
    ['504', json(504, {}), [100, 200]],
    ['a broken connection', breakOff, [100, 200]],
    ['429 with seconds', json(429, {}, { 'retry-after': '7' }), [7000, 7000]],
    [
      '503 with a date',
      json(503, {}, { 'retry-after': 'Sat, 21 Nov 2026 00:00:04 GMT' }),
      [4000, 0],
    ],
  ])('asks again after %s', async (_name, handler, pauses) => {
    const { url, requests } = await serve(
      inTurn(handler, handler, json(200, 1)),
    );
    const clock = fakeClock();
    await expect(clientFor(url, { clock }).json('/x')).resolves.toBe(1);
    expect(requests).toHaveLength(3);
    expect(clock.pauses).toEqual(pauses);
  });

  it.each<[string, RequestListener, 'GET' | 'POST']>([
    ['a write', json(503, {}), 'POST'],
    ['429 with a long wait', json(429, {}, { 'retry-after': '3600' }), 'GET'],
    ['403', json(403, {}), 'GET'],
  ])('does not ask again after %s', async (_name, handler, method) => {
    const { url, requests } = await serve(handler);
    const call = clientFor(url).json('/x', {
      method,
      body: method === 'POST' ? {} : undefined,
    });
    await expect(call).rejects.toMatchObject({ name: 'UpstreamError' });
    expect(requests).toHaveLength(1);
  });

  it('follows redirects that stay here, at most three', async () => {
    const to = (location: string): RequestListener =>
      json(302, {}, { location });
    const { url, requests } = await serve(
      inTurn(to('/a'), to('b?x=1'), to('/c'), json(200, 'here')),
    );
    await expect(clientFor(url).json('/x')).resolves.toBe('here');
    expect(requests.map(request => request.url)).toEqual([
      '/x',
      '/a',
      '/b?x=1',
      '/c',
    ]);

    const loop = await serve(to('/x'));
    await expect(clientFor(loop.url).json('/x')).rejects.toMatchObject({
      failure: 'rejected',
      status: 302,
    });
    expect(loop.requests).toHaveLength(4);
  });

  it('does not take its credentials to another origin', async () => {
    const other = await serve(json(200, 'not ours'));
    const location = `${other.url}/login?state=secret`;
    const { url } = await serve(json(307, {}, { location }));
    await expect(
      clientFor(url).json('/x', { headers: { authorization: 'Bearer x' } }),
    ).rejects.toMatchObject({
      failure: 'redirect',
      message: `Argo CD instance 'main' redirects to another origin, ${other.url}: set its url to ${other.url} if that is the same server, or let the proxy in front pass the backend without a login`,
    });
    expect(other.requests).toEqual([]);
  });

  it('stops calling what does not answer, and tries again with one probe', async () => {
    let up = false;
    const { url, requests } = await serve((req, res) =>
      (up ? json(200, 'up') : breakOff)(req, res),
    );
    const clock = fakeClock();
    const client = clientFor(url, { clock });
    const call = () => client.json('/x');

    await expect(call()).rejects.toMatchObject({ failure: 'connection' });
    // The circuit opens in the middle of the second call.
    await expect(call()).rejects.toMatchObject({ failure: 'connection' });
    expect(client.circuit).toBe('open');
    expect(requests).toHaveLength(5);

    await expect(call()).rejects.toMatchObject({
      failure: 'circuit-open',
      message: expect.stringContaining('is not called for now'),
    });
    await expect(
      client.stream('/x', { onLine: () => {} }),
    ).rejects.toMatchObject({ failure: 'circuit-open' });
    expect(requests).toHaveLength(5);

    clock.advance(5_000);
    expect(client.circuit).toBe('half-open');
    const both = await Promise.allSettled([call(), call()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(requests).toHaveLength(6);
    expect(client.circuit).toBe('open');

    clock.advance(10_000);
    up = true;
    await expect(call()).resolves.toBe('up');
    expect(client.circuit).toBe('closed');
  });

  it('takes refusals as a sign of life', async () => {
    const { url } = await serve(json(500, { message: 'unknown revision' }));
    const client = clientFor(url);
    for (let call = 0; call < 6; call++) {
      await expect(client.json('/x')).rejects.toMatchObject({ status: 500 });
    }
    expect(client.circuit).toBe('closed');
  });
});

describe('tls', () => {
  const { key, cert } = certificateOf({ ip: '127.0.0.1' });
  const caFile = join(tmpdir(), `${randomUUID()}.pem`);
  afterEach(() => rmSync(caFile, { force: true }));

  it('trusts the authority in caFile, and nobody else', async () => {
    const { url, requests } = await serve(json(200, 'private'), { key, cert });
    await expect(clientFor(url).json('/x')).rejects.toMatchObject({
      failure: 'tls',
      retryable: false,
      message: expect.stringContaining('set tls.caFile to the authority'),
    });
    expect(requests).toEqual([]);

    writeFileSync(caFile, cert);
    await expect(clientFor(url, { caFile }).json('/x')).resolves.toBe(
      'private',
    );
  });

  it.each([
    ['is not there', undefined],
    ['holds no certificate', 'secret'],
  ])('refuses a caFile that %s', (_name, content) => {
    if (content) {
      writeFileSync(caFile, content);
    }
    expect(() => clientFor('https://127.0.0.1:1', { caFile })).toThrow(
      `Argo CD instance 'main': tls.caFile: found '${caFile}', expected a PEM file`,
    );
  });
});

describe('stream', () => {
  it('waits for a quiet server beyond every time-out, and puts split lines together', async () => {
    const bytes = Buffer.from('{"n":"ä"}\r\n\n{"n":"€"}\n{"n":"last"}');
    const { url, requests } = await serve((_req, res) => {
      setTimeout(() => {
        res.writeHead(200, { 'content-type': 'application/json' });
        const [first, ...rest] = [...bytes].map(byte => Buffer.of(byte));
        res.write(first);
        rest.forEach(byte => setImmediate(() => res.write(byte)));
        setTimeout(() => res.end(), 20);
      }, 200);
    });
    const lines: string[] = [];
    const onOpen = jest.fn();
    await clientFor(url, { timeout: { milliseconds: 50 } }).stream('/s', {
      query: { fields: 'a,b' },
      onOpen,
      onLine: line => lines.push(line),
    });
    expect(lines).toEqual(['{"n":"ä"}', '{"n":"€"}', '{"n":"last"}']);
    expect(onOpen).toHaveBeenCalledTimes(1);
    expect(requests[0].url).toBe('/s?fields=a%2Cb');
    expect(requests[0].headers['accept-encoding']).toBeUndefined();
  });

  it.each<[string, RequestListener, object]>([
    [
      'a refusal',
      json(401, { message: 'expired' }),
      { failure: 'unauthorized' },
    ],
    [
      'a page',
      (_req, res) => {
        res.writeHead(200, { 'content-type': 'text/html' });
        res.write('<html>');
      },
      { failure: 'content-type' },
    ],
    [
      'a connection that breaks',
      (req, res) => {
        res.writeHead(200, { 'content-type': 'application/json' });
        res.write('{}\n', () => req.socket.destroy());
      },
      { failure: 'connection' },
    ],
    [
      'a line without end',
      (_req, res) => {
        res.writeHead(200, { 'content-type': 'application/json' });
        res.write('a'.repeat(2000));
      },
      {
        failure: 'malformed',
        message: expect.stringContaining('a line is longer than 1000 bytes'),
      },
    ],
  ])('ends with %s', async (_name, handler, fields) => {
    const { url } = await serve(handler);
    await expect(
      clientFor(url).stream('/s', { onLine: () => {}, maxLineBytes: 1000 }),
    ).rejects.toMatchObject({ name: 'UpstreamError', ...fields });
  });

  it('ends when its reader has enough', async () => {
    const { url } = await serve((_req, res) => {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.write('1\n');
    });
    const controller = new AbortController();
    await expect(
      clientFor(url).stream('/s', {
        signal: controller.signal,
        onLine: () => controller.abort(new Error('enough')),
      }),
    ).rejects.toThrow('enough');
  });
});
