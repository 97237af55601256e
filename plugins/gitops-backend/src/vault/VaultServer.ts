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

import type {
  InstanceState,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  TtlCache,
  type VaultClient,
  type VaultLocation,
  type VaultMount,
  type VaultServerConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import limit from 'p-limit';
import { chooseMount } from './read/chooseMount';
import type { PathAnswer } from './read/PathAnswer';
import { readPath } from './read/readPath';
import { unlessRefused } from './read/unlessRefused';
import type { ServerWatch } from './ServerWatch';

const MOUNTS_FRESH_FOR_MS = 5 * 60_000;
const MAX_NAMESPACES = 500;
const MAX_VERSIONS = 20_000;
const MOUNTS_DENIED =
  "The backend's Vault policy does not let it see the secrets engines here: it needs the namespace, or mounts in the configuration.";
const NO_NAMESPACE = 'There is no such namespace in this Vault.';

/** What is asked of a server for the page of an entity. */
export type VaultReads = Pick<VaultClient, 'getMetadata' | 'list' | 'listKeys'>;

interface Options {
  config: VaultServerConfig;
  client: Pick<
    VaultClient,
    'circuit' | 'close' | 'getMetadata' | 'list' | 'listKeys' | 'listMounts'
  >;
  watch: Pick<ServerWatch, 'answered' | 'failed' | 'start' | 'state' | 'stop'>;
}

/** One Vault server, which is never asked for more at a time than its configuration allows. */
export class VaultServer {
  readonly config: VaultServerConfig;
  readonly #client: Options['client'];
  readonly #watch: Options['watch'];
  readonly #limit: ReturnType<typeof limit>;
  readonly #mounts = TtlCache.create<VaultMount[]>({
    max: MAX_NAMESPACES,
    ttl: MOUNTS_FRESH_FOR_MS,
  });
  readonly #keys = TtlCache.create<string[]>({ max: MAX_VERSIONS, ttl: 0 });

  static create(options: Options): VaultServer {
    return new VaultServer(options);
  }

  private constructor(options: Options) {
    this.config = options.config;
    this.#client = options.client;
    this.#watch = options.watch;
    this.#limit = limit(options.config.limits.concurrency);
  }

  get name(): string {
    return this.config.name;
  }

  /** How it fares. */
  get state() {
    return this.#watch.state;
  }

  /** How it fares, in words for everybody. */
  get status(): UpstreamStatus {
    const { status, reason, since, fetchedAt } = this.#watch.state;
    return { name: this.name, status, error: reason, since, fetchedAt };
  }

  /** How it fares, for those who run it. */
  get instanceState(): InstanceState {
    const { error, version } = this.#watch.state;
    return {
      system: 'vault',
      ...this.status,
      error,
      version,
      circuit: this.#client.circuit,
    };
  }

  start(): void {
    this.#watch.start();
  }

  async stop(): Promise<void> {
    this.#watch.stop();
    await this.#client.close();
  }

  /** What is at a path, whose proof the caller has seen to. Rejects where the server fails. */
  async read(at: {
    namespace?: string;
    mount?: string;
    path: string;
  }): Promise<PathAnswer> {
    try {
      const answer = await this.#read(at);
      this.#watch.answered();
      return answer;
    } catch (error) {
      this.#watch.failed(error);
      throw error;
    }
  }

  async #read(at: {
    namespace?: string;
    mount?: string;
    path: string;
  }): Promise<PathAnswer> {
    const { namespace, path } = at;
    const { limits, mounts: configured } = this.config;
    const mounts = await unlessRefused(() =>
      this.#mounts.get(namespace ?? '', () =>
        this.#limit(() => this.#client.listMounts(namespace)),
      ),
    );
    if (!mounts.value) {
      return mounts.refused === 'denied'
        ? { status: 'denied', reason: MOUNTS_DENIED }
        : { status: 'missing', reason: NO_NAMESPACE };
    }
    const mount = chooseMount({
      mounts: mounts.value,
      configured: configured.length > 0,
      wanted: at.mount,
    });
    if ('reason' in mount) {
      return { status: 'missing', ...mount };
    }
    return readPath(
      this.#reads,
      { mount, namespace, path },
      { limit: limits.secrets, keys: this.#keys },
    );
  }

  /** Each call for itself waits for its turn: one that holds several could wait for itself. */
  readonly #reads: VaultReads = {
    list: (location: VaultLocation) =>
      this.#limit(() => this.#client.list(location)),
    getMetadata: location =>
      this.#limit(() => this.#client.getMetadata(location)),
    listKeys: location => this.#limit(() => this.#client.listKeys(location)),
  };
}
