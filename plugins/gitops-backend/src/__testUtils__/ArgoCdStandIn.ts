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
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { JsonObject, JsonValue } from '@backstage/types';
import { z } from 'zod';

/** What can be the matter with a stand-in. */
export type Fault = 'down' | 'hang' | 'unauthorized' | 'truncated';

const namedSchema = z.looseObject({
  metadata: z.looseObject({ name: z.string(), namespace: z.string() }),
});

/** As much of Argo CD on loopback as the tests need, with faults that can be switched on. */
export class ArgoCdStandIn {
  readonly #server: Server;
  readonly #applications = new Map<string, JsonObject>();
  readonly #streams = new Set<ServerResponse>();
  /** The paths that were called, without queries. */
  readonly calls: string[] = [];
  /** The faults, by the part of the path that they concern; an empty string concerns all. */
  readonly faults = new Map<string, Fault>();
  /** What is answered instead, by the method and the end of the path, as in `POST /sync`. */
  readonly answers = new Map<string, { status?: number; body: JsonObject }>();
  /** What was sent in order to change something. */
  readonly writes: { method: string; path: string; body: JsonValue }[] = [];
  /** What was asked for, with its query. */
  readonly asked: { path: string; query: Record<string, string> }[] = [];
  /** The lines of every log. */
  logs: string[] = [];
  tree: JsonObject[] = [];
  resources: JsonObject[] = [];

  static async start(applications: JsonObject[]): Promise<ArgoCdStandIn> {
    const standIn = new ArgoCdStandIn();
    applications.forEach(application => standIn.put(application));
    await new Promise<void>(resolve => {
      standIn.#server.listen(0, '127.0.0.1', resolve);
    });
    return standIn;
  }

  private constructor() {
    this.#server = createServer((req, res) => this.#handle(req, res));
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Adds or replaces an Application, and tells whoever watches. */
  put(application: JsonObject): void {
    const { metadata } = namedSchema.parse(application);
    const known = this.#applications.has(metadata.name);
    this.#applications.set(metadata.name, application);
    for (const stream of this.#streams) {
      send(stream, known ? 'MODIFIED' : 'ADDED', application);
    }
  }

  /** Cuts the streams off, as a restart of the server does. */
  disconnect(): void {
    this.#streams.forEach(stream => stream.destroy());
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  #handle(req: IncomingMessage, res: ServerResponse): void {
    const { pathname, searchParams } = new URL(req.url ?? '', this.url);
    this.calls.push(pathname);
    this.asked.push({
      path: pathname,
      query: Object.fromEntries(searchParams),
    });
    const fault = [...this.faults].find(([part]) => pathname.includes(part));
    if (fault && fail(res, fault[1])) {
      return;
    }
    const answer = [...this.answers].find(([key]) => {
      const [method, end] = key.split(' ');
      return req.method === method && pathname.endsWith(end);
    });
    if (req.method !== 'GET' && pathname !== '/api/v1/session') {
      void this.#write(req, pathname).then(() =>
        json(res, answer?.[1].body ?? {}, answer?.[1].status),
      );
    } else if (answer) {
      json(res, answer[1].body, answer[1].status);
    } else if (pathname === '/api/version') {
      json(res, { Version: 'v3.5.7' });
    } else if (pathname === '/api/v1/stream/applications') {
      this.#stream(res);
    } else if (pathname === '/api/v1/applications') {
      this.#list(res, searchParams.get('name'));
    } else if (this.#applications.has(applicationIn(pathname))) {
      json(res, this.#applications.get(applicationIn(pathname)) ?? {});
    } else if (pathname.endsWith('/logs')) {
      sendLog(res, this.logs);
    } else if (pathname.endsWith('/syncwindows')) {
      json(res, { canSync: true });
    } else if (pathname.endsWith('/resource-tree')) {
      json(res, { nodes: this.tree });
    } else if (pathname.endsWith('/metadata')) {
      const revision = pathname.split('/').at(-2);
      json(res, {
        author: 'Jane <jane@acme.example>',
        date: '2026-01-01T00:00:00Z',
        message: `Change of ${revision?.slice(0, 7)}\n\nWith details.`,
      });
    } else {
      json(res, { error: 'not here', code: 12 }, 501);
    }
  }

  async #write(req: IncomingMessage, path: string): Promise<void> {
    const body = (await text(req)) || 'null';
    this.writes.push({
      method: req.method ?? '',
      path,
      body: JSON.parse(body),
    });
  }

  #stream(res: ServerResponse): void {
    this.#streams.add(res);
    res.on('close', () => this.#streams.delete(res));
    res.setHeader('content-type', 'application/json');
    for (const application of this.#applications.values()) {
      send(res, 'ADDED', application);
    }
  }

  #list(res: ServerResponse, name: string | null): void {
    const items = [...this.#applications.values()]
      .map(application => ({
        ...application,
        ...(name && {
          status: { resources: this.resources },
        }),
      }))
      .filter(
        application =>
          !name || namedSchema.parse(application).metadata.name === name,
      );
    json(res, { metadata: { resourceVersion: '1' }, items });
  }
}

/** The name of the Application whose own page it is. */
function applicationIn(path: string): string {
  return /^\/api\/v1\/applications\/([^/]+)$/.exec(path)?.[1] ?? '';
}

function fail(res: ServerResponse, fault: Fault): boolean {
  switch (fault) {
    case 'down':
      res.destroy();
      break;
    case 'unauthorized':
      json(res, { error: 'invalid session', code: 16 }, 401);
      break;
    case 'truncated':
      res.writeHead(200, {
        'content-type': 'application/json',
        'content-length': '1000',
      });
      res.write('{"items": [');
      res.end();
      res.destroy();
      break;
    default:
    // Never answers.
  }
  return true;
}

function json(res: ServerResponse, body: JsonObject, status = 200): void {
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(body));
}

/** As Argo CD streams a log: a line of JSON for each of its own, and one more at the end. */
function sendLog(res: ServerResponse, contents: string[]): void {
  res.writeHead(200, { 'content-type': 'application/json' });
  const lines = [
    ...contents.map((content, index) => ({
      content,
      podName: 'orders-1',
      timeStampStr: `2026-11-21T02:30:0${index % 10}.5Z`,
    })),
    { last: true },
  ];
  res.end(lines.map(result => `${JSON.stringify({ result })}\n`).join(''));
}

function send(res: ServerResponse, type: string, application: JsonObject) {
  res.write(`${JSON.stringify({ result: { type, application } })}\n`);
}
