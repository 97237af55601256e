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
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  GitOpsRepositories,
  GitOpsRepositoryProvider,
  gitOpsRepositoryProvidersExtensionPoint,
  gitOpsVaultAuthMethodsExtensionPoint,
  readGitOpsConfig,
  readRedactRules,
  readTraefikConfig,
  readVaultConfig,
  type VaultAuthMethod,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { registerActions } from './actions/registerActions';
import { addArgoCdRoutes } from './argocd/addArgoCdRoutes';
import { ApplicationAccess } from './argocd/ApplicationAccess';
import { ArgoCdSystem } from './argocd/ArgoCdSystem';
import { whyOff } from './argocd/operations/whyOff';
import { ApplicationStore } from './argocd/store';
import { addDeliveryRoutes } from './delivery/addDeliveryRoutes';
import { createDelivery } from './delivery/createDelivery';
import { addDeploymentRoutes } from './deployments/addDeploymentRoutes';
import { createDeployments } from './deployments/createDeployments';
import { recordingRotations } from './deployments/recording/recordingRotations';
import { addFleetRoutes } from './fleet/addFleetRoutes';
import { ClaimingEntities } from './fleet/claims/ClaimingEntities';
import { createFleet } from './fleet/createFleet';
import { addFormRoutes } from './forms/addFormRoutes';
import { createFormChecks } from './forms/createFormChecks';
import { addInstanceRoutes } from './instances/addInstanceRoutes';
import { EntityAccess } from './permissions/EntityAccess';
import { registerPermissions } from './permissions/registerPermissions';
import { ResourceAuthorizer } from './permissions/ResourceAuthorizer';
import { createPendingPullRequests } from './pullRequests/createPendingPullRequests';
import { createGitOpsRouter } from './router';
import { EntitySignals } from './signals/EntitySignals';
import { addTraefikRoutes } from './traefik/addTraefikRoutes';
import { TraefikSystem } from './traefik/TraefikSystem';
import { addVaultRoutes } from './vault/addVaultRoutes';
import { VaultSystem } from './vault/VaultSystem';

/**
 * The backend of the GitOps plugins. A wrong `gitops` configuration stops the backend at start-up.
 *
 * @public
 */
export const gitopsPlugin = createBackendPlugin({
  pluginId: 'gitops',
  register(env) {
    const providers: GitOpsRepositoryProvider[] = [];
    env.registerExtensionPoint(gitOpsRepositoryProvidersExtensionPoint, {
      addProvider: provider => {
        providers.push(provider);
      },
    });

    const methods: VaultAuthMethod[] = [];
    env.registerExtensionPoint(gitOpsVaultAuthMethodsExtensionPoint, {
      addMethod: method => {
        methods.push(method);
      },
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auditor, auth, catalog, httpAuth, logger } = deps;
        const config = readGitOpsConfig(deps.config, { logger });
        const integrations = ScmIntegrations.fromConfig(deps.config);
        const repositories = GitOpsRepositories.fromConfig({
          config: deps.config,
          gitopsConfig: config,
          logger,
          providers,
        });

        const store = ApplicationStore.create({ logger });
        const signals = EntitySignals.create({
          signals: deps.signals,
          logger,
          version: () => store.version,
        });
        const pullRequests = createPendingPullRequests({
          config,
          repositories,
          signals,
          logger,
        });
        const argocd = ArgoCdSystem.create({
          config,
          store,
          repositories,
          pullRequests,
          signals,
          integrations,
          redact: readRedactRules(deps.config),
          operationsOff: whyOff({
            operations: config.operations.enabled,
            permissions:
              deps.config.getOptionalBoolean('permission.enabled') ?? false,
          }),
          logger,
        });

        const vault = VaultSystem.create({
          config,
          vault: readVaultConfig(deps.config, { logger }),
          methods,
          claimed: argocd.readers.claimed,
          applied: argocd.applied,
          signals,
          logger,
        });

        const traefik = TraefikSystem.create({
          config,
          traefik: readTraefikConfig(deps.config),
          argocd,
          store,
          signals,
          redact: readRedactRules(deps.config),
          logger,
        });

        registerPermissions({
          permissionsRegistry: deps.permissionsRegistry,
          auth,
          catalog,
          claimed: argocd.readers.claimed,
        });
        const authorizer = ResourceAuthorizer.create(deps);
        const claiming = ClaimingEntities.create(deps);
        const access = EntityAccess.create({
          httpAuth,
          catalog,
          authorizer,
          onRead: entity => claiming.saw(entity),
        });

        const router = await createGitOpsRouter({
          // An answer that does not fit the document must fail a test, and not a person's page.
          validateResponses: process.env.NODE_ENV === 'test',
        });
        addArgoCdRoutes(router, {
          ...argocd.readers,
          access,
          auditor,
          authorizer,
        });
        const deployments = await createDeployments({
          ...deps,
          claiming,
          rootConfig: deps.config,
          config,
          store,
          argocd,
          repositories,
          signals,
          integrations,
        });
        addDeploymentRoutes(router, { ...deployments, access, auditor });
        const secrets = recordingRotations(
          vault.secrets,
          deployments.rotations,
        );
        addVaultRoutes(router, { secrets, access, auditor });
        addTraefikRoutes(router, { routes: traefik.routes, access, auditor });
        const delivery = createDelivery({
          config,
          argocd,
          sources: {
            secrets,
            routes: traefik.routes,
            deployments: { read: opened => deployments.entities.list(opened) },
          },
          access,
          auditor,
          repositories,
          signals,
          integrations,
          logger,
        });
        addDeliveryRoutes(router, delivery);
        registerActions({
          ...delivery,
          actionsRegistry: deps.actionsRegistry,
          auth,
          auditor,
          access,
          application: ApplicationAccess.create({
            access,
            auditor,
            authorizer,
            claimed: argocd.readers.claimed,
          }),
          readers: argocd.readers,
        });
        const fleet = createFleet({
          ...deps,
          claiming,
          config,
          store,
          instances: argocd.instances,
          claimed: argocd.readers.claimed,
          authorizer,
        });
        addFleetRoutes(router, { ...fleet, auditor });
        addFormRoutes(router, {
          auditor,
          httpAuth,
          authorizer,
          forms: createFormChecks({
            config,
            repositories,
            auth,
            catalog,
            userInfo: deps.userInfo,
            access,
            overview: argocd.readers.overview,
            deployments: deployments.entities,
            logger,
          }),
        });
        addInstanceRoutes(router, {
          auditor,
          httpAuth,
          authorizer,
          systems: [argocd.instances, vault.instances, traefik],
        });
        deps.httpRouter.use(router);

        deps.lifecycle.addStartupHook(() => {
          deployments.start();
          argocd.start();
          vault.start();
          traefik.start();
          pullRequests.start();
        });
        deps.lifecycle.addShutdownHook(async () => {
          pullRequests.stop();
          signals.stop();
          fleet.stop();
          await deployments.stop();
          claiming.stop();
          await vault.stop();
          await traefik.stop();
          await argocd.stop();
        });
      },
    });
  },
});
