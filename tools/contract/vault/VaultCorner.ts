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

import { call, prepare } from './target';

/** What the README of the backend says suffices, for one mount. */
export const leastPolicy = (mount: string) => `
path "${mount}/metadata/*" { capabilities = ["read", "list"] }
path "${mount}/subkeys/*"  { capabilities = ["read"] }
`;

/** The same for a KV engine of version 1. */
export const leastPolicyOfVersion1 = (mount: string) => `
path "${mount}/*" { capabilities = ["list"] }
`;

/** A corner of the server that a file of tests has for itself. */
export class VaultCorner {
  readonly name: string;
  /** A KV engine of version 2. */
  readonly versioned: string;
  /** A KV engine of version 1. */
  readonly plain: string;
  /** The policy that the documentation asks for, on both. */
  readonly policy: string;
  readonly #paths: string[] = [];

  static async create(name: string): Promise<VaultCorner> {
    const corner = new VaultCorner(`gitops-contract-${name}`);
    await corner.dispose();
    await corner.#set(`sys/mounts/${corner.versioned}`, {
      type: 'kv',
      options: { version: '2' },
    });
    await corner.#set(`sys/mounts/${corner.plain}`, {
      type: 'kv',
      options: { version: '1' },
    });
    await corner.#set(
      `sys/policies/acl/${corner.policy}`,
      {
        policy: `${leastPolicy(corner.versioned)}${leastPolicyOfVersion1(
          corner.plain,
        )}`,
      },
      'PUT',
    );
    // A new engine of version 2 answers 400 until it has set itself up.
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const { status } = await call(`${corner.versioned}/metadata?list=true`);
      if (status === 404) break;
      await new Promise(resolve => {
        setTimeout(resolve, 100);
      });
    }
    return corner;
  }

  private constructor(name: string) {
    this.name = name;
    this.versioned = `${name}/v2`;
    this.plain = `${name}/v1`;
    this.policy = name;
    this.#paths.push(
      `sys/mounts/${this.versioned}`,
      `sys/mounts/${this.plain}`,
      `sys/policies/acl/${this.policy}`,
    );
  }

  /** Writes a version of a secret in the engine of version 2. */
  async write(path: string, data: Record<string, unknown>): Promise<void> {
    await prepare(`${this.versioned}/data/${path}`, { data });
  }

  /** An authentication method of its own, by the path behind `auth/`. */
  async enableAuth(type: string): Promise<string> {
    const path = `${this.name}-${type}`;
    await this.#set(`sys/auth/${path}`, { type });
    this.#paths.push(`sys/auth/${path}`);
    return path;
  }

  /** A token with the policy that the documentation asks for. */
  async token(options: object = {}): Promise<string> {
    const { auth } = await prepare('auth/token/create', {
      policies: [this.policy],
      ttl: '10m',
      ...options,
    });
    return auth?.client_token ?? '';
  }

  async dispose(): Promise<void> {
    for (const path of this.#paths) {
      await call(path, { method: 'DELETE' });
    }
  }

  /** What an earlier run left behind makes way. */
  async #set(path: string, body: object, method = 'POST'): Promise<void> {
    await call(path, { method: 'DELETE' });
    await prepare(path, body, method);
  }
}
