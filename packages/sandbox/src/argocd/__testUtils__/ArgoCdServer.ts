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

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import { type ArgoCd, createArgoCd, type SecretReader, type Timing } from '..';
import type { Application } from '../types';
import { findTool, GITHUB, type GitSandbox } from './GitSandbox';

/** Parsed JSON whose fields a test looks at without further ado. */
export interface AnyJson {
  [field: string]: AnyJson;
}

/** An answer, read to its end. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body, where it is one JSON document. */
  json: AnyJson;
}

const FAST: Partial<Timing> = {
  outOfSync: 0,
  syncing: 0,
  progressing: 0,
  resync: 3_600_000,
  selfHeal: 0,
};

/** A stand-in for Argo CD on a port of its own, over the repositories of a test. */
export class ArgoCdServer {
  readonly url: string;
  readonly #argocd: ArgoCd;
  readonly #server: Server;

  static async start(
    git: GitSandbox,
    options: {
      timing?: Partial<Timing>;
      tools?: boolean;
      secrets?: SecretReader;
      now?: () => Date;
    } = {},
  ): Promise<ArgoCdServer> {
    const argocd = await createArgoCd({
      name: 'main',
      directory: join(git.directory, 'argocd'),
      repositories: git.store,
      githubUrl: GITHUB,
      tools:
        options.tools === false
          ? {}
          : { helm: findTool('helm'), kustomize: findTool('kustomize') },
      logger: mockServices.logger.mock(),
      timing: { ...FAST, ...options.timing },
      secrets: options.secrets,
      now: options.now,
    });
    const app = express();
    app.use(argocd.handler);
    const server = createServer(app);
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    await argocd.start();
    const { port } = server.address() as AddressInfo;
    return new ArgoCdServer(`http://127.0.0.1:${port}`, argocd, server);
  }

  private constructor(url: string, argocd: ArgoCd, server: Server) {
    this.url = url;
    this.#argocd = argocd;
    this.#server = server;
  }

  async call(
    path: string,
    options: {
      method?: string;
      body?: unknown;
      token?: string | null;
      headers?: Record<string, string>;
    } = {},
  ): Promise<Answer> {
    const { method = 'GET', token = 'sandbox-token' } = options;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
        ...options.headers,
      },
      ...(options.body === undefined
        ? {}
        : {
            body:
              typeof options.body === 'string'
                ? options.body
                : JSON.stringify(options.body),
          }),
    });
    const text = await response.text();
    // The messages of a stream are one a line.
    const isJson =
      /json/.test(response.headers.get('content-type') ?? '') &&
      text !== '' &&
      !text.includes('\n');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : {},
    };
  }

  /** As a GET answers it; one whose project does not take it can only be listed. */
  async application(name: string): Promise<Application> {
    const { status, text } = await this.call(`/api/v1/applications/${name}`);
    if (status !== 400) {
      return JSON.parse(text);
    }
    const listed = await this.call(`/api/v1/applications?name=${name}`);
    return JSON.parse(listed.text).items[0];
  }

  /** Waits until an Application is as it should be; fails with its last state. */
  async until(
    name: string,
    wanted: (application: Application) => boolean | undefined,
  ): Promise<Application> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const application = await this.application(name);
      if (application.status && wanted(application)) {
        return application;
      }
      if (Date.now() > deadline) {
        throw new Error(`${name} stayed ${JSON.stringify(application)}`);
      }
      await new Promise(done => setTimeout(done, 20));
    }
  }

  /** Waits until an Application is synced to a commit and healthy. */
  async untilHealthy(name: string, revision?: string): Promise<Application> {
    return this.until(
      name,
      ({ status, operation }) =>
        !operation &&
        status.sync.status === 'Synced' &&
        status.health.status === 'Healthy' &&
        (!revision || status.sync.revision === revision),
    );
  }

  /** Waits until there is no such Application. */
  async untilGone(name: string): Promise<void> {
    const deadline = Date.now() + 20_000;
    while ((await this.call(`/api/v1/applications/${name}`)).status !== 403) {
      if (Date.now() > deadline) {
        throw new Error(`${name} is still there`);
      }
      await new Promise(done => setTimeout(done, 20));
    }
  }

  async stop(): Promise<void> {
    await this.#argocd.stop();
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
  }
}
