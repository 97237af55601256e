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
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateOf } from './__testUtils__/certificateOf';
import { fakeClock } from './__testUtils__/fakeClock';
import { json, serve } from './__testUtils__/serve';
import { UpstreamClient, type UpstreamClientOptions } from './UpstreamClient';

const caFile = join(tmpdir(), `${randomUUID()}.pem`);
const { key, cert } = certificateOf({ name: 'argocd.test' });
beforeAll(() => writeFileSync(caFile, cert));
afterAll(() => rmSync(caFile, { force: true }));

const ends: (() => Promise<unknown>)[] = [];
const variables = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'].flatMap(name => [
  name,
  name.toLowerCase(),
]);
const before = variables.map(name => [name, process.env[name]] as const);
beforeEach(() => variables.forEach(name => delete process.env[name]));
afterEach(async () => {
  before.forEach(([name, value]) => {
    delete process.env[name];
    Object.assign(process.env, value === undefined ? {} : { [name]: value });
  });
  await Promise.all(ends.splice(0).map(end => end()));
});

/** A proxy that tunnels everything to one port of this machine, or refuses with a status. */
async function startProxy(options: { to?: string; status?: number | 'none' }) {
  const tunnels: { host?: string; headers: object }[] = [];
  const server = createServer();
  server.on('connect', (req, socket) => {
    tunnels.push({ host: req.url, headers: req.headers });
    ends.unshift(async () => socket.destroy());
    if (options.status === 'none') {
      return;
    }
    if (!options.to) {
      socket.end(`HTTP/1.1 ${options.status} No\r\n\r\n`);
      return;
    }
    const target = connect(Number(new URL(options.to).port), '127.0.0.1');
    socket.write('HTTP/1.1 200 Connected\r\n\r\n');
    socket.pipe(target).pipe(socket);
    socket.on('error', () => target.destroy());
    target.on('error', () => socket.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  ends.unshift(() => new Promise(resolve => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  return { host: `127.0.0.1:${port}`, tunnels };
}

function call(url: string, options: Partial<UpstreamClientOptions> = {}) {
  const client = UpstreamClient.create({
    system: 'Argo CD',
    instance: 'main',
    url,
    timeout: { seconds: 5 },
    clock: fakeClock(),
    caFile,
    ...options,
  });
  ends.unshift(() => client.close());
  return client.json('/x', { headers: { authorization: 'Bearer secret' } });
}

const answering = json(200, 'through');
const authorised = 'Basic bWU6d29yZA==';

it('tunnels to the instance through its own proxy, which sees none of its credentials', async () => {
  const { url, requests } = await serve(answering, { key, cert });
  const { host, tunnels } = await startProxy({ to: url });
  process.env.HTTPS_PROXY = 'http://127.0.0.1:1';
  process.env.NO_PROXY = '*';

  const proxyUrl = `http://me:word@${host}`;
  await expect(call('https://argocd.test', { proxyUrl })).resolves.toBe(
    'through',
  );
  expect(tunnels).toEqual([
    {
      host: 'argocd.test:443',
      headers: expect.objectContaining({ 'proxy-authorization': authorised }),
    },
  ]);
  expect(JSON.stringify(tunnels)).not.toContain('secret');
  expect(requests).toEqual([
    expect.objectContaining({
      headers: expect.objectContaining({
        host: 'argocd.test',
        authorization: 'Bearer secret',
      }),
    }),
  ]);
  expect(JSON.stringify(requests)).not.toContain(authorised);
});

it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY'])(
  'honours %s',
  async name => {
    const { url } = await serve(answering, { key, cert });
    const { host, tunnels } = await startProxy({ to: url });
    process.env[name] = name === 'https_proxy' ? host : `http://${host}`;
    await expect(call('https://argocd.test')).resolves.toBe('through');
    expect(tunnels).toHaveLength(1);
  },
);

it('reaches what NO_PROXY excludes, and this machine itself, directly', async () => {
  const { host, tunnels } = await startProxy({ status: 502 });
  process.env.HTTP_PROXY = `http://${host}`;
  process.env.NO_PROXY = '.example';
  const { url } = await serve(answering);
  await expect(call(url)).resolves.toBe('through');
  // No such label can be asked for in DNS.
  const name = `${'a'.repeat(64)}.example`;
  await expect(call(`http://${name}`)).rejects.toMatchObject({
    failure: 'dns',
  });
  expect(tunnels).toEqual([]);
});

it.each<[number, string]>([
  [407, 'are the user name and password in its address right?'],
  [403, 'does it allow connections to argocd.test?'],
  [502, 'does it allow connections to argocd.test?'],
])('explains a proxy that answers %d', async (status, remedy) => {
  const { host } = await startProxy({ status });
  const proxyUrl = `http://me:word@${host}`;
  const error = await call('https://argocd.test', { proxyUrl }).catch(
    reason => reason,
  );
  expect(error).toMatchObject({
    failure: 'connection',
    retryable: status === 502,
    message: `Argo CD instance 'main' could not be reached through the proxy http://${host}, which answered ${status}: ${remedy}`,
  });
});

it('gives up a proxy that hangs', async () => {
  const { host } = await startProxy({ status: 'none' });
  await expect(
    call('https://argocd.test', {
      proxyUrl: `http://${host}`,
      timeout: { milliseconds: 200 },
    }),
  ).rejects.toMatchObject({ failure: 'timeout' });
});

it('explains a proxy that is not there', async () => {
  const proxyUrl = 'http://127.0.0.1:1';
  await expect(call('https://argocd.test', { proxyUrl })).rejects.toMatchObject(
    {
      code: 'ECONNREFUSED',
      message: expect.stringContaining(
        'can the backend reach argocd.test through the proxy http://127.0.0.1:1?',
      ),
    },
  );
});

it('explains an environment that names no address', () => {
  process.env.HTTPS_PROXY = 'http://me:word@';
  expect(() => call('https://argocd.test')).toThrow(
    "Argo CD instance 'main': expected the address of a proxy in the environment variable HTTPS_PROXY, such as http://proxy.example.com:3128",
  );
});
