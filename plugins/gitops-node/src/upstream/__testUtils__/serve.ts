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

import {
  createServer,
  type IncomingMessage,
  type RequestListener,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A server on loopback that ends with the test. */
export interface Server {
  url: string;
  requests: {
    method?: string;
    url?: string;
    headers: IncomingMessage['headers'];
    /** What has come of it so far. */
    body?: string;
  }[];
}

const open = new Set<() => Promise<void>>();

afterEach(async () => {
  await Promise.all([...open].map(close => close()));
  open.clear();
});

/** Starts a server that answers with this handler and notes what it was asked. */
export async function serve(
  handler: RequestListener,
  tls?: { key: string; cert: string },
): Promise<Server> {
  const requests: Server['requests'] = [];
  const listener: RequestListener = (req, res) => {
    const { method, url, headers } = req;
    const request: Server['requests'][number] = { method, url, headers };
    requests.push(request);
    req.on('data', chunk => {
      request.body = `${request.body ?? ''}${chunk}`;
    });
    handler(req, res);
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  open.add(
    () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, requests };
}

/** Answers with JSON. */
export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): RequestListener {
  return (_req, res) => {
    res.writeHead(status, { 'content-type': 'application/json', ...headers });
    res.end(JSON.stringify(body));
  };
}
