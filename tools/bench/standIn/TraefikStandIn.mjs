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
import { setTimeout as sleep } from 'node:timers/promises';
import { LoopbackServer } from './LoopbackServer.mjs';

const ENVIRONMENTS = ['dev', 'staging', 'production'];
const PAGE = 100;

/** Plays a Traefik with so many routers of IngressRoutes, each with a service of its own and three middlewares for all. */
export class TraefikStandIn {
  #server;
  #delayMs;
  #lists;
  #calls = 0;
  #bytes = 0;

  /** @param {{ services: string[], delayMs: number }} options - `services`: each has a router per environment */
  static async start(options) {
    const standIn = new TraefikStandIn(options);
    standIn.#server = await LoopbackServer.listen((req, res) =>
      standIn.#handle(req, res),
    );
    return standIn;
  }

  constructor({ services, delayMs }) {
    this.#delayMs = delayMs;
    this.#lists = listsOf(services);
  }

  get url() {
    return this.#server.url;
  }

  takeCalls() {
    const taken = { calls: this.#calls, bytes: this.#bytes };
    this.#calls = 0;
    this.#bytes = 0;
    return taken;
  }

  stop() {
    return this.#server.close();
  }

  async #handle(req, res) {
    const { pathname, searchParams } = new URL(req.url, this.url);
    this.#calls += 1;
    req.resume();
    await sleep(this.#delayMs);
    const list = this.#lists.get(pathname);
    if (!list) {
      const text = JSON.stringify({ message: `${pathname} is not here` });
      res.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      res.end(text);
      return;
    }
    if (!Array.isArray(list)) {
      this.#send(res, list, {});
      return;
    }
    const page = Number(searchParams.get('page') ?? 1);
    const size = Number(searchParams.get('per_page') ?? PAGE);
    const last = page * size >= list.length;
    this.#send(res, list.slice((page - 1) * size, page * size), {
      'x-next-page': String(last ? 1 : page + 1),
    });
  }

  #send(res, body, headers) {
    const text = JSON.stringify(body);
    this.#bytes += Buffer.byteLength(text);
    res.writeHead(200, { 'content-type': 'application/json', ...headers });
    res.end(text);
  }
}

function listsOf(services) {
  const routes = services.flatMap(name =>
    ENVIRONMENTS.map(environment => ({ name, environment })),
  );
  const middlewares = ['compress', 'headers', 'ratelimit'].map(name => ({
    [name]: { some: { body: 'that nobody needs' } },
    status: 'enabled',
    usedBy: routes.map(routerName),
    name: `traefik-${name}@kubernetescrd`,
    provider: 'kubernetescrd',
    type: name,
  }));
  return new Map([
    ['/api/http/routers', routes.map(router)],
    ['/api/http/services', routes.map(service)],
    ['/api/http/middlewares', middlewares],
    ['/api/tcp/routers', []],
    ['/api/tcp/services', []],
    ['/api/tcp/middlewares', []],
    ['/api/udp/routers', []],
    ['/api/udp/services', []],
    [
      '/api/entrypoints',
      [{ name: 'websecure', address: ':8443', http: { tls: {} } }],
    ],
    [
      '/api/version',
      {
        Version: '3.7.12',
        Codename: 'langres',
        startDate: '2026-11-01T00:00Z',
      },
    ],
    ['/api/overview', { http: { routers: { total: routes.length } } }],
  ]);
}

function router(route) {
  const rule = ruleOf(route);
  return {
    entryPoints: ['websecure'],
    middlewares: ['traefik-headers@kubernetescrd'],
    service: serviceName(route),
    rule,
    ruleSyntax: 'default',
    priority: rule.length,
    priorityStr: String(rule.length),
    tls: { options: 'default' },
    observability: {
      accessLogs: true,
      metrics: true,
      tracing: true,
      traceVerbosity: 'minimal',
    },
    status: 'enabled',
    using: ['websecure'],
    name: routerName(route),
    provider: 'kubernetescrd',
  };
}

function service(route, index) {
  const url = `http://10.244.${Math.floor(index / 250)}.${
    (index % 250) + 1
  }:8080`;
  return {
    loadBalancer: {
      servers: [{ url }],
      strategy: 'wrr',
      passHostHeader: true,
      responseForwarding: { flushInterval: '100ms' },
    },
    status: 'enabled',
    usedBy: [routerName(route)],
    serverStatus: { [url]: 'UP' },
    name: `${serviceName(route)}@kubernetescrd`,
    provider: 'kubernetescrd',
    type: 'loadbalancer',
  };
}

const routerName = route => `${serviceName(route)}@kubernetescrd`;

const ruleOf = ({ name, environment }) =>
  `Host(\`${name}.${environment}.acme.example\`)`;

/** As Traefik makes it: namespace, IngressRoute and the beginning of the rule's hash. */
function serviceName(route) {
  const hash = createHash('sha256').update(ruleOf(route)).digest('hex');
  const { name, environment } = route;
  return `${name}-${environment}-${name}-${hash.slice(0, 20)}`;
}
