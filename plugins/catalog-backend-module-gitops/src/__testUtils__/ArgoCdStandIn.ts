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
import type { JsonObject } from '@backstage/types';

/** As much of Argo CD on loopback as this module reads. */
export class ArgoCdStandIn {
  readonly #server: Server;
  #port = 0;
  #applications: JsonObject[] = [];
  #version = 1;
  /** The paths that were called, with their queries. */
  readonly calls: string[] = [];
  /** Breaks every connection. */
  down = false;
  /** Refused with 403 while there are none. */
  clusters: { name: string; server: string }[] | undefined;

  static async start(applications: JsonObject[]): Promise<ArgoCdStandIn> {
    const standIn = new ArgoCdStandIn();
    standIn.applications = applications;
    await new Promise<void>(resolve => {
      standIn.#server.listen(0, '127.0.0.1', resolve);
    });
    standIn.#port = (standIn.#server.address() as AddressInfo).port;
    return standIn;
  }

  private constructor() {
    this.#server = createServer((req, res) => this.#handle(req, res));
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  set applications(applications: JsonObject[]) {
    this.#applications = applications;
    this.#version += 1;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  #handle(req: IncomingMessage, res: ServerResponse): void {
    const { pathname, search } = new URL(req.url ?? '', this.url);
    this.calls.push(`${req.method} ${pathname}${search}`);
    if (this.down) {
      res.destroy();
    } else if (pathname === '/api/v1/applications') {
      json(res, {
        metadata: { resourceVersion: String(this.#version) },
        items: this.#applications,
      });
    } else if (pathname === '/api/v1/clusters' && this.clusters) {
      json(res, { metadata: {}, items: this.clusters });
    } else {
      json(res, { error: 'permission denied', code: 7 }, 403);
    }
  }
}

function json(res: ServerResponse, body: JsonObject, status = 200): void {
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(body));
}
