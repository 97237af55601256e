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
import {
  createServer,
  request,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ArgoCdStandIn } from '../../__testUtils__/ArgoCdStandIn';

/** A certificate and its key. */
export interface Identity {
  cert: string;
  key: string;
}

/** One family of calls: what of a request tells that it is one of them. */
export type FaultColumn = (method: string, url: URL) => boolean;

/** Argo CD behind something that has one fault, in one family of calls: all others reach the stand-in behind it. */
export class FaultyArgoCd {
  readonly #standIn: ArgoCdStandIn;
  readonly #server: ReturnType<typeof createServer>;
  readonly #setIdentity?: (identity: Identity) => void;
  #fault?: { column: FaultColumn; answer: RequestListener; times: number };
  /** The calls that met the fault, such as `POST /api/v1/…`. */
  readonly met: string[] = [];
  /** How often somebody has logged in. */
  logins = 0;

  static async start(
    standIn: ArgoCdStandIn,
    identity?: Identity,
  ): Promise<FaultyArgoCd> {
    const faulty = new FaultyArgoCd(standIn, identity);
    await new Promise<void>(resolve => {
      faulty.#server.listen(0, '127.0.0.1', resolve);
    });
    return faulty;
  }

  private constructor(standIn: ArgoCdStandIn, identity?: Identity) {
    this.#standIn = standIn;
    const listener: RequestListener = (req, res) => this.#handle(req, res);
    if (identity) {
      const server = createTlsServer(identity, listener);
      this.#server = server;
      this.#setIdentity = other => server.setSecureContext(other);
    } else {
      this.#server = createServer(listener);
    }
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Answers the calls of a column like this, that many times. */
  fail(column: FaultColumn, answer: RequestListener, times = Infinity): void {
    this.#fault = { column, answer, times };
  }

  /** Shows another certificate from now on. */
  changeIdentity(identity: Identity): void {
    this.#setIdentity?.(identity);
    this.disconnect();
  }

  /** Breaks off what is under way. */
  disconnect(): void {
    this.#server.closeAllConnections();
  }

  async stop(): Promise<void> {
    const stopped = new Promise(resolve => {
      this.#server.close(resolve);
    });
    this.disconnect();
    await stopped;
  }

  #handle(req: IncomingMessage, res: ServerResponse): void {
    const method = req.method ?? '';
    const url = new URL(req.url ?? '', this.#standIn.url);
    const fault = this.#fault;
    if (fault?.column(method, url) && fault.times > 0) {
      fault.times -= 1;
      this.met.push(`${method} ${url.pathname}`);
      fault.answer(req, res);
    } else if (url.pathname === '/api/v1/session') {
      this.logins += 1;
      json(200, { token: randomUUID() })(req, res);
    } else {
      this.#forward(req, res, url);
    }
  }

  #forward(req: IncomingMessage, res: ServerResponse, url: URL): void {
    const { method, headers } = req;
    const forwarded = request(url, { method, headers }, answer => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
      answer.on('error', () => res.destroy());
    });
    forwarded.on('error', () => res.destroy());
    res.on('close', () => forwarded.destroy());
    req.pipe(forwarded);
  }
}

/** Answers with JSON. */
export function json(status: number, body: object): RequestListener {
  return (_req, res) => {
    res.writeHead(status, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body));
  };
}
