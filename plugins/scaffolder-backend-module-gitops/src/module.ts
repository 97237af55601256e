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
import { createPullRequestAction } from './actions/pullRequest';
import { createRepositoryEnsureAction } from './actions/repositoryEnsure';
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
    env.registerExtensionPoint(scaffolderGitOpsRepositoryProvidersExtensionPoint, {
      addProvider: provider => {
        providers.push(provider);
      },
    });
    env.registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        rootConfig: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ scaffolder, auth, catalog, rootConfig, logger }) {
        const config = readGitOpsConfig(rootConfig);
        const repositories = GitOpsRepositories.fromConfig({
          config: rootConfig,
          gitopsConfig: config,
          logger,
          providers,
        });
        scaffolder.addActions(
          createRepositoryEnsureAction({ config, repositories, catalog, auth }),
          createChartCreateAction({ config, repositories }),
          createApplicationCreateAction({ config, repositories }),
          createYamlEditAction(),
          createManifestsValidateAction({ config, repositories }),
          createPullRequestAction({ config, repositories }),
          createApplicationWaitAction({ config, repositories, logger }),
        );
      },
    });
  },
});
