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

import { InputError } from '@backstage/errors';
import { GitOpsConfig, GitOpsRepositoryConfig } from '../config';
import { sameRepository } from './checks';

/**
 * The configured GitOps repository of that URL, the first one without a URL.
 *
 * Throws an `InputError` that names the configured ones where there is no such.
 * @public
 */
export function findRepositoryConfig(
  config: GitOpsConfig,
  url?: string,
): GitOpsRepositoryConfig {
  const { repositories } = config;
  const found = url
    ? repositories.find(repository => sameRepository(repository.url, url))
    : repositories[0];
  if (found) {
    return found;
  }
  throw new InputError(
    repositories.length
      ? `${url} is not a GitOps repository; use one of gitops.repositories: ${repositories
          .map(repository => repository.url)
          .join(', ')}`
      : 'There is no GitOps repository; add one to gitops.repositories in the configuration',
  );
}
