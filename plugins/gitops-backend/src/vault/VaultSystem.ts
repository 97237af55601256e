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

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  VaultClient,
  type GitOpsConfig,
  type VaultAuthMethod,
  type VaultConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { AppliedManifests } from '../argocd/applied/AppliedManifests';
import type { ClaimedApplications } from '../argocd/ClaimedApplications';
import type { EntitySignals } from '../signals/EntitySignals';
import { EntitySecretsReader } from './overview/EntitySecretsReader';
import { WarmPaths } from './read/WarmPaths';
import { ServerWatch } from './ServerWatch';
import { VaultServer } from './VaultServer';
import { VaultServers } from './VaultServers';

/** Vault as this plugin reads it: the servers, what is known of them, and what answers requests. */
export class VaultSystem {
  readonly instances: VaultServers;
  readonly secrets: EntitySecretsReader;
  readonly #paths: WarmPaths;

  /** @throws InputError where the configuration of a server cannot be used. */
  static create(options: {
    config: Pick<GitOpsConfig, 'environments'>;
    vault: VaultConfig;
    /** Beside token, kubernetes, approle and jwt. */
    methods: VaultAuthMethod[];
    claimed: ClaimedApplications;
    applied: Pick<AppliedManifests, 'edition' | 'known' | 'read'>;
    signals: EntitySignals;
    logger: LoggerService;
  }): VaultSystem {
    const { vault, methods, signals, logger } = options;
    const servers = VaultServers.create(
      vault.servers.map(config => {
        const client = VaultClient.create({ config, methods, logger });
        const watch = ServerWatch.create({
          name: config.name,
          client,
          logger,
          onChange: () => signals.changed(),
        });
        return VaultServer.create({ config, client, watch });
      }),
    );
    const paths = WarmPaths.create({
      servers,
      onChange: entityRef => signals.entityChanged(entityRef),
    });
    const secrets = EntitySecretsReader.create({ ...options, servers, paths });
    return new VaultSystem({ servers, paths, secrets });
  }

  private constructor(options: {
    servers: VaultServers;
    paths: WarmPaths;
    secrets: EntitySecretsReader;
  }) {
    this.instances = options.servers;
    this.#paths = options.paths;
    this.secrets = options.secrets;
  }

  start(): void {
    this.instances.start();
    this.#paths.start();
  }

  async stop(): Promise<void> {
    this.#paths.stop();
    await this.instances.stop();
  }
}
