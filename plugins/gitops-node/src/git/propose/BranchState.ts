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
import { commitMarker } from '../commitMarker';
import type {
  Comparison,
  GitOpsRepository,
  PullRequest,
} from '../GitOpsRepository';
import { entityRefOfPullRequest, isOurPullRequest } from '../pullRequestMarker';

/** As many as a {@link Comparison} has at most. */
const MESSAGES = 250;

/**
 * How a head branch stands, before anything is written.
 *
 * - `absent`: there is none.
 * - `open`: it has our open pull request.
 * - `adopted`: it has commits of ours and no pull request yet, as a task leaves it that was stopped in between.
 * - `finished`: its pull request was merged or closed, and nothing was added since.
 * @internal
 */
export type BranchState =
  | { kind: 'absent'; baseRevision: string }
  | {
      kind: 'open';
      head: string;
      comparison: Comparison;
      pullRequest: PullRequest;
    }
  | { kind: 'adopted'; head: string; comparison: Comparison }
  | {
      kind: 'finished';
      baseRevision: string;
      head: string;
      pullRequest: PullRequest;
    };

/**
 * Finds out how a branch stands. Refuses one that is not ours with a `ConflictError`.
 * @internal
 */
export async function readBranchState(options: {
  repository: GitOpsRepository;
  branch: string;
  base: string;
  entityRef?: string;
  signal?: AbortSignal;
}): Promise<BranchState> {
  const { repository, branch, base, signal } = options;
  const pullRequests = await repository.findPullRequests({
    head: branch,
    state: 'all',
    signal,
  });
  const open = pullRequests.find(({ state }) => state === 'open');
  if (open) {
    refuseForeign(options, open);
    if (open.base !== base) {
      throw new ConflictError(
        `The branch ${branch} of ${repository.fullName} has a pull request to ${open.base} (${open.url}), not to ${base}. Use another branch name, or close it.`,
      );
    }
    const head = open.headRevision;
    const comparison = await repository.compare({ base, head, signal });
    return { kind: 'open', head, comparison, pullRequest: open };
  }
  const [baseRevision, head] = await Promise.all([
    repository.getBranch(base, { signal }),
    repository.getBranch(branch, { signal }),
  ]);
  if (!baseRevision) {
    throw new NotFoundError(
      `${repository.fullName} has no branch ${base}. Create it, or name another base.`,
    );
  }
  if (!head) {
    return { kind: 'absent', baseRevision };
  }
  const last = pullRequests.find(({ headRevision }) => headRevision === head);
  if (last) {
    refuseForeign(options, last);
    return { kind: 'finished', baseRevision, head, pullRequest: last };
  }
  const comparison = await repository.compare({
    base: baseRevision,
    head,
    signal,
  });
  const [latest] = pullRequests;
  if (latest && comparison.messages.length === 0) {
    // Moved to the base's commit after its pull request: ours still, and empty.
    refuseForeign(options, latest);
    return { kind: 'finished', baseRevision, head, pullRequest: latest };
  }
  return adopted(options, head, comparison);
}

/**
 * A branch without a pull request at its head. The branch and our commit on it come into being at once, so that one
 * without a commit of ours was never left by a task: it is somebody's, such as a release branch.
 */
function adopted(
  options: Parameters<typeof readBranchState>[0],
  head: string,
  comparison: Comparison,
): BranchState {
  const { messages } = comparison;
  if (messages.length === 0) {
    throw foreign(options, 'it has no commit of ours');
  }
  // Beyond that number the last message is not that of the head.
  const last = messages.length < MESSAGES ? messages[messages.length - 1] : '';
  const marker = commitMarker(last);
  if (marker?.branch !== options.branch) {
    throw foreign(options, 'its last commit is not ours');
  }
  if (!sameEntity(options.entityRef, marker.entityRef)) {
    throw foreign(options, `its last commit is of ${marker.entityRef}`);
  }
  return { kind: 'adopted', head, comparison };
}

function refuseForeign(
  options: Parameters<typeof readBranchState>[0],
  pullRequest: PullRequest,
): void {
  const entityRef = entityRefOfPullRequest(pullRequest.body);
  if (!isOurPullRequest(pullRequest.body)) {
    throw foreign(
      options,
      `its pull request ${pullRequest.url} was opened by somebody else`,
    );
  }
  if (!sameEntity(options.entityRef, entityRef)) {
    throw foreign(
      options,
      `its pull request ${pullRequest.url} belongs to ${entityRef}`,
    );
  }
}

function sameEntity(wanted: string | undefined, found: string | undefined) {
  return (
    !wanted ||
    !found ||
    wanted.toLocaleLowerCase('en-US') === found.toLocaleLowerCase('en-US')
  );
}

function foreign(
  { repository, branch }: Parameters<typeof readBranchState>[0],
  why: string,
): ConflictError {
  return new ConflictError(
    `The branch ${branch} of ${repository.fullName} is taken: ${why}. Use another branch name, or delete that branch if nobody needs it.`,
  );
}
