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

import { request as httpRequest } from 'node:http';
import express from 'express';
import {
  type LoopbackServer,
  listenOnLoopback,
} from '../server/listenOnLoopback';
import { createFaults } from './createFaults';

const WHOLE = { message: 'the whole answer, as long as it is' };

describe('createFaults', () => {
  let server: LoopbackServer;
  let url: string;
  let carriedOut: string[];

  beforeEach(async () => {
    const faults = createFaults();
    const app = express();
    app.use('/_sandbox', faults.router);
    app.use(faults.middleware);
    // A server that mounts it twice must not count twice.
    app.use(faults.middleware);
    carriedOut = [];
    app.use((request, _response, next) => {
      carriedOut.push(request.url);
      next();
    });
    app.get('/streamed', (_request, response) => {
      response.write('first part');
      response.end('second part');
    });
    app.all('*', (_request, response) => response.json(WHOLE));
    server = await listenOnLoopback({ port: 0, name: 'the test' });
    server.handle(app);
    url = `http://127.0.0.1:${server.port}`;
  });
  afterEach(async () => {
    await server.close();
  });

  const add = (fault: object) =>
    fetch(`${url}/_sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });

  it('answers with a status, headers and body, a number of times', async () => {
    const created = await add({
      method: 'get',
      path: '^/api/v3/repos/.*\\?ref=',
      kind: 'status',
      status: 403,
      headers: { 'x-ratelimit-remaining': '0' },
      body: { message: 'API rate limit exceeded' },
      times: 2,
    });
    expect(created.status).toBe(201);
    const call = (path: string, method = 'GET') =>
      fetch(`${url}${path}`, { method });
    const hit = '/api/v3/repos/acme/x?ref=main';
    for (let attempt = 0; attempt < 2; attempt++) {
      const response = await call(hit);
      expect(response.status).toBe(403);
      expect(response.headers.get('x-ratelimit-remaining')).toBe('0');
      expect(await response.json()).toEqual({
        message: 'API rate limit exceeded',
      });
      expect((await call(hit, 'POST')).status).toBe(200);
      expect((await call('/api/v3/repos/acme/x')).status).toBe(200);
    }
    expect((await call(hit)).status).toBe(200);
  });

  it('lists what is on, and switches all of it off', async () => {
    await add({ path: '.', kind: 'status' });
    expect((await fetch(`${url}/x`)).status).toBe(500);
    const list = await fetch(`${url}/_sandbox/faults`);
    expect(await list.json()).toEqual({
      faults: [{ id: 1, path: '.', kind: 'status', hits: 1 }],
    });
    const off = await fetch(`${url}/_sandbox/faults`, { method: 'DELETE' });
    expect(off.status).toBe(204);
    expect((await fetch(`${url}/x`)).status).toBe(200);
  });

  it('waits, then answers as ever', async () => {
    await add({ path: '/slow', kind: 'slow', delayMs: 20 });
    expect(await (await fetch(`${url}/slow`)).json()).toEqual(WHOLE);
  });

  it('hangs until the client gives up', async () => {
    await add({ path: '/hang', kind: 'hang' });
    const signal = AbortSignal.timeout(50);
    await expect(fetch(`${url}/hang`, { signal })).rejects.toThrow(/timeout/);
  });

  it.each(['/json', '/streamed'])('breaks %s off in the middle', async path => {
    await add({ path, kind: 'truncated' });
    const response = await fetch(`${url}${path}`);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(/terminated/);
  });

  it('resets the connection', async () => {
    await add({ path: '/reset', kind: 'reset' });
    const code = await new Promise(resolve => {
      httpRequest(`${url}/reset`)
        .on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
        .end();
    });
    expect(code).toBe('ECONNRESET');
  });

  it('answers HTML where JSON is expected', async () => {
    await add({ path: '/api', kind: 'wrong-content-type' });
    const response = await fetch(`${url}/api`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toMatch(/^<!doctype html>/);
  });

  it.each(['/json', '/streamed'])(
    'carries %s out before it loses the answer',
    async path => {
      await add({ path, kind: 'status', status: 502, after: true, times: 1 });
      const lost = await fetch(`${url}${path}`);
      expect(lost.status).toBe(502);
      expect(await lost.json()).toEqual({ message: 'A fault of the sandbox' });
      expect(carriedOut).toEqual([path]);
      await add({ path, kind: 'reset', after: true, times: 1 });
      await expect(fetch(`${url}${path}`)).rejects.toThrow(/fetch failed/);
      expect(carriedOut).toEqual([path, path]);
      expect((await fetch(`${url}${path}`)).status).toBe(200);
    },
  );

  it.each([
    [false, ['/first']],
    [true, ['/first', '/second']],
  ])(
    'goes away from a call on that was carried out: %s',
    async (after, done) => {
      await add({ path: '/second', kind: 'status', after, outage: true });
      const statuses = [];
      for (const path of ['/first', '/second', '/third']) {
        statuses.push((await fetch(`${url}${path}`)).status);
      }
      expect(statuses).toEqual([200, 500, 500]);
      expect(carriedOut).toEqual(done);
      await fetch(`${url}/_sandbox/faults`, { method: 'DELETE' });
      expect((await fetch(`${url}/first`)).status).toBe(200);
    },
  );

  it.each([
    [{ kind: 'hang' }, /^path: /],
    [{ path: '.', kind: 'truncated', after: true }, /^after: /],
    [{ path: '(', kind: 'hang' }, /^path: is not a regular expression/],
    [{ path: '.', kind: 'explode' }, /^kind: /],
    [{ path: '.', kind: 'status', status: 99 }, /^status: /],
    [{ path: '.', kind: 'slow', delay: 1 }, /delay/],
  ])('refuses %j and says why', async (fault, message) => {
    const response = await add(fault);
    expect(response.status).toBe(400);
    expect((await response.json()).message).toMatch(message);
  });
});
