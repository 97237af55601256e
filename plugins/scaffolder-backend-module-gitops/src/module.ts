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
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  GitOpsRepositories,
  GitOpsRepositoryProvider,
  scaffolderGitOpsRepositoryProvidersExtensionPoint,
  readGitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { createApplicationCreateAction } from './actions/applicationCreate';
import { createApplicationWaitAction } from './actions/applicationWait';
import { createChartCreateAction } from './actions/chartCreate';
import { createManifestsValidateAction } from './actions/manifestsValidate';
import { createPromoteAction } from './actions/promote';
import { createPullRequestAction } from './actions/pullRequest';
import { createReleaseFacts } from './actions/release/ReleaseFacts';
import { createRepositoryEnsureAction } from './actions/repositoryEnsure';
import { createRollbackAction } from './actions/rollback';
import { createYamlEditAction } from './actions/yamlEdit';

/**
 * Adds the `gitops:*` actions to the scaffolder.
 * @public
 */
export const scaffolderModuleGitOps = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'gitops',
  register(env) {
    const providers: GitOpsRepositoryProvider[] = [];
    env.registerExtensionPoint(
      scaffolderGitOpsRepositoryProvidersExtensionPoint,
      {
        addProvider: provider => {
          providers.push(provider);
        },
      },
    );
    env.registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        discovery: coreServices.discovery,
        userInfo: coreServices.userInfo,
        rootConfig: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ scaffolder, rootConfig, logger, ...deps }) {
        const config = readGitOpsConfig(rootConfig, { logger });
        const repositories = GitOpsRepositories.fromConfig({
          config: rootConfig,
          gitopsConfig: config,
          logger,
          providers,
        });
        const release = {
          ...deps,
          config,
          repositories,
          facts: createReleaseFacts(deps),
        };
        scaffolder.addActions(
          createRepositoryEnsureAction({ config, repositories, ...deps }),
          createChartCreateAction({ config, repositories }),
          createApplicationCreateAction({ config, repositories }),
          createYamlEditAction(),
          createManifestsValidateAction({ config, repositories }),
          createPullRequestAction({ config, repositories }),
          createApplicationWaitAction({ config, repositories, logger }),
          createPromoteAction(release),
          createRollbackAction(release),
        );
      },
    });
  },
});
