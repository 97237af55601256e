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

import { NotFoundError } from '@backstage/errors';
import { GitOpsRepositoryConfig } from '../config';
import { GitOpsRepository, PullRequest } from '../git';

/**
 * What a change of a GitOps repository starts from.
 * @public
 */
export interface StartingPoint {
  /** The commit of the branch that Argo CD follows. */
  base: string;
  /** The commit to read present files at: the head of our own open pull request, else the base. */
  ref: string;
  pullRequest?: PullRequest;
}

/**
 * Finds what a change on a head branch starts from: its open pull request where there is one, so that a second run
 * adds to the first.
 *
 * Rejects with a `NotFoundError` where the followed branch does not exist.
 * @public
 */
export async function findStartingPoint(options: {
  repository: GitOpsRepository;
  config: GitOpsRepositoryConfig;
  /** The head branch; without it, the base is the starting point. */
  branch?: string;
  signal?: AbortSignal;
}): Promise<StartingPoint> {
  const { repository, config, branch, signal } = options;
  const base = await repository.getBranch(config.branch, { signal });
  if (!base) {
    throw new NotFoundError(
      `${repository.fullName} has no branch ${config.branch}; create it, or put its name right in gitops.repositories`,
    );
  }
  if (!branch) {
    return { base, ref: base };
  }
  const [pullRequest] = await repository.findPullRequests({
    head: branch,
    base: config.branch,
    state: 'open',
    signal,
  });
  return { base, ref: pullRequest?.headRevision ?? base, pullRequest };
}
