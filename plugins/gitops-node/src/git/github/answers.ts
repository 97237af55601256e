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

import { z } from 'zod';
import type { PullRequest } from '../GitOpsRepository';

/** @internal */
export const repositoryAnswer = z.object({ default_branch: z.string() });

/** @internal */
export const branchAnswer = z.object({
  name: z.string(),
  commit: z.object({
    sha: z.string(),
    commit: z.object({ tree: z.object({ sha: z.string() }) }),
  }),
});

/** @internal */
export const treeAnswer = z.object({
  sha: z.string(),
  truncated: z.boolean(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string(),
      type: z.string(),
      sha: z.string(),
    }),
  ),
});

/** @internal */
export type TreeAnswer = z.infer<typeof treeAnswer>;

/** @internal */
export const shaAnswer = z.object({ sha: z.string() });

/** @internal */
export const commitAnswer = z.object({
  sha: z.string(),
  tree: shaAnswer,
});

/** @internal */
export const refAnswer = z.object({ object: shaAnswer });

/** A file, or the list of a folder's entries. @internal */
export const contentAnswer = z.union([
  z.array(z.unknown()),
  z.object({
    type: z.string(),
    sha: z.string(),
    encoding: z.string().optional(),
    content: z.string().optional(),
  }),
]);

/** @internal */
export const blobAnswer = z.object({ content: z.string() });

const comparedCommit = z.object({
  sha: z.string(),
  commit: z.object({ message: z.string(), tree: shaAnswer }),
});

/** @internal */
export const comparisonAnswer = z.object({
  behind_by: z.number(),
  base_commit: comparedCommit,
  merge_base_commit: comparedCommit,
  files: z.array(z.object({ filename: z.string() })).default([]),
  commits: z.array(comparedCommit),
});

/** @internal */
export const listedCommitAnswer = z.object({
  sha: z.string(),
  html_url: z.string().nullish(),
  commit: z.object({
    message: z.string(),
    author: z
      .object({ name: z.string().nullish(), date: z.string().nullish() })
      .nullish(),
    committer: z.object({ date: z.string().nullish() }).nullish(),
  }),
});

/** @internal */
export const commitRangeAnswer = z.object({
  behind_by: z.number(),
  total_commits: z.number(),
  commits: z.array(listedCommitAnswer),
});

/** @internal */
export type CommitRangeAnswer = z.infer<typeof commitRangeAnswer>;

const pull = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  html_url: z.string(),
  state: z.enum(['open', 'closed']),
  merged_at: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
  created_at: z.string(),
  head: z.object({
    ref: z.string(),
    sha: z.string(),
    // There is none where a fork was deleted.
    repo: z.object({ full_name: z.string() }).nullish(),
  }),
  base: z.object({
    ref: z.string(),
    repo: z.object({ full_name: z.string() }),
  }),
});

/** @internal */
export const pullAnswer = pull.transform(toPullRequest);

/**
 * As in a list; `undefined` for one from a fork. Anybody can open such a one, with any branch name and any text, so
 * neither says whose it is.
 * @internal
 */
export const listedPullAnswer = pull.transform(answer =>
  answer.head.repo?.full_name === answer.base.repo.full_name
    ? toPullRequest(answer)
    : undefined,
);

function toPullRequest(answer: z.infer<typeof pull>): PullRequest {
  const { merged_at: mergedAt, merge_commit_sha: mergeCommit } = answer;
  return {
    number: answer.number,
    title: answer.title,
    body: answer.body ?? '',
    url: answer.html_url,
    state: mergedAt ? 'merged' : answer.state,
    head: answer.head.ref,
    base: answer.base.ref,
    headRevision: answer.head.sha,
    mergeRevision: mergedAt ? mergeCommit ?? undefined : undefined,
    createdAt: answer.created_at,
  };
}
