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
import type {
  Comparison,
  FileChange,
  GitOpsRepository,
} from '../GitOpsRepository';
import type { BranchState } from './BranchState';
import {
  type ChangedFile,
  checkChanges,
  commonFolder,
  describeChanges,
  effectiveChanges,
  type FileReader,
} from './changesFor';
import { planRebase, type RebasePlan } from './planRebase';

/**
 * The commit that a proposal makes.
 * @internal
 */
export interface CommitPlan {
  create: boolean;
  parents: string[];
  /** The commit whose tree the changes are made to. */
  base: string;
  changes: FileChange[];
  files: ChangedFile[];
}

interface Options {
  repository: GitOpsRepository;
  branch: string;
  state: BranchState;
  changes: (read: FileReader) => Promise<FileChange[]> | FileChange[];
  signal?: AbortSignal;
}

/**
 * Decides what to commit; without changes there is nothing to do. Writes nothing.
 * @internal
 */
export async function planCommit(options: Options): Promise<CommitPlan> {
  const { state } = options;
  switch (state.kind) {
    case 'absent': {
      const { baseRevision } = state;
      return planOnto(options, baseRevision, {
        create: true,
        parents: [baseRevision],
      });
    }
    case 'finished': {
      // A merge of both: the branch moves forward, and its history stays.
      const parents = [...new Set([state.head, state.baseRevision])];
      return planOnto(options, state.baseRevision, { create: false, parents });
    }
    default: {
      const { head, comparison } = state;
      const rebased =
        comparison.behind > 0 &&
        (await planOntoMovedBase(options, head, comparison));
      return (
        rebased || planOnto(options, head, { create: false, parents: [head] })
      );
    }
  }
}

async function planOnto(
  { repository, changes, signal }: Options,
  base: string,
  commit: Pick<CommitPlan, 'create' | 'parents'>,
): Promise<CommitPlan> {
  const read = remember(path =>
    repository.readFile({ ref: base, path, signal }),
  );
  const asked = checkChanges(await changes(read));
  const files = await repository.listFiles({
    ref: base,
    prefix: commonFolder(asked.map(({ path }) => path)),
    signal,
  });
  const effective = effectiveChanges(asked, files);
  return {
    ...commit,
    base,
    changes: effective,
    files: describeChanges(effective, files),
  };
}

async function planOntoMovedBase(
  options: Options,
  head: string,
  { base: baseRevision, mergeBase }: Comparison,
): Promise<CommitPlan | undefined> {
  const { repository, changes, signal } = options;
  const [headFiles, baseFiles] = await Promise.all([
    repository.listFiles({ ref: head, signal }),
    repository.listFiles({ ref: baseRevision, signal }),
  ]);
  const plan = await planRebase({
    repository,
    mergeBase,
    head,
    headFiles,
    baseRevision,
    baseFiles,
    signal,
  });
  if (!plan) {
    return undefined;
  }
  const carried = new Map(plan.changes.map(change => [change.path, change]));
  const read = remember(async path => {
    const change = carried.get(path);
    if (change?.content !== undefined || (change && !change.id)) {
      return change.content;
    }
    const ref = change ? head : baseRevision;
    return repository.readFile({ ref, path, signal });
  });
  const asked = checkChanges(await changes(read));
  refuseConflicts(options, plan, asked);
  asked.forEach(change =>
    carried.set(change.path, {
      executable: carried.get(change.path)?.executable,
      ...change,
    }),
  );
  const effective = effectiveChanges([...carried.values()], baseFiles);
  return {
    create: false,
    parents: [head, baseRevision],
    base: baseRevision,
    changes: effective,
    files: describeChanges(effective, baseFiles),
  };
}

/** A file in conflict is settled where the changes write it anyway. */
function refuseConflicts(
  { repository, branch }: Options,
  plan: RebasePlan,
  asked: FileChange[],
): void {
  const settled = new Set(asked.map(({ path }) => path));
  const open = plan.conflicts.filter(path => !settled.has(path));
  if (open.length > 0) {
    throw new ConflictError(
      `The branch ${branch} of ${
        repository.fullName
      } and its base both changed ${open.join(
        ', ',
      )}. Settle that in the pull request, then try again.`,
    );
  }
}

function remember(read: FileReader): FileReader {
  const known = new Map<string, Promise<string | undefined>>();
  return path => {
    const content = known.get(path) ?? read(path);
    known.set(path, content);
    return content;
  };
}
