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

import { ConflictError, ForwardedError } from '@backstage/errors';
import type { PullRequest } from '../GitOpsRepository';
import { withEntityRef } from '../pullRequestMarker';
import type { ProposeChangesOptions } from './proposeChanges';

/**
 * Opens the pull request of a branch that has its commit. Where that is refused, a branch that this run created
 * (`created` is its commit) is deleted again; answers with a `ConflictError` where there is nothing to open one for.
 * @internal
 */
export async function openForBranch(
  options: ProposeChangesOptions,
  created: string | undefined,
): Promise<PullRequest | ConflictError> {
  const { repository, branch, base, title, body, entityRef, signal } = options;
  try {
    return await repository.openPullRequest({
      head: branch,
      base,
      title,
      body: withEntityRef(body, entityRef),
      signal,
    });
  } catch (error) {
    if (error instanceof ConflictError) {
      return error;
    }
    if (!created || signal?.aborted) {
      throw error;
    }
    throw await withoutBranch(options, created, error);
  }
}

/** Takes the branch away, so that nothing half-made stays; the error that led here is what counts. */
async function withoutBranch(
  { repository, branch }: ProposeChangesOptions,
  created: string,
  cause: unknown,
): Promise<unknown> {
  try {
    // Somebody else's commit on top of ours stays, and with it the branch.
    if ((await repository.getBranch(branch)) === created) {
      await repository.deleteBranch(branch);
    }
    return cause;
  } catch (error) {
    return new ForwardedError(
      `The branch ${branch} of ${
        repository.fullName
      } was created, but no pull request could be opened for it, and it could not be deleted either (${
        error instanceof Error ? error.message : error
      }). Run the same task again to adopt it, or delete the branch`,
      cause,
    );
  }
}
