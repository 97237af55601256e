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
  AuthService,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { GitOpsConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import type { EntityApplicationsReader } from '../argocd/overview/EntityApplicationsReader';
import type { RepositorySource } from '../git/RepositorySource';
import type { EntityAccess } from '../permissions/EntityAccess';
import type { EntityDeployments } from '../deployments/EntityDeployments';
import { EnvironmentsField } from './EnvironmentsField';
import { FilesField } from './FilesField';
import { FormChecks } from './FormChecks';
import { GitOpsPlatform } from './GitOpsPlatform';
import { HostField } from './HostField';
import { NameField } from './NameField';
import { PromotionField } from './PromotionField';
import { ReleaseDoor } from './ReleaseDoor';
import { ReleaseForm } from './ReleaseForm';
import { RollbackField } from './RollbackField';
import { ServiceOwnership } from './ServiceOwnership';

/** The checks of the wizard against the first configured GitOps repository. */
export function createFormChecks(options: {
  config: GitOpsConfig;
  repositories: RepositorySource;
  auth: AuthService;
  catalog: CatalogService;
  userInfo: UserInfoService;
  access: EntityAccess;
  overview: Pick<EntityApplicationsReader, 'read'>;
  deployments: Pick<EntityDeployments, 'list'>;
  logger: LoggerService;
}): FormChecks {
  const { config, repositories, auth, catalog, logger } = options;
  const [first] = config.repositories;
  if (!first) {
    return FormChecks.create({ fields: undefined, logger });
  }
  const platform = GitOpsPlatform.create({ config: first, repositories });
  const name = new NameField({ auth, catalog, repositories, platform });
  const host = new HostField({ platform });
  const form = ReleaseForm.create({
    platform,
    repositories,
    door: ReleaseDoor.create(options),
  });
  return FormChecks.create({
    fields: {
      name,
      host,
      environments: new EnvironmentsField({
        environments: config.environments,
        platform,
      }),
      files: new FilesField({
        config,
        platform,
        name,
        host,
        repositories,
        ownership: ServiceOwnership.create(options),
      }),
      promotion: new PromotionField({ form, overview: options.overview }),
      rollback: new RollbackField({
        form,
        deployments: options.deployments,
      }),
    },
    logger,
  });
}
