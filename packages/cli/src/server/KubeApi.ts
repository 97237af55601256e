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

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod';

const FIELD_MANAGER = 'platform-check';

const resourceList = z.object({
  resources: z.array(
    z.object({ name: z.string(), kind: z.string(), namespaced: z.boolean() }),
  ),
});

const statusSchema = z.object({ message: z.string() });

const manifestSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().optional(),
  }),
});

/** What the API server refused, in its words. */
export class KubeRefusal extends Error {}

/**
 * Kubernetes' API through `kubectl proxy`, which signs in however the kubeconfig says.
 */
export class KubeApi {
  readonly #proxy: ChildProcess;
  readonly #url: string;
  readonly #resources = new Map<
    string,
    Promise<Map<string, { name: string; namespaced: boolean }>>
  >();

  /** Rejects with `ServiceUnavailableError` where kubectl is not on PATH or the cluster does not answer. */
  static async start(kubeconfig: string): Promise<KubeApi> {
    const proxy = spawn('kubectl', ['proxy', '--port=0'], {
      env: { ...process.env, KUBECONFIG: kubeconfig },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = await Promise.race([
      once(createInterface({ input: proxy.stdout }), 'line'),
      // Rejects where there is no such program.
      once(proxy, 'exit').then(
        () => [''],
        () => [''],
      ),
    ]);
    const address = /127\.0\.0\.1:\d+/.exec(String(line))?.[0];
    const api = address && new KubeApi(proxy, `http://${address}`);
    if (!api || !(await api.#answers())) {
      proxy.kill();
      throw new ServiceUnavailableError(
        `The cluster of ${kubeconfig} does not answer: is kubectl on PATH, and does 'kubectl --kubeconfig ${kubeconfig} get namespaces' work?`,
      );
    }
    return api;
  }

  private constructor(proxy: ChildProcess, url: string) {
    this.#proxy = proxy;
    this.#url = url;
  }

  stop(): void {
    this.#proxy.kill();
  }

  /**
   * Server-side apply, refusing unknown and duplicate fields. Rejects with {@link KubeRefusal}.
   *
   * @param options - `namespace`: of a manifest that names none
   */
  async apply(
    manifest: unknown,
    options: { namespace?: string; dryRun?: boolean } = {},
  ): Promise<void> {
    const { namespace, dryRun } = options;
    const path = await this.#pathOf(manifest, namespace);
    const query = new URLSearchParams({
      fieldManager: FIELD_MANAGER,
      fieldValidation: 'Strict',
      force: 'true',
      ...(dryRun && { dryRun: 'All' }),
    });
    await this.#call('PATCH', `${path}?${query}`, {
      type: 'application/apply-patch+yaml',
      body: manifest,
    });
  }

  /** Merges into the status of an object. */
  async mergeStatus(path: string, status: object): Promise<void> {
    await this.#call('PATCH', `${path}/status`, {
      type: 'application/merge-patch+json',
      body: { status },
    });
  }

  /** The answer as it is. Rejects with {@link KubeRefusal}, also for what is not there. */
  get(path: string): Promise<unknown> {
    return this.#call('GET', path);
  }

  async delete(path: string): Promise<void> {
    await this.#call('DELETE', path);
  }

  async #answers(): Promise<boolean> {
    try {
      await this.get('/api');
      return true;
    } catch {
      return false;
    }
  }

  async #pathOf(manifest: unknown, namespace = 'default'): Promise<string> {
    const { apiVersion, kind, metadata } = manifestSchema.parse(manifest);
    const root = apiVersion.includes('/')
      ? `/apis/${apiVersion}`
      : `/api/${apiVersion}`;
    const resource = (await this.#resourcesOf(root)).get(kind);
    if (!resource) {
      throw new KubeRefusal(
        `the server does not know ${kind} of ${apiVersion}`,
      );
    }
    const name = encodeURIComponent(metadata.name);
    return resource.namespaced
      ? `${root}/namespaces/${metadata.namespace ?? namespace}/${
          resource.name
        }/${name}`
      : `${root}/${resource.name}/${name}`;
  }

  async #resourcesOf(root: string) {
    let known = this.#resources.get(root);
    if (!known) {
      known = this.#call('GET', root)
        .then(answer => resourceList.parse(answer).resources)
        .catch(() => [])
        .then(
          resources =>
            new Map(
              resources
                .filter(({ name }) => !name.includes('/'))
                .map(({ kind, name, namespaced }) => [
                  kind,
                  { name, namespaced },
                ]),
            ),
        );
      this.#resources.set(root, known);
    }
    return known;
  }

  /** Forgets which kinds there are, once CRDs were installed. */
  forgetKinds(): void {
    this.#resources.clear();
  }

  async #call(
    method: string,
    path: string,
    content?: { type: string; body: unknown },
  ): Promise<unknown> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      ...(content && {
        headers: { 'content-type': content.type },
        body: JSON.stringify(content.body),
      }),
      signal: AbortSignal.timeout(60_000),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new KubeRefusal(messageOf(text) ?? `HTTP ${response.status}`);
    }
    return JSON.parse(text);
  }
}

/** Paths that there are not are refused in plain text. */
function messageOf(text: string): string | undefined {
  try {
    return statusSchema.parse(JSON.parse(text)).message;
  } catch {
    return undefined;
  }
}
