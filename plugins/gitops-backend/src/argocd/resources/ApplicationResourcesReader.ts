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
import type {
  ApplicationResource,
  ApplicationResources,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoCdInstance, ArgoCdInstances } from '../ArgoCdInstances';
import { OnDemandReads } from '../details/OnDemandReads';
import type { Redactor } from '../redact/Redactor';
import type { StoredApplication } from '../store';
import { mergeResources } from './mergeResources';
import { PodContainers } from './PodContainers';
import { RolloutsReader } from './rollout/RolloutsReader';

const FRESH_FOR_MS = 5_000;
/** Few, because each may hold thousands of resources: a tree that is asked for after that is read again. */
const MAX_FRESH = 20;
/** In all the trees that are kept: some tens of megabytes. */
const MAX_RESOURCES = 100_000;

interface Options {
  instances: ArgoCdInstances;
  redactor: Redactor;
  logger: LoggerService;
}

/** The resource tree of an Application. Where the instance fails, the last tree it gave is shown as stale. */
export class ApplicationResourcesReader {
  readonly #reads: OnDemandReads<ApplicationResource[]>;
  readonly #rollouts: RolloutsReader;
  readonly #containers: PodContainers;

  static create(options: Options): ApplicationResourcesReader {
    return new ApplicationResourcesReader(options);
  }

  private constructor({ instances, redactor, logger }: Options) {
    this.#rollouts = RolloutsReader.create({ redactor, logger });
    this.#containers = PodContainers.create({ logger });
    this.#reads = OnDemandReads.create({
      instances,
      logger,
      freshForMs: FRESH_FOR_MS,
      maxFresh: MAX_FRESH,
      maxKept: MAX_RESOURCES,
      sizeOf: items => items.length + 1,
    });
  }

  async read(app: StoredApplication): Promise<ApplicationResources> {
    const { value = [], instances } = await this.#reads.read(app, [], client =>
      this.#readTree(client, app),
    );
    return { items: value, instances };
  }

  /** One of the Application's resources; `failed` where nobody can say whether it is one. */
  async find(
    app: StoredApplication,
    fits: (resource: ApplicationResource) => boolean,
  ): Promise<{ found?: ApplicationResource; failed?: UpstreamStatus[] }> {
    const { items, instances } = await this.read(app);
    const failed = instances.some(({ status }) => status === 'error');
    return failed ? { failed: instances } : { found: items.find(fits) };
  }

  async #readTree(
    client: ArgoCdInstance['client'],
    app: StoredApplication,
  ): Promise<ApplicationResource[]> {
    const [nodes, managed] = await Promise.all([
      client.getResourceTree(app),
      client.listManagedResources(app),
    ]);
    const [rollouts, containers] = await Promise.all([
      this.#rollouts.read(app, client, nodes),
      this.#containers.read(app, client, nodes),
    ]);
    return mergeResources(nodes, managed).map(resource => {
      const names = containers.get(resource.uid) ?? [];
      return {
        ...resource,
        rollout: rollouts.get(resource.uid),
        containers: names.length > 0 ? names : undefined,
      };
    });
  }
}
