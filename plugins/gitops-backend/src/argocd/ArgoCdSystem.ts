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
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  ArgoCdClient,
  GitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { RepositorySource } from '../git/RepositorySource';
import type { PendingPullRequests } from '../pullRequests/PendingPullRequests';
import type { EntitySignals } from '../signals/EntitySignals';
import type { ArgoCdReaders } from './addArgoCdRoutes';
import { ArgoCdInstances } from './ArgoCdInstances';
import { ClaimedApplications } from './ClaimedApplications';
import { ApplicationHistoryReader } from './history/ApplicationHistoryReader';
import { RevisionMetadataCache } from './history/RevisionMetadataCache';
import { EntityApplicationsReader } from './overview/EntityApplicationsReader';
import { ApplicationResourcesReader } from './resources/ApplicationResourcesReader';
import { ApplicationStore, ArgoCdWatcher } from './store';
import { SourceVersions } from './version/SourceVersions';
import { VersionFileReader } from './version/VersionFileReader';

const STATUS_CHECK_MS = 1_000;

/** Argo CD as this plugin reads it: the instances, what is known of them, and what answers requests. */
export class ArgoCdSystem {
  readonly instances: ArgoCdInstances;
  readonly readers: ArgoCdReaders;
  readonly #store: ApplicationStore;
  readonly #signals: EntitySignals;
  #statusTimer: NodeJS.Timeout | undefined;

  static create(options: {
    config: GitOpsConfig;
    store: ApplicationStore;
    repositories: RepositorySource;
    pullRequests: PendingPullRequests;
    signals: EntitySignals;
    integrations: ScmIntegrationRegistry;
    logger: LoggerService;
  }): ArgoCdSystem {
    const { config, store, signals, logger, integrations } = options;
    const instances = ArgoCdInstances.create(
      config.argocd.instances.map(instance => {
        const client = ArgoCdClient.create({ config: instance, logger });
        const watcher = ArgoCdWatcher.create({ client, store, logger });
        return { config: instance, client, watcher };
      }),
    );
    const claimed = ClaimedApplications.create({ store, config });
    const readers = {
      claimed,
      overview: EntityApplicationsReader.create({
        instances,
        claimed,
        versions: SourceVersions.create({
          reader: VersionFileReader.create(options),
          config,
          logger,
          onArrival: () => signals.changed(),
        }),
        pullRequests: options.pullRequests,
        signals,
        integrations,
      }),
      history: ApplicationHistoryReader.create({
        instances,
        metadata: RevisionMetadataCache.create({ instances, logger }),
        integrations,
      }),
      resources: ApplicationResourcesReader.create({ instances, logger }),
    };
    return new ArgoCdSystem({ instances, readers, store, signals });
  }

  private constructor(options: {
    instances: ArgoCdInstances;
    readers: ArgoCdReaders;
    store: ApplicationStore;
    signals: EntitySignals;
  }) {
    this.instances = options.instances;
    this.readers = options.readers;
    this.#store = options.store;
    this.#signals = options.signals;
  }

  start(): void {
    this.#store.onChange(() => this.#signals.changed());
    let known = '';
    this.#statusTimer = setInterval(() => {
      const now = JSON.stringify(
        this.instances.states().map(({ status, error }) => [status, error]),
      );
      if (now !== known) {
        known = now;
        this.#signals.changed();
      }
    }, STATUS_CHECK_MS);
    this.#statusTimer.unref();
    this.instances.start();
  }

  async stop(): Promise<void> {
    clearInterval(this.#statusTimer);
    await this.instances.stop();
  }
}
