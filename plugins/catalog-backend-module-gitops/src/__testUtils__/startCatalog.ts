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

import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import { catalogModuleGitOps } from '../module';
import type { ArgoCdStandIn } from './ArgoCdStandIn';

export type Database = Awaited<ReturnType<TestDatabases['init']>>;

/**
 * Starts the real catalog with the real module. Nothing is read unless the test says so.
 *
 * @param options - `database`: survives a restart.
 */
export async function startCatalog(options: {
  argocd: Record<string, ArgoCdStandIn>;
  database: Database;
  entities: Entity[];
  gitops?: JsonObject;
}) {
  const { argocd, database, entities } = options;
  const scheduler = mockServices.scheduler();
  const logger = mockServices.logger.mock({ child: () => logger });
  let connection: EntityProviderConnection | undefined;
  const provide = async (provided: Entity[]) =>
    connection?.applyMutation({
      type: 'full',
      entities: provided.map(entity => ({ entity, locationKey: 'test' })),
    });

  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleGitOps,
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'test-entities',
        register(env) {
          env.registerInit({
            deps: { processing: catalogProcessingExtensionPoint },
            init: async ({ processing }) =>
              processing.addEntityProvider({
                getProviderName: () => 'test-entities',
                connect: async connected => {
                  connection = connected;
                  await provide(entities);
                },
              }),
          });
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.database.factory({ knex: database }),
      logger.factory,
      mockServices.rootConfig.factory({
        data: {
          catalog: { processingInterval: { seconds: 1 } },
          gitops: {
            environments: [{ name: 'dev' }, { name: 'prod' }],
            argocd: {
              instances: Object.entries(argocd).map(([name, { url }]) => ({
                name,
                url,
                auth: { token: 'token' },
              })),
            },
            ...options.gitops,
          },
        },
      }),
    ],
  });

  const get = (path: string) =>
    request(backend.server).get(`/api/catalog${path}`);
  return {
    logger,
    provide,
    /** Runs the module's tasks, in this order. */
    run: async (...ids: string[]) => {
      for (const id of ids) {
        await scheduler.triggerTask(id);
      }
    },
    tasks: () => scheduler.getScheduledTasks(),
    /** `undefined` while there is none. */
    entity: async (ref: string): Promise<Entity | undefined> => {
      const [kind, name] = ref.split(':');
      const { body, status } = await get(
        `/entities/by-name/${kind}/default/${name}`,
      );
      return status === 200 ? body : undefined;
    },
    clusters: async (): Promise<Entity[]> => {
      const { body } = await get(
        '/entities?filter=kind=resource,spec.type=kubernetes-cluster',
      );
      return body;
    },
    stop: () => backend.stop(),
  };
}
