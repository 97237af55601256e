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
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { rawApplication, type TestApplication } from './application';

type Raw = ReturnType<typeof rawApplication>;

/** Answers what a watcher asks, as Argo CD was measured to, with faults that a test can switch on. */
export class ArgoCdStandIn {
  /**
   * `cut`: the stream ends before the first event; `short`: after the first; `held`: nothing comes through; `page`: not
   * a stream at all.
   */
  streaming: 'ok' | 'cut' | 'short' | 'held' | 'page' = 'ok';
  /** The details of this Application cannot be read. */
  broken: string | undefined;
  /** Every connection breaks. */
  down = false;
  /** Requests are not answered. */
  hanging = false;
  /** Events get lost, while the connection stays. */
  silent = false;
  /** Path and query of what was asked. */
  readonly requests: string[] = [];
  readonly #server: Server;
  readonly #applications = new Map<string, Raw>();
  readonly #streams = new Set<ServerResponse>();
  #version = 100;

  static async start(...applications: TestApplication[]) {
    const standIn = new ArgoCdStandIn();
    applications.forEach(one => standIn.set(one));
    await new Promise<void>(resolve =>
      standIn.#server.listen(0, '127.0.0.1', resolve),
    );
    return standIn;
  }

  private constructor() {
    this.#server = createServer((req, res) => this.#answer(req, res));
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  get openStreams(): number {
    return this.#streams.size;
  }

  set(options: TestApplication): void {
    const raw = rawApplication(options);
    const type = this.#applications.has(options.name) ? 'MODIFIED' : 'ADDED';
    this.#applications.set(options.name, raw);
    this.#version += 1;
    this.#send(type, raw);
  }

  delete(name: string): void {
    const raw = this.#applications.get(name);
    this.#applications.delete(name);
    this.#version += 1;
    if (raw) {
      this.#send('DELETED', raw);
    }
  }

  /** The list's version moves although nothing that is seen has changed. */
  touch(): void {
    this.#version += 1;
  }

  /** Ends all streams, as a proxy or a stopping server does. */
  cut(): void {
    this.#streams.forEach(stream => stream.end());
    this.#streams.clear();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #answer(req: IncomingMessage, res: ServerResponse): void {
    const { pathname, searchParams } = new URL(req.url ?? '/', this.url);
    this.requests.push(`${pathname}?${searchParams.get('fields') ?? ''}`);
    if (this.down) {
      req.socket.destroy();
    } else if (pathname === '/api/v1/stream/applications') {
      this.#stream(res);
    } else if (this.hanging) {
      res.on('close', () => undefined);
    } else if (pathname === '/api/version') {
      sendJson(res, { Version: 'v3.5.7' });
    } else if (pathname === '/api/v1/applications') {
      this.#list(res, searchParams.get('fields') ?? '');
    } else {
      const name = pathname.split('/').pop() ?? '';
      sendJson(
        res,
        name === this.broken ? undefined : this.#applications.get(name),
      );
    }
  }

  #stream(res: ServerResponse): void {
    switch (this.streaming) {
      case 'page':
        res.writeHead(200, { 'content-type': 'text/html' });
        res.end('<html>');
        return;
      case 'cut':
        res.writeHead(200, { 'content-type': 'application/json' });
        res.end();
        return;
      case 'short':
        [...this.#applications.values()]
          .slice(0, 1)
          .forEach(raw => sendEvent(res, 'ADDED', raw));
        res.end();
        return;
      case 'held':
        return;
      default:
        this.#streams.add(res);
        res.on('close', () => this.#streams.delete(res));
        // No headers before the first event.
        this.#applications.forEach(raw => sendEvent(res, 'ADDED', raw));
    }
  }

  #list(res: ServerResponse, fields: string): void {
    const items = [...this.#applications.values()].map(
      ({ metadata: { uid, ...metadata }, spec, status }) => {
        if (!fields.includes('items.metadata.name')) {
          return {};
        }
        const { history, reconciledAt, ...listed } = status;
        return fields.includes('items.status.health')
          ? { metadata, spec, status: listed }
          : { metadata };
      },
    );
    sendJson(res, {
      items: items.length > 0 ? items : null,
      metadata: { resourceVersion: String(this.#version) },
    });
  }

  #send(type: string, raw: Raw): void {
    if (!this.silent) {
      this.#streams.forEach(stream => sendEvent(stream, type, raw));
    }
  }
}

function sendEvent(res: ServerResponse, type: string, application: Raw): void {
  if (!res.headersSent) {
    res.writeHead(200, { 'content-type': 'application/json' });
  }
  res.write(`${JSON.stringify({ result: { type, application } })}\n`);
}

function sendJson(res: ServerResponse, body: unknown): void {
  res.writeHead(body === undefined ? 404 : 200, {
    'content-type': 'application/json',
  });
  res.end(JSON.stringify(body ?? { code: 5, message: 'not found' }));
}
