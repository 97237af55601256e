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
import type { GitOpsConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import type { RepositorySource } from '../git/RepositorySource';
import type { EntitySignals } from '../signals/EntitySignals';
import { PendingPullRequests } from './PendingPullRequests';
import { PullRequestList } from './PullRequestList';

/** One list per configured GitOps repository. */
export function createPendingPullRequests(options: {
  config: GitOpsConfig;
  repositories: RepositorySource;
  signals: EntitySignals;
  logger: LoggerService;
}): PendingPullRequests {
  const { config, repositories, signals, logger } = options;
  const urls = new Set(config.repositories.map(({ url }) => url));
  return PendingPullRequests.create({
    viewed: () => signals.viewedEntities,
    lists: [...urls].map(url =>
      PullRequestList.create({
        repository: repositories.forUrl(url),
        logger,
        onChange: () => signals.changed(),
      }),
    ),
  });
}
