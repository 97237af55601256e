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

import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { it, type TestContext } from 'node:test';
import type { ArgoApplicationKey } from '@gitops-platform/backstage-plugin-gitops-node';
import { login } from './login';
import { pushChange, skipPush } from './pushChange';
import type { RawApplication } from './RawApplication';
import { until } from './stream';
import { application, call, type Failure, target } from './target';
import {
  type ApplicationOptions,
  manifestOf,
  projectOf,
} from './workshopManifests';

type Call = { body?: unknown; token?: string };

/**
 * A corner of the target that a file of tests has to itself: an AppProject, a folder in Git, and Applications, all of
 * which go away again. Where the target cannot give it, its tests are left out and say why.
 */
export class Workshop {
  readonly project: string;
  readonly #files: Record<string, string>;
  #missing: string | undefined;
  #token = '';
  #repoURL = '';

  constructor(name: string, files: Record<string, string> = {}) {
    this.project = `gitops-contract-${name}`;
    this.#files = files;
    this.#missing = skipPush || undefined;
    if (!target.password) this.#missing = 'ARGOCD_PASSWORD is not given';
  }

  /** The session of the account that makes things. */
  get token(): string {
    return this.#token;
  }

  /** The repository with the workshop's files, as Argo CD reaches it. */
  get repoURL(): string {
    return this.#repoURL;
  }

  /** A test that needs the workshop. */
  it(
    name: string,
    body: (context: TestContext) => Promise<void>,
    skip?: string | false,
  ): void {
    it(name, { skip: skip || this.#missing }, async context => {
      if (this.#missing) {
        context.skip(this.#missing);
        return;
      }
      await body(context);
    });
  }

  async open(): Promise<void> {
    if (this.#missing) return;
    const session = await login();
    this.#token = session.json.token ?? '';
    const { spec } = await application();
    const source = [spec.source ?? [], spec.sources ?? []].flat().at(-1);
    this.#repoURL = source?.repoURL ?? '';
    const { status, json } = await this.#putProject({});
    if (status !== 200) {
      this.#missing = `${target.username} may not make projects: ${json.message}`;
      return;
    }
    this.push(this.#files);
  }

  /** Takes everything away again; what is still being deleted is waited for. */
  async close(): Promise<void> {
    if (this.#missing) return;
    await this.#putProject({});
    const list = async () => {
      const { json } = await this.call<{ items: RawApplication[] | null }>(
        'GET',
        `/api/v1/applications?projects=${this.project}`,
      );
      return json.items ?? [];
    };
    for (const { metadata } of await list()) {
      await this.delete(metadata);
    }
    await until('Applications gone', async () => (await list()).length === 0);
    await this.call('DELETE', `/api/v1/projects/${this.project}`);
    pushChange(`Remove ${this.project}`, clone =>
      rmSync(path.join(clone, this.project), { recursive: true, force: true }),
    );
  }

  /** One call as the account that makes things, unless another token is given. */
  async call<T = Failure>(
    method: string,
    path_: string,
    { body, token = this.#token }: Call = {},
  ) {
    return call<T>(path_, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  /** The same without the content type that Argo CD asks for. */
  async callPlain(method: string, path_: string) {
    return call(path_, {
      method,
      headers: { Authorization: `Bearer ${this.#token}` },
    });
  }

  /** Sets the sync windows of the project, and nothing else. */
  async setWindows(...syncWindows: object[]): Promise<void> {
    const { status, text } = await this.putWindows(...syncWindows);
    assert.equal(status, 200, text);
  }

  /** Asks for these sync windows, which may be refused. */
  async putWindows(...syncWindows: object[]) {
    return this.#putProject({ syncWindows });
  }

  /** A token that speaks for a role: `reader` may get Applications, `syncer` also sync and read logs. */
  async roleToken(name: 'reader' | 'syncer', expiresIn = 0): Promise<string> {
    const { json } = await this.call<{ token: string }>(
      'POST',
      `/api/v1/projects/${this.project}/roles/${name}/token`,
      { body: { expiresIn } },
    );
    return json.token;
  }

  /** Writes files (`undefined` deletes one) below the workshop's folder and pushes them. */
  push(files: Record<string, string | undefined>): string {
    return pushChange(`Change ${this.project}`, clone => {
      for (const [name, content] of Object.entries(files)) {
        const file = path.join(clone, this.project, name);
        if (content === undefined) {
          rmSync(file, { force: true });
        } else {
          mkdirSync(path.dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
      }
    });
  }

  /** A source in the workshop's folder. */
  sourceOf(folder: string) {
    return {
      repoURL: this.#repoURL,
      path: `${this.project}/${folder}`,
      targetRevision: 'main',
    };
  }

  manifest(name: string, options: ApplicationOptions = {}) {
    return manifestOf(name, {
      ...options,
      project: this.project,
      folderOf: folder => this.sourceOf(folder),
    });
  }

  /** Makes an Application and waits until Argo CD has looked at it. */
  async make(
    name: string,
    options: ApplicationOptions = {},
    query = '',
  ): Promise<ArgoApplicationKey> {
    const { status, text, json } = await this.call<RawApplication>(
      'POST',
      `/api/v1/applications${query}`,
      { body: this.manifest(name, options) },
    );
    assert.equal(status, 200, text);
    const key = {
      name,
      namespace: json.metadata.namespace,
      project: this.project,
    };
    await until(`${name} compared`, async () => {
      const { status: state } = await this.get(key);
      return state.sync.status && state.health.status;
    });
    return key;
  }

  async get(key: ArgoApplicationKey, refresh?: 'normal' | 'hard') {
    const query = refresh ? `&refresh=${refresh}` : '';
    const { json, status, text } = await this.call<RawApplication>(
      'GET',
      `${this.path(key)}${query}`,
    );
    assert.equal(status, 200, text);
    return json;
  }

  /** Where an Application, or what is below it, is found; its query is begun. */
  path({ name, namespace, project }: ArgoApplicationKey, below = ''): string {
    return `/api/v1/applications/${name}${below}?appNamespace=${namespace}&project=${project}`;
  }

  /** Asks for a sync. */
  async askSync(key: ArgoApplicationKey, body: object = {}, token?: string) {
    return this.call<Failure & RawApplication>(
      'POST',
      `/api/v1/applications/${key.name}/sync`,
      {
        body: { appNamespace: key.namespace, project: key.project, ...body },
        token,
      },
    );
  }

  /** Syncs, and gives back the Application when the operation has ended and its state is up to date. */
  async sync(key: ArgoApplicationKey, body: object = {}) {
    const { status, text } = await this.askSync(key, body);
    assert.equal(status, 200, text);
    await this.ended(key);
    return this.get(key, 'normal');
  }

  /** Waits until no operation runs. */
  async ended(key: ArgoApplicationKey): Promise<RawApplication> {
    return until(`the operation of ${key.name}`, async () => {
      const found = await this.get(key);
      return (
        !found.operation && found.status.operationState?.finishedAt && found
      );
    });
  }

  async delete(
    { name, namespace }: { name: string; namespace: string },
    query = '',
  ) {
    return this.call(
      'DELETE',
      `/api/v1/applications/${name}?appNamespace=${namespace}${query}`,
    );
  }

  async #putProject(spec: object) {
    const project = projectOf(this.project, spec);
    return this.call('POST', '/api/v1/projects', {
      body: { upsert: true, project },
    });
  }
}
