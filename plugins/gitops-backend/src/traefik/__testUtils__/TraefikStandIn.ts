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

import { createHash } from 'node:crypto';
import {
  createServer,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '@backstage/types';

/** As much of one replica of a Traefik on loopback as the tests need. */
export class TraefikStandIn {
  readonly #server: Server;
  /** What was called, without queries. */
  readonly calls: string[] = [];
  /** What is answered instead, whatever the path. */
  fault: RequestListener | undefined;
  readonly lists: Record<string, JsonObject[]> = {
    '/api/http/routers': [],
    '/api/http/services': [],
    '/api/http/middlewares': [],
    '/api/tcp/routers': [],
    '/api/tcp/services': [],
    '/api/tcp/middlewares': [],
    '/api/udp/routers': [],
    '/api/udp/services': [],
    '/api/entrypoints': [
      { name: 'web', address: ':8000' },
      { name: 'websecure', address: ':8443' },
    ],
    '/api/certificates': [],
  };
  version: JsonObject = { Version: '3.7.12' };

  static async start(): Promise<TraefikStandIn> {
    const standIn = new TraefikStandIn();
    await new Promise<void>(resolve => {
      standIn.#server.listen(0, '127.0.0.1', resolve);
    });
    return standIn;
  }

  private constructor() {
    this.#server = createServer((req, res) => {
      const { pathname, searchParams } = new URL(req.url ?? '', this.url);
      this.calls.push(pathname);
      if (this.fault) {
        this.fault(req, res);
      } else if (pathname === '/api/version') {
        json(res, this.version);
      } else if (this.lists[pathname]) {
        sendPage(res, this.lists[pathname], searchParams);
      } else {
        json(res, { message: 'not here' }, { status: 404 });
      }
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Makes a router as Traefik does of a rule of an IngressRoute, and a service of so many servers. */
  route(options: {
    namespace: string;
    name: string;
    match: string;
    differs?: JsonObject;
    servers?: Record<string, 'UP' | 'DOWN'>;
  }): void {
    const { namespace, name, match, differs, servers } = options;
    const id = routerName(namespace, name, match);
    this.lists['/api/http/routers'].push({
      name: `${id}@kubernetescrd`,
      provider: 'kubernetescrd',
      service: id,
      rule: match,
      entryPoints: ['websecure'],
      using: ['websecure'],
      priority: match.length,
      priorityStr: String(match.length),
      status: 'enabled',
      ...differs,
    });
    if (servers) {
      this.lists['/api/http/services'].push({
        name: `${id}@kubernetescrd`,
        status: 'enabled',
        type: 'loadbalancer',
        loadBalancer: { servers: Object.keys(servers).map(url => ({ url })) },
        serverStatus: servers,
      });
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}

/** What Traefik calls the router of a rule. */
export function routerName(
  namespace: string,
  name: string,
  match: string,
): string {
  const hash = createHash('sha256').update(match).digest('hex').slice(0, 20);
  return `${namespace}-${name}-${hash}`;
}

function sendPage(
  res: ServerResponse,
  items: JsonObject[],
  query: URLSearchParams,
): void {
  const size = Number(query.get('per_page') ?? 100);
  const page = Number(query.get('page') ?? 1);
  const more = page * size < items.length;
  json(res, items.slice((page - 1) * size, page * size), {
    next: more ? page + 1 : 1,
  });
}

function json(
  res: ServerResponse,
  body: JsonObject | JsonObject[],
  options: { status?: number; next?: number } = {},
): void {
  const { status = 200, next = 1 } = options;
  res.writeHead(status, {
    'content-type': 'application/json',
    'x-next-page': String(next),
  });
  res.end(JSON.stringify(body));
}
