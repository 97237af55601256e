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

import { setTimeout as sleep } from 'node:timers/promises';
import { LoopbackServer } from './LoopbackServer.mjs';

const TOKEN = 'token';
const METADATA = '/v1/secret/metadata/';

/**
 * Plays a Vault server with a KV v2 mount `secret`: each service has so many folders, each with one secret, as the Community's
 * plugin was measured with before.
 */
export class VaultStandIn {
  #server;
  #folders;
  #delayMs;
  #calls = 0;

  /** @param {{ folders: number, delayMs: number }} options */
  static async start(options) {
    const standIn = new VaultStandIn(options);
    standIn.#server = await LoopbackServer.listen((req, res) =>
      standIn.#handle(req, res),
    );
    return standIn;
  }

  constructor({ folders, delayMs }) {
    this.#folders = folders;
    this.#delayMs = delayMs;
  }

  get url() {
    return this.#server.url;
  }

  /** How many calls were made since the last time this was asked for, but for those that look after the session. */
  takeCalls() {
    const calls = { calls: this.#calls };
    this.#calls = 0;
    return calls;
  }

  stop() {
    return this.#server.close();
  }

  async #handle(req, res) {
    const { pathname, searchParams } = new URL(req.url, this.url);
    const isOfSession =
      pathname.startsWith('/v1/auth/') || pathname === '/v1/sys/health';
    this.#calls += isOfSession ? 0 : 1;
    req.resume();
    await sleep(this.#delayMs);
    const lists = req.method === 'LIST' || searchParams.get('list') === 'true';
    const { status, body } = this.#answer(
      pathname,
      lists,
      req.headers['x-vault-token'],
    );
    res.writeHead(status, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body));
  }

  #answer(pathname, lists, token) {
    if (pathname === '/v1/sys/health') {
      return ok({
        initialized: true,
        sealed: false,
        standby: false,
        version: '1.21.4',
      });
    }
    if (token !== TOKEN) return failed(403, 'permission denied');
    if (pathname === '/v1/auth/token/lookup-self') {
      return ok({ data: { ttl: 0, renewable: false } });
    }
    if (pathname === '/v1/sys/internal/ui/mounts') {
      return ok({
        data: {
          secret: { 'secret/': { type: 'kv', options: { version: '2' } } },
        },
      });
    }
    if (pathname.startsWith(METADATA)) {
      const segments = decodeURIComponent(pathname.slice(METADATA.length))
        .split('/')
        .filter(Boolean);
      if (lists) return this.#list(segments);
      return segments.length === 3 ? metadata() : failed(404);
    }
    if (pathname.startsWith('/v1/secret/subkeys/')) {
      return ok({ data: { subkeys: { username: null, password: null } } });
    }
    return failed(404);
  }

  #list(segments) {
    if (segments.length === 1) {
      const folders = Array.from(
        { length: this.#folders },
        (_, index) => `folder-${String(index).padStart(3, '0')}/`,
      );
      return ok({ data: { keys: folders } });
    }
    return segments.length === 2
      ? ok({ data: { keys: ['database'] } })
      : failed(404);
  }
}

function metadata() {
  const created = '2026-10-01T08:00:00Z';
  return ok({
    data: {
      created_time: created,
      updated_time: created,
      current_version: 1,
      custom_metadata: { owner: 'team-shop' },
      versions: {
        1: { created_time: created, deletion_time: '', destroyed: false },
      },
    },
  });
}

const ok = body => ({ status: 200, body });
const failed = (status, ...errors) => ({ status, body: { errors } });
