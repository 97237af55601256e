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

import type { InstanceState } from '@gitops-platform/backstage-plugin-gitops-common';
import type { VaultServer } from './VaultServer';

/** The configured Vault servers. */
export class VaultServers {
  readonly #servers: Map<string, VaultServer>;

  static create(servers: VaultServer[]): VaultServers {
    return new VaultServers(servers);
  }

  private constructor(servers: VaultServer[]) {
    this.#servers = new Map(servers.map(server => [server.name, server]));
  }

  get all(): VaultServer[] {
    return [...this.#servers.values()];
  }

  get(name: string): VaultServer | undefined {
    return this.#servers.get(name);
  }

  start(): void {
    this.all.forEach(server => server.start());
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map(server => server.stop()));
  }

  /** How every server fares, for those who run them. */
  states(): InstanceState[] {
    return this.all.map(({ instanceState }) => instanceState);
  }
}
