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

import { ConflictError, NotFoundError } from '@backstage/errors';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Clock,
  GitOpsRepository,
  PullRequest,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { poll } from './poll';

const INTERVAL = 10_000;

/**
 * Waits until a pull request is merged, and answers with the merge commit.
 *
 * Rejects at once with a `ConflictError` where it is closed without a merge, with a `NotFoundError` where there is
 * none, and with a `ConflictError` when the time is over.
 */
export async function waitForMerge(options: {
  repository: GitOpsRepository;
  number: number;
  /** Its head branch, where known: one call then finds it among few. */
  branch?: string;
  clock: Clock;
  deadline: number;
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<string> {
  const { repository, number, branch, logger, signal } = options;
  let seen: PullRequest | undefined;
  const revision = await poll({
    ...options,
    interval: INTERVAL,
    ask: async () => {
      const found = await repository.findPullRequests({
        head: branch,
        state: 'all',
        signal,
      });
      const pullRequest = found.find(item => item.number === number);
      if (!pullRequest) {
        throw new NotFoundError(
          `${repository.fullName} has no pull request ${number}${
            branch ? ` from ${branch}` : ''
          }`,
        );
      }
      if (pullRequest.state === 'closed') {
        throw new ConflictError(
          `${pullRequest.url} was closed without a merge; open it again and merge it, or run the template again`,
        );
      }
      if (!seen) {
        logger.info(`Waiting for the merge of ${pullRequest.url}`);
      }
      seen = pullRequest;
      return pullRequest.state === 'merged'
        ? pullRequest.mergeRevision ?? pullRequest.headRevision
        : undefined;
    },
  });
  if (revision === undefined) {
    throw new ConflictError(
      `${
        seen?.url ?? `Pull request ${number}`
      } was not merged in time; merge it, then run this step again`,
    );
  }
  logger.info(`Merged as ${revision}`);
  return revision;
}
