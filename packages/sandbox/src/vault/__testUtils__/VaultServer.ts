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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { createFaults } from '../../faults';
import { listenOnLoopback } from '../../server/listenOnLoopback';
import express from 'express';
import { createVault, ROOT_TOKEN } from '..';

/** Parsed JSON whose fields a test looks at without further ado. */
interface AnyJson {
  [field: string]: AnyJson;
}

/** A stand-in for Vault on a port of its own, with a clock that the test moves. */
export class VaultServer {
  readonly url: string;
  readonly #directory: string;
  readonly #stop: () => Promise<void>;
  readonly #clock: { now: number };

  static async start(
    options: { directory?: string; now?: number } = {},
  ): Promise<VaultServer> {
    const directory =
      options.directory ?? (await mkdtemp(join(tmpdir(), 'vault-test-')));
    const clock = { now: options.now ?? Date.parse('2026-11-21T10:00:00Z') };
    const server = await listenOnLoopback({
      port: 0,
      name: 'the test',
      listMethod: true,
    });
    const { handler, stop } = await createVault({
      directory,
      faults: createFaults(),
      logger: mockServices.logger.mock(),
      now: () => new Date(clock.now),
    });
    const app = express();
    app.use(handler);
    server.handle(app);
    const url = `http://127.0.0.1:${server.port}`;
    return new VaultServer(url, directory, clock, async () => {
      await server.close();
      await stop();
    });
  }

  private constructor(
    url: string,
    directory: string,
    clock: { now: number },
    stop: () => Promise<void>,
  ) {
    this.url = url;
    this.#directory = directory;
    this.#clock = clock;
    this.#stop = stop;
  }

  /** Lets time go by. */
  wait(seconds: number): void {
    this.#clock.now += seconds * 1000;
  }

  /** A call with the root token, unless another one (or none, `''`) is given. */
  async call(
    method: string,
    path: string,
    options: {
      body?: unknown;
      token?: string;
      headers?: Record<string, string>;
    } = {},
  ): Promise<{ status: number; json: AnyJson; text: string }> {
    const { body, token = ROOT_TOKEN, headers } = options;
    const response = await fetch(`${this.url}/${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token ? { 'X-Vault-Token': token } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      text,
      json: isJson && text ? JSON.parse(text) : {},
    };
  }

  /** Stops it and starts another over the same state. */
  async restart(): Promise<VaultServer> {
    await this.#stop();
    return VaultServer.start({
      directory: this.#directory,
      now: this.#clock.now,
    });
  }

  async dispose(): Promise<void> {
    await this.#stop();
    await rm(this.#directory, { recursive: true, force: true });
  }
}
