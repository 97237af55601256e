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
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { parseAllDocuments } from 'yaml';
import { Cluster } from '../../argocd/cluster';
import { VersionCounter } from '../../argocd/store';
import { createTraefik, type TraefikOptions } from '..';

/** Parsed JSON whose fields a test looks at without further ado. */
interface AnyJson {
  [field: string]: AnyJson;
}

/** A stand-in for Traefik, two replicas on ports of their own, over a cluster that the test fills. */
export class TraefikServer {
  readonly cluster: Cluster;
  readonly urls: string[];
  readonly #servers: Server[];
  readonly #directory: string;
  readonly #options: Partial<TraefikOptions>;

  static async start(
    options: Partial<TraefikOptions> & { kept?: Cluster } = {},
  ): Promise<TraefikServer> {
    const now = () => new Date('2026-11-21T10:00:00Z');
    const directory =
      options.directory ?? (await mkdtemp(join(tmpdir(), 'traefik-test-')));
    const cluster =
      options.kept ??
      new Cluster({ versions: new VersionCounter(1), now, progressing: 0 });
    const { replicas } = await createTraefik({
      directory,
      cluster: {
        list: () => cluster.list(),
        clock: () => ({ now: now().getTime(), progressing: 0 }),
      },
      replicas: 2,
      throttleMs: 0,
      now,
      ...options,
    });
    const servers = await Promise.all(
      replicas.map(async replica => {
        const app = express();
        app.use(replica);
        const server = createServer(app);
        await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
        return server;
      }),
    );
    return new TraefikServer({ cluster, servers, directory, options });
  }

  private constructor(made: {
    cluster: Cluster;
    servers: Server[];
    directory: string;
    options: Partial<TraefikOptions>;
  }) {
    this.cluster = made.cluster;
    this.#servers = made.servers;
    this.#directory = made.directory;
    this.#options = made.options;
    this.urls = made.servers.map(server => {
      const { port } = server.address() as AddressInfo;
      return `http://127.0.0.1:${port}`;
    });
  }

  /** Applies manifests, as a sync would. */
  apply(yaml: string): void {
    for (const document of parseAllDocuments(yaml)) {
      this.cluster.apply(document.toJS());
    }
  }

  async call(
    path: string,
    options: RequestInit & { replica?: number } = {},
  ): Promise<{
    status: number;
    headers: Headers;
    text: string;
    json: AnyJson;
  }> {
    const { replica = 0, ...init } = options;
    const response = await fetch(`${this.urls[replica]}${path}`, {
      redirect: 'manual',
      ...init,
    });
    const text = await response.text();
    const json = /^[[{]/.test(text) ? JSON.parse(text) : {};
    return { status: response.status, headers: response.headers, text, json };
  }

  /** A call of the sandbox's own. */
  async tell(path: string, body: object, replica = 0) {
    return this.call(`/_sandbox/${path}`, {
      replica,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** Stops it and starts another over the same state and cluster. */
  async restart(): Promise<TraefikServer> {
    await this.#close();
    return TraefikServer.start({
      ...this.#options,
      kept: this.cluster,
      directory: this.#directory,
    });
  }

  async dispose(): Promise<void> {
    await this.#close();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #close(): Promise<void> {
    for (const server of this.#servers) {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    }
  }
}
