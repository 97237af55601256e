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

import { ConflictError } from '@backstage/errors';
import { backoff, type Clock, systemClock } from '../../upstream';
import { withCommitMarker } from '../commitMarker';
import type {
  FileChange,
  GitOpsRepository,
  PullRequest,
} from '../GitOpsRepository';
import { entityRefOfPullRequest, withEntityRef } from '../pullRequestMarker';
import { type BranchState, readBranchState } from './BranchState';
import type { ChangedFile, FileReader } from './changesFor';
import { checkProposal } from './checkProposal';
import { inTurn } from './inTurn';
import { openForBranch } from './openForBranch';
import { type CommitPlan, planCommit } from './planCommit';

/** Enough for dozens of tasks on one branch, of which one succeeds in each round. */
const ATTEMPTS = 50;

/**
 * What to propose.
 * @public
 */
export interface ProposeChangesOptions {
  repository: GitOpsRepository;
  /** Head branch; ours alone, never `base`. */
  branch: string;
  /** Branch to merge into. */
  base: string;
  title: string;
  /** Markdown; the marker is added. */
  body: string;
  /** Commit message; trailers are added. */
  message: string;
  /** The entity that the change is for. */
  entityRef?: string;
  /**
   * The files to write or remove, given what is there. Called again where the branch or its base moved meanwhile.
   * A `FileReader` reads our own branch where its pull request is open, else the base.
   */
  changes: (read: FileReader) => Promise<FileChange[]> | FileChange[];
  signal?: AbortSignal;
  clock?: Clock;
}

/**
 * What came of a proposal.
 * @public
 */
export interface ProposedChanges {
  status: 'created' | 'updated' | 'unchanged';
  /** The open one; where nothing is left to change, the merged one, if there is any. */
  pullRequest?: PullRequest;
  branch: string;
  /** The commit that holds the changes: the head of the branch, or the base's where nothing differs from it. */
  revision: string;
  files: { path: string; change: 'added' | 'modified' | 'removed' }[];
}

/**
 * Makes changes known as one pull request of a branch of ours: opens it, or adds to the one that is open, or does
 * nothing where nothing differs. Commits are made with one call and never forced; where the branch moved meanwhile
 * everything is read again, so many callers may work on one branch.
 *
 * A branch whose pull request was merged or closed starts again from the base. Where base and branch changed the
 * same file, the branch is merged with the base and the changes are made to the result.
 *
 * Rejects with `InputError` where `branch` is `base` or no name of a branch, with `ConflictError` for a branch that is
 * there and not known to be ours, and as {@link GitOpsRepository} does.
 * @public
 */
export async function proposeChanges(
  options: ProposeChangesOptions,
): Promise<ProposedChanges> {
  checkProposal(options);
  const { repository, branch, signal } = options;
  // Tasks of this process need not race each other; those of others are met by reading again.
  return inTurn(`${repository.url}#${branch}`, signal, () =>
    proposeInCompetition(options),
  );
}

/**
 * Like {@link proposeChanges}, without waiting for other calls of this process.
 * @internal
 */
export async function proposeInCompetition(
  options: ProposeChangesOptions,
): Promise<ProposedChanges> {
  checkProposal(options);
  const { clock = systemClock, signal } = options;
  for (let attempt = 1; ; attempt++) {
    const state = await readBranchState(options);
    const plan = await planCommit({ ...options, state });
    const outcome = await carryOut(options, state, plan);
    if (!(outcome instanceof ConflictError)) {
      return outcome;
    }
    if (attempt >= ATTEMPTS) {
      throw outcome;
    }
    const pause = backoff(attempt, () => clock.random(), { longest: 3_000 });
    await clock.sleep(pause * clock.random(), signal);
  }
}

/** Answers with a `ConflictError` where somebody was faster. */
async function carryOut(
  options: ProposeChangesOptions,
  state: BranchState,
  plan: CommitPlan,
): Promise<ProposedChanges | ConflictError> {
  const { branch } = options;
  if (plan.changes.length === 0 && !isMerge(state, plan)) {
    return withoutCommit(options, state);
  }
  if (state.kind === 'open') {
    // Before the commit: a run that is stopped after it has nothing left to do.
    await describe(options, state.pullRequest);
  }
  const revision = await commit(options, plan);
  if (revision instanceof ConflictError) {
    return revision;
  }
  const { files } = plan;
  if (state.kind !== 'open') {
    const created = state.kind === 'absent' ? revision : undefined;
    const pullRequest = await openForBranch(options, created);
    return pullRequest instanceof ConflictError
      ? pullRequest
      : result('created', { branch, revision, files, pullRequest });
  }
  const { repository, base, signal } = options;
  const [pullRequest] = await repository.findPullRequests({
    head: branch,
    base,
    state: 'open',
    signal,
  });
  return pullRequest
    ? result('updated', { branch, revision, files, pullRequest })
    : new ConflictError(
        `${state.pullRequest.url} was merged or closed while it was being changed. Try again.`,
      );
}

async function withoutCommit(
  options: ProposeChangesOptions,
  state: BranchState,
): Promise<ProposedChanges | ConflictError> {
  const { branch } = options;
  const files: ChangedFile[] = [];
  switch (state.kind) {
    case 'open': {
      const { head, pullRequest } = state;
      return result('unchanged', {
        branch,
        revision: head,
        files,
        pullRequest,
      });
    }
    case 'adopted': {
      const pullRequest = await openForBranch(options, undefined);
      return pullRequest instanceof ConflictError
        ? pullRequest
        : result('created', {
            branch,
            revision: state.head,
            files,
            pullRequest,
          });
    }
    default: {
      const last = state.kind === 'finished' ? state.pullRequest : undefined;
      return {
        status: 'unchanged',
        pullRequest: last?.state === 'merged' ? last : undefined,
        branch,
        revision: state.baseRevision,
        files,
      };
    }
  }
}

/** A rebase is worth a commit even where nothing is left to change after it. */
function isMerge(state: BranchState, plan: CommitPlan): boolean {
  return state.kind !== 'finished' && plan.parents.length > 1;
}

async function commit(
  options: ProposeChangesOptions,
  plan: CommitPlan,
): Promise<string | ConflictError> {
  const { repository, branch, message, entityRef, signal } = options;
  try {
    const { revision } = await repository.commit({
      branch,
      create: plan.create,
      parents: plan.parents,
      base: plan.base,
      changes: plan.changes,
      message: withCommitMarker(message, { branch, entityRef }),
      signal,
    });
    return revision;
  } catch (error) {
    if (error instanceof ConflictError) {
      return error;
    }
    throw error;
  }
}

/** Brings title and body up to date. */
async function describe(
  options: ProposeChangesOptions,
  present: PullRequest,
): Promise<void> {
  const { repository, title, signal } = options;
  const entityRef = options.entityRef ?? entityRefOfPullRequest(present.body);
  const body = withEntityRef(options.body, entityRef);
  if (title !== present.title || body !== present.body.replace(/\r\n/g, '\n')) {
    const { number } = present;
    await repository.updatePullRequest({ number, title, body, signal });
  }
}

function result(
  status: 'created' | 'updated' | 'unchanged',
  outcome: Omit<ProposedChanges, 'status'> & { pullRequest: PullRequest },
): ProposedChanges {
  const { pullRequest, revision } = outcome;
  return {
    ...outcome,
    status,
    pullRequest: { ...pullRequest, headRevision: revision },
  };
}
