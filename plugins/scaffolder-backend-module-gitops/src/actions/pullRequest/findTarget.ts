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
  GitOpsConfig,
  GitOpsRepository,
  sameRepository,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { GitOpsRepositoryLookup } from '../GitOpsRepositoryLookup';
import { InputError } from '@backstage/errors';

/**
 * The repository that changes are proposed to, and the branch that the configuration names for it, if it does.
 */
export function findTarget(options: {
  config: GitOpsConfig;
  repositories: GitOpsRepositoryLookup;
  repoUrl?: string;
  token?: string;
}): { repository: GitOpsRepository; base?: string } {
  const { config, repositories, repoUrl, token } = options;
  const address = repoUrl ?? config.repositories[0]?.url;
  if (!address) {
    throw new InputError(
      'repoUrl: no GitOps repository is configured. Give repoUrl, or add one to gitops.repositories.',
    );
  }
  const repository = repositories.forUrl(address, { token });
  const configured = config.repositories.find(({ url }) =>
    sameRepository(url, repository.url),
  );
  return { repository, base: configured?.branch };
}
