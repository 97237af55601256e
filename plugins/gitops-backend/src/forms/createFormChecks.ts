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
import type { RepositorySource } from '../git/RepositorySource';
import { EnvironmentsField } from './EnvironmentsField';
import { FilesField } from './FilesField';
import { FormChecks } from './FormChecks';
import { GitOpsPlatform } from './GitOpsPlatform';
import { HostField } from './HostField';
import { NameField } from './NameField';
import { ServiceOwnership } from './ServiceOwnership';

/** The checks of the wizard against the first configured GitOps repository. */
export function createFormChecks(options: {
  config: GitOpsConfig;
  repositories: RepositorySource;
  auth: AuthService;
  catalog: CatalogService;
  userInfo: UserInfoService;
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
    },
    logger,
  });
}
