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
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '@backstage/types';

const TOKEN = 'token';

/** As much of Vault on loopback as the tests need, with faults that can be switched on. */
export class VaultStandIn {
  readonly #server: Server;
  /** By the path behind `/v1/`, `?list` at its end for lists: what is answered. */
  readonly answers = new Map<string, { status?: number; body: JsonObject }>();
  /** The paths that were called behind `/v1/`, `?list` at its end for lists. */
  readonly calls: string[] = [];
  /** The namespaces that were named, in the order of the calls. */
  readonly namespaces: (string | undefined)[] = [];
  /** What is answered instead of everything. */
  fault?: RequestListener;
  sealed = false;

  static async start(): Promise<VaultStandIn> {
    const standIn = new VaultStandIn();
    standIn.answers.set('sys/internal/ui/mounts', {
      body: {
        data: {
          secret: {
            'secret/': { type: 'kv', options: { version: '2' } },
            'cubbyhole/': { type: 'cubbyhole', options: null },
          },
        },
      },
    });
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

  /** A server of the configuration that is this one. */
  serverConfig(differs: JsonObject = {}): JsonObject {
    return {
      name: 'main',
      url: this.url,
      publicUrl: 'https://vault.acme.example',
      auth: { method: 'token', token: TOKEN },
      allowedPaths: ['{environment}/{service}'],
      ...differs,
    };
  }

  /** Writes a version of a secret of the mount `secret`, and the lists that it is in. */
  put(
    path: string,
    options: {
      version?: number;
      keys?: string[];
      metadata?: JsonObject;
      current?: JsonObject;
    } = {},
  ): void {
    const { version = 1, keys = ['password'], metadata, current } = options;
    this.answers.set(`secret/metadata/${path}`, {
      body: {
        data: {
          created_time: '2026-11-01T00:00:00.123456789Z',
          updated_time: '2026-11-20T00:00:00.5Z',
          current_version: version,
          custom_metadata: null,
          versions: {
            [version]: {
              created_time: '2026-11-20T00:00:00.5Z',
              deletion_time: '',
              destroyed: false,
              ...current,
            },
          },
          ...metadata,
        },
      },
    });
    this.answers.set(`secret/subkeys/${path}`, {
      body: {
        data: { subkeys: Object.fromEntries(keys.map(key => [key, null])) },
      },
    });
    const names = path.split('/');
    names.forEach((name, index) => {
      const folder = ['secret/metadata', ...names.slice(0, index)].join('/');
      const listed = index === names.length - 1 ? name : `${name}/`;
      this.#list(folder, listed);
    });
  }

  async stop(): Promise<void> {
    const stopped = new Promise(resolve => {
      this.#server.close(resolve);
    });
    this.#server.closeAllConnections();
    await stopped;
  }

  #list(folder: string, name: string): void {
    const key = `${folder}?list`;
    const known = this.answers.get(key)?.body.data as
      | { keys: string[] }
      | undefined;
    const keys = [...new Set([...(known?.keys ?? []), name])].sort();
    this.answers.set(key, { body: { data: { keys } } });
  }

  #handle(req: IncomingMessage, res: ServerResponse): void {
    const { pathname, searchParams } = new URL(req.url ?? '', this.url);
    const path = decodeURIComponent(pathname.replace(/^\/v1\//, ''));
    const key = `${path}${searchParams.has('list') ? '?list' : ''}`;
    this.calls.push(key);
    const namespace = req.headers['x-vault-namespace'];
    this.namespaces.push([namespace].flat()[0]);
    if (this.fault) {
      this.fault(req, res);
      return;
    }
    const { status, body } = this.#answer(key, req.headers['x-vault-token']);
    res.writeHead(status, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body));
  }

  #answer(
    key: string,
    token: string | string[] | undefined,
  ): { status: number; body: JsonObject } {
    if (key === 'sys/health') {
      return {
        status: 200,
        body: {
          initialized: true,
          standby: false,
          version: '1.21.4',
          ...this.answers.get(key)?.body,
          sealed: this.sealed,
        },
      };
    }
    if (this.sealed) {
      return { status: 503, body: { errors: ['Vault is sealed'] } };
    }
    if (token !== TOKEN) {
      const said =
        '2 errors occurred:\n\t* permission denied\n\t* invalid token';
      return { status: 403, body: { errors: [said] } };
    }
    const answer = this.answers.get(key);
    if (answer) {
      return { status: 200, ...answer };
    }
    return key === 'auth/token/lookup-self'
      ? { status: 200, body: { data: { ttl: 0, renewable: false } } }
      : { status: 404, body: { errors: [] } };
  }
}

/** As Vault refuses what a policy does not allow. */
export const denied = {
  status: 403,
  body: { errors: ['1 error occurred:\n\t* permission denied\n\n'] },
};
