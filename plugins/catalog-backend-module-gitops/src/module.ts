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
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import {
  ArgoCdClient,
  readGitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { createRules } from './applications/rules';
import { providedAddOns } from './addOns/providedAddOns';
import { providedClusters } from './clusters/providedClusters';
import { readCatalogConfig } from './config/readCatalogConfig';
import { InstanceProvider } from './entities/InstanceProvider';
import { ApplicationDecisions } from './processor/ApplicationDecisions';
import { ApplicationProcessor } from './processor/ApplicationProcessor';
import { EntityReader } from './reading/EntityReader';
import { InstanceReader } from './reading/InstanceReader';
import { scheduleReading } from './reading/scheduleReading';
import { DecisionReport } from './report/DecisionReport';

/**
 * Finds the Argo CD Applications of catalog entities, and adds the clusters that Argo CD deploys to and the add-ons that
 * it installs on them. A wrong `gitops`
 * configuration stops the backend at start-up.
 *
 * @public
 */
export const catalogModuleGitOps = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'gitops',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        processing: catalogProcessingExtensionPoint,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, catalog, processing, lifecycle, logger, scheduler } =
          deps;
        const gitops = readGitOpsConfig(deps.rootConfig, { logger });
        const { kinds, label, schedule, clusters, addOns } = readCatalogConfig(
          deps.rootConfig,
        );
        if (gitops.argocd.instances.length === 0) {
          logger.info(
            'There are no Argo CD instances in gitops.argocd.instances, so that the catalog learns nothing from them',
          );
          return;
        }

        const clients = gitops.argocd.instances.map(config =>
          ArgoCdClient.create({ config, logger }),
        );
        const instances = clients.map(client =>
          InstanceReader.create({
            client,
            label,
            clusters: clusters.enabled || addOns.enabled,
            logger,
          }),
        );
        const rules = createRules(gitops);
        const entities = EntityReader.create({
          catalog,
          auth,
          rules,
          kinds,
          logger,
        });
        const decisions = ApplicationDecisions.create({
          rules,
          readers: { instances, entities },
        });
        const report = DecisionReport.create({ logger });

        processing.addProcessor(
          ApplicationProcessor.create({ decisions, kinds }),
        );
        const names = instances.map(({ name }) => name);
        const provided = [
          clusters.enabled &&
            providedClusters({ config: clusters, instances: names }),
          addOns.enabled &&
            providedAddOns({
              config: addOns,
              instances: names,
              clusters: clusters.enabled,
            }),
        ];
        for (const one of provided) {
          if (one) {
            processing.addEntityProvider(
              InstanceProvider.createAll({
                readers: instances,
                entities: one,
                scheduler,
                schedule,
                logger,
              }),
            );
          }
        }
        // The catalog is read over HTTP, which it does not serve before.
        lifecycle.addStartupHook(() =>
          scheduleReading({
            instances,
            entities,
            scheduler,
            schedule,
            onRead: () => report.update(decisions),
          }),
        );
        lifecycle.addShutdownHook(async () => {
          await Promise.all(clients.map(client => client.close()));
        });
      },
    });
  },
});
