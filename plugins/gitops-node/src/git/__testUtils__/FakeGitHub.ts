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
import { answerGitHub, type Answer, type Pull } from './answerGitHub';
import { GitDatabase } from './GitDatabase';

/** A call, counted from 1. */
export interface Call {
  index: number;
  method: string;
  /** Decoded, without query, after `/repos/acme/platform`. */
  path: string;
  body?: Record<string, unknown>;
}

/**
 * What goes wrong with a call: an answer instead of the real one; a connection that breaks before or after the call
 * was carried out; an answer that ends in the middle.
 */
export type Fault =
  | Answer
  | 'break before'
  | 'break after'
  | 'truncate'
  | undefined;

/** One repository, acme/platform, on loopback. It can be made to fail at any call. */
export class FakeGitHub {
  readonly git = new GitDatabase();
  readonly pulls: Pull[] = [];
  readonly calls: Call[] = [];
  /** Asked before every call. */
  fault: (call: Call) => Fault = () => undefined;
  readonly #server: Server;

  static async start(files: Record<string, string>): Promise<FakeGitHub> {
    const fake = new FakeGitHub();
    fake.git.write('main', files);
    await new Promise<void>(resolve =>
      fake.#server.listen(0, '127.0.0.1', resolve),
    );
    return fake;
  }

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(error => response.destroy(error));
    });
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get openPulls(): Pull[] {
    return this.pulls.filter(({ state }) => state === 'open');
  }

  /** Writes that anybody would see. */
  get visible() {
    return {
      refs: Object.fromEntries(this.git.refs),
      pulls: this.pulls.map(({ number, state, title }) => ({
        number,
        state,
        title,
      })),
    };
  }

  merge(number: number, how: 'merge' | 'squash' = 'merge') {
    const pull = this.pulls[number - 1];
    const head = this.git.refs.get(pull.head)!;
    const base = this.git.refs.get(pull.base)!;
    const origin = this.git.filesOf(this.git.mergeBase(base, head)!)!;
    const merged = new Map(this.git.filesOf(base));
    const ours = this.git.filesOf(head)!;
    for (const path of new Set([...origin.keys(), ...ours.keys()])) {
      const [from, to, there] = [origin, ours, merged].map(
        files => files.get(path)?.sha,
      );
      if (from !== to) {
        if (there !== from && there !== to) {
          throw new Error(`#${number} conflicts in ${path}`);
        }
        if (ours.has(path)) {
          merged.set(path, ours.get(path)!);
        } else {
          merged.delete(path);
        }
      }
    }
    const commit = this.git.addCommit({
      tree: this.git.addTree(merged),
      parents: how === 'merge' ? [base, head] : [base],
      message: pull.title,
    });
    this.git.refs.set(pull.base, commit);
    Object.assign(pull, { state: 'closed', merged: commit, headSha: head });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '', 'http://localhost');
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString('utf8');
    const call: Call = {
      index: this.calls.length + 1,
      method: request.method ?? '',
      path: decodeURIComponent(url.pathname).replace(
        '/api/v3/repos/acme/platform',
        '',
      ),
      body: text ? JSON.parse(text) : undefined,
    };
    this.calls.push(call);
    const fault = this.fault(call);
    if (fault === 'break before') {
      request.socket.destroy();
      return;
    }
    const answer =
      typeof fault === 'object'
        ? fault
        : answerGitHub(this, call, url.searchParams);
    if (fault === 'break after') {
      request.socket.destroy();
      return;
    }
    const body = answer.body === undefined ? '' : JSON.stringify(answer.body);
    response.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      ...answer.headers,
    });
    if (fault === 'truncate') {
      response.write(body.slice(0, body.length / 2));
      setImmediate(() => request.socket.destroy());
    } else {
      response.end(body);
    }
  }
}
