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
import type { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { InstanceReader } from '../reading/InstanceReader';

/** As much of an {@link InstanceReader} as providers need. */
export type Reader = Pick<InstanceReader, 'name' | 'reading' | 'refresh'>;

/** What {@link InstanceProvider} needs to know of the entities that it provides. */
export interface ProvidedEntities {
  /** What they are called in messages, such as `clusters`. */
  plural: string;
  /**
   * Those of an instance. `undefined` where it is not known which there are, so that all stay.
   *
   * @param options - `earlier`: the instances before it in the configuration
   */
  of(options: {
    reader: Reader;
    earlier: Reader[];
    location: string;
  }): Entity[] | undefined;
}

export interface InstanceProviderOptions {
  /** Of all instances, in the order of the configuration. */
  readers: Reader[];
  scheduler: SchedulerService;
  schedule: SchedulerServiceTaskScheduleDefinition;
  logger: LoggerService;
}

/** Provides the entities of one instance, each time that it has answered, so that one which is down loses none. */
export class InstanceProvider implements EntityProvider {
  readonly #reader: Reader;
  readonly #entities: ProvidedEntities;
  readonly #options: InstanceProviderOptions;

  /** One provider per instance. */
  static createAll(
    options: InstanceProviderOptions & { entities: ProvidedEntities },
  ): InstanceProvider[] {
    return options.readers.map(
      reader => new InstanceProvider({ ...options, reader }),
    );
  }

  private constructor(
    options: InstanceProviderOptions & {
      entities: ProvidedEntities;
      reader: Reader;
    },
  ) {
    this.#reader = options.reader;
    this.#entities = options.entities;
    this.#options = options;
  }

  getProviderName(): string {
    return `gitops-${this.#entities.plural}:${this.#reader.name}`;
  }

  /** One replica at a time writes to the catalog. */
  async connect(connection: EntityProviderConnection): Promise<void> {
    const { scheduler, schedule } = this.#options;
    await scheduler.scheduleTask({
      ...schedule,
      scope: 'global',
      id: this.getProviderName(),
      fn: signal => this.#provide(connection, signal),
    });
  }

  async #provide(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<void> {
    const { readers, logger } = this.#options;
    const earlier = readers.slice(0, readers.indexOf(this.#reader));
    const [answered] = await Promise.all(
      [this.#reader, ...earlier].map(reader => reader.refresh(signal)),
    );
    const location = this.getProviderName();
    const entities =
      answered &&
      this.#entities.of({ reader: this.#reader, earlier, location });
    if (!entities) {
      return;
    }
    try {
      await connection.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({ entity, locationKey: location })),
      });
    } catch (error) {
      logger.error(
        `The ${this.#entities.plural} of Argo CD instance '${
          this.#reader.name
        }' could not be written to the catalog`,
        toError(error),
      );
    }
  }
}
