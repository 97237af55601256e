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
import { toError } from '@backstage/errors';
import type {
  ApplicationResource,
  ApplicationResources,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { TtlCache } from '@gitops-platform/backstage-plugin-gitops-node';
import { LRUCache } from 'lru-cache';
import type { ArgoCdInstance, ArgoCdInstances } from '../ArgoCdInstances';
import type { StoredApplication } from '../store';
import { publicReason } from '../publicReason';
import { mergeResources } from './mergeResources';

const FRESH_FOR_MS = 5_000;
/** Few, because each may hold thousands of resources: a tree that is asked for after that is read again. */
const MAX_FRESH = 20;
/** In all the trees that are kept: some tens of megabytes. */
const MAX_RESOURCES = 100_000;

interface Tree {
  items: ApplicationResource[];
  fetchedAt: string;
}

/**
 * The resource tree of an Application, asked for on demand and shared for seconds. Where the instance fails, the last
 * tree it gave is shown as stale.
 */
export class ApplicationResourcesReader {
  readonly #instances: ArgoCdInstances;
  readonly #logger: LoggerService;
  readonly #fresh = TtlCache.create<Tree>({
    max: MAX_FRESH,
    ttl: FRESH_FOR_MS,
  });
  readonly #last = new LRUCache<string, Tree>({
    maxSize: MAX_RESOURCES,
    sizeCalculation: ({ items }) => items.length + 1,
  });

  static create(options: {
    instances: ArgoCdInstances;
    logger: LoggerService;
  }): ApplicationResourcesReader {
    return new ApplicationResourcesReader(options);
  }

  private constructor(options: {
    instances: ArgoCdInstances;
    logger: LoggerService;
  }) {
    this.#instances = options.instances;
    this.#logger = options.logger;
  }

  async read(app: StoredApplication): Promise<ApplicationResources> {
    const instance = this.#instances.get(app.instance);
    if (!instance) {
      return { items: [], instances: [] };
    }
    const id = [app.instance, app.namespace, app.name].join('/');
    try {
      // The version is part of the key: a change that the page was told of must not be answered with the tree before.
      const tree = await this.#fresh.get(`${id}@${app.version}`, async () => {
        const read = await readTree(instance.client, app);
        this.#last.set(id, read);
        return read;
      });
      return {
        items: tree.items,
        instances: [
          { name: app.instance, status: 'ok', fetchedAt: tree.fetchedAt },
        ],
      };
    } catch (error) {
      this.#logger.warn(toError(error).message);
      const last = this.#last.get(id);
      return {
        items: last?.items ?? [],
        instances: [
          {
            name: app.instance,
            status: last ? 'stale' : 'error',
            error: publicReason(app.instance, error),
            fetchedAt: last?.fetchedAt,
          },
        ],
      };
    }
  }
}

async function readTree(
  client: ArgoCdInstance['client'],
  app: StoredApplication,
): Promise<Tree> {
  const [nodes, managed] = await Promise.all([
    client.getResourceTree(app),
    client.listManagedResources(app),
  ]);
  return {
    items: mergeResources(nodes, managed),
    fetchedAt: new Date().toISOString(),
  };
}
