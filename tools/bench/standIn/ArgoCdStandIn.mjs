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

import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApplicationList } from './ApplicationList.mjs';
import { parseFields, projectFields } from './projectFields.mjs';
import { LoopbackServer } from './LoopbackServer.mjs';

const TOKEN = 'token';
const JSON_TYPE = { 'content-type': 'application/json' };

/** The calls that the backends under test make, by what they are for. */
const ROUTES = [
  ['login', /^\/api\/v1\/session$/],
  ['version', /^\/api\/version$/],
  ['stream', /^\/api\/v1\/stream\/applications$/],
  ['list', /^\/api\/v1\/applications$/],
  [
    'revision',
    /^\/api\/v1\/applications\/([^/]+)\/revisions\/([^/]+)\/metadata$/,
  ],
  ['managed', /^\/api\/v1\/applications\/([^/]+)\/managed-resources$/],
  ['tree', /^\/api\/v1\/applications\/([^/]+)\/resource-tree$/],
  ['application', /^\/api\/v1\/applications\/([^/]+)$/],
];

/**
 * As much of an Argo CD server as the backends under test call, on loopback. Each answer takes `delayMs`, calls are
 * counted by kind, and a fault can be switched on: `hang` (no answer, streams stay open and silent), `error` (500,
 * streams are cut), `truncated` (every body breaks off in the middle).
 */
export class ArgoCdStandIn {
  #server;
  #applications;
  #delayMs;
  #fault;
  #calls = new Map();
  #streams = new Map();
  #held = new Set();

  /** @param {{ environment: string, applications: number, delayMs: number }} options */
  static async start(options) {
    const standIn = new ArgoCdStandIn(options);
    standIn.#server = await LoopbackServer.listen((req, res) =>
      standIn.#handle(req, res),
    );
    return standIn;
  }

  constructor({ delayMs, ...options }) {
    this.#delayMs = delayMs;
    this.#applications = new ApplicationList(options);
  }

  get url() {
    return this.#server.url;
  }

  /** How often each kind of call was made since the last time this was asked for. */
  takeCalls() {
    const calls = Object.fromEntries(this.#calls);
    this.#calls.clear();
    return calls;
  }

  /** @param {'hang' | 'error' | 'truncated' | undefined} fault */
  setFault(fault) {
    this.#fault = fault;
    for (const [stream] of this.#streams) {
      if (fault === 'error' || fault === 'truncated') breakOff(stream);
    }
    if (!fault) {
      for (const res of this.#held) res.destroy();
    }
  }

  /** Changes the health of an Application, and tells whoever watches; answers when that was. */
  change(index) {
    const application = this.#applications.change(index);
    const at = Date.now();
    if (this.#fault !== 'hang') {
      for (const [stream, fields] of this.#streams) {
        send(stream, { type: 'MODIFIED', application }, fields);
      }
    }
    return at;
  }

  stop() {
    return this.#server.close();
  }

  async #handle(req, res) {
    const { pathname, searchParams } = new URL(req.url, this.url);
    const { kind, parameters } = routeOf(pathname);
    const fields = parseFields(searchParams.get('fields'));
    const counted = isCheck(kind, fields) ? 'check' : kind;
    this.#calls.set(counted, (this.#calls.get(counted) ?? 0) + 1);
    req.resume();
    if (this.#delayMs > 0) await sleep(this.#delayMs);
    if (this.#fault === 'hang') {
      this.#held.add(res);
      res.once('close', () => this.#held.delete(res));
      return;
    }
    if (this.#fault === 'error') {
      this.#send(res, 500, { error: 'the database is gone', code: 13 });
      return;
    }
    const authorized = req.headers.authorization === `Bearer ${TOKEN}`;
    if (!authorized && kind !== 'login' && kind !== 'version') {
      this.#send(res, 401, { error: 'no session information', code: 16 });
      return;
    }
    switch (kind) {
      case 'login':
        this.#send(res, 200, { token: TOKEN });
        break;
      case 'version':
        this.#send(res, 200, { Version: 'v3.5.7' });
        break;
      case 'stream':
        await this.#stream(res, fields);
        break;
      case 'list':
        this.#list(res, searchParams, fields);
        break;
      case 'application':
        this.#show(res, parameters[0]);
        break;
      case 'managed':
        this.#send(
          res,
          200,
          this.#applications.managedResources(parameters[0]),
        );
        break;
      case 'tree':
        this.#send(res, 200, this.#applications.resourceTree(parameters[0]));
        break;
      case 'revision':
        this.#send(res, 200, {
          author: 'Jane Doe <jane@acme.example>',
          date: '2026-11-01T08:00:00Z',
          message: `Change that made ${parameters[1].slice(
            0,
            7,
          )}\n\nWith details of what and why.`,
        });
        break;
      default:
        this.#send(res, 501, { error: `${pathname} is not here`, code: 12 });
    }
  }

  async #stream(res, fields) {
    res.writeHead(200, JSON_TYPE);
    if (this.#fault === 'truncated') {
      breakOff(res);
      return;
    }
    for (const application of this.#applications.all()) {
      const flows = send(res, { type: 'ADDED', application }, fields);
      if (!flows && !res.closed) await once(res, 'drain');
    }
    this.#streams.set(res, fields);
    res.once('close', () => this.#streams.delete(res));
  }

  #list(res, query, fields) {
    const metadata = { resourceVersion: this.#applications.resourceVersion };
    const wanted = isCheck('list', fields)
      ? []
      : this.#applications.find(query.get('name') ?? undefined);
    this.#send(
      res,
      200,
      projectFields({ metadata, items: [...wanted] }, fields),
    );
  }

  #show(res, name) {
    const [application] = this.#applications.find(name);
    if (application) this.#send(res, 200, application);
    else this.#send(res, 403, { error: 'permission denied', code: 7 });
  }

  #send(res, status, body) {
    const text = JSON.stringify(body);
    res.writeHead(status, {
      ...JSON_TYPE,
      'content-length': Buffer.byteLength(text),
    });
    if (this.#fault === 'truncated') {
      res.write(text.slice(0, text.length / 2), () => res.destroy());
    } else {
      res.end(text);
    }
  }
}

function routeOf(pathname) {
  for (const [kind, pattern] of ROUTES) {
    const match = pathname.match(pattern);
    if (match)
      return { kind, parameters: match.slice(1).map(decodeURIComponent) };
  }
  return { kind: 'other', parameters: [] };
}

/** A look at the list's version alone, which our watcher takes now and then, whoever looks at whatever. */
function isCheck(kind, fields) {
  return kind === 'list' && fields !== undefined && !fields.items;
}

function breakOff(stream) {
  stream.write('{"result":{"type":"MODIFIED","applica', () => stream.destroy());
}

/** Whether the reader keeps up. */
function send(stream, event, fields) {
  return stream.write(
    `${JSON.stringify(projectFields({ result: event }, fields))}\n`,
  );
}
