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
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { ClustersConfig } from '../config/CatalogConfig';
import type { InstanceReader } from '../reading/InstanceReader';
import { isShareable, type Cluster } from './Cluster';
import { clusterEntity } from './clusterEntity';
import { clusterNames } from './clusterNames';
import { clustersOf } from './clustersOf';

type Reader = Pick<InstanceReader, 'name' | 'reading' | 'refresh'>;

/**
 * Provides the clusters of one instance, each time that it has answered, so that one which is down loses none. A
 * cluster that several instances deploy to is provided by the first of them in the configuration.
 */
export class ClusterProvider implements EntityProvider {
  readonly #reader: Reader;
  readonly #readers: Reader[];
  readonly #config: ClustersConfig;
  readonly #scheduler: SchedulerService;
  readonly #schedule: SchedulerServiceTaskScheduleDefinition;
  readonly #logger: LoggerService;

  /** One provider per instance. */
  static createAll(options: {
    /** Of all instances, in the order of the configuration. */
    readers: Reader[];
    config: ClustersConfig;
    scheduler: SchedulerService;
    schedule: SchedulerServiceTaskScheduleDefinition;
    logger: LoggerService;
  }): ClusterProvider[] {
    return options.readers.map(
      reader => new ClusterProvider({ ...options, reader }),
    );
  }

  private constructor(options: {
    reader: Reader;
    readers: Reader[];
    config: ClustersConfig;
    scheduler: SchedulerService;
    schedule: SchedulerServiceTaskScheduleDefinition;
    logger: LoggerService;
  }) {
    const { reader, readers, config, scheduler, schedule, logger } = options;
    this.#reader = reader;
    this.#readers = readers;
    this.#config = config;
    this.#scheduler = scheduler;
    this.#schedule = schedule;
    this.#logger = logger;
  }

  getProviderName(): string {
    return `gitops-clusters:${this.#reader.name}`;
  }

  /** One replica at a time writes to the catalog. */
  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#scheduler.scheduleTask({
      ...this.#schedule,
      scope: 'global',
      id: this.getProviderName(),
      fn: signal => this.#provide(connection, signal),
    });
  }

  async #provide(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<void> {
    const earlier = this.#readers.slice(0, this.#readers.indexOf(this.#reader));
    const [answered] = await Promise.all(
      [this.#reader, ...earlier].map(reader => reader.refresh(signal)),
    );
    // Names come from the list, and without it clusters would be taken for others.
    if (!answered || !this.#reader.reading?.clusters) {
      return;
    }
    const taken = new Set(
      earlier
        .flatMap(clustersFrom)
        .filter(isShareable)
        .map(({ key }) => key),
    );
    const clusters = clustersFrom(this.#reader);
    // Argo CD answers an account that has lost its permissions with empty lists, and it has always one cluster: its own.
    if (clusters.length === 0) {
      return;
    }
    const names = clusterNames(clusters, {
      instances: this.#readers.map(({ name }) => name),
    });
    const location = this.getProviderName();
    const entities = clusters
      .filter(({ key }) => !taken.has(key))
      .map(cluster => ({
        locationKey: location,
        entity: clusterEntity({
          cluster,
          name: names.get(cluster.key) ?? cluster.key,
          location,
          config: this.#config,
        }),
      }));
    try {
      await connection.applyMutation({ type: 'full', entities });
    } catch (error) {
      this.#logger.error(
        `The clusters of Argo CD instance '${
          this.#reader.name
        }' could not be written to the catalog`,
        toError(error),
      );
    }
  }
}

function clustersFrom({ name, reading }: Reader): Cluster[] {
  return clustersOf({
    instance: name,
    listed: reading?.clusters ?? [],
    applications: reading?.applications ?? [],
  });
}
