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

import { countCommits } from '../../git/history';
import { diffFiles } from '../../git/diffFiles';
import type { GitHub } from '../GitHub';
import type { PullRecord } from '../RepositoryRecord';
import type { RepositoryContext } from '../RepositoryContext';
import { encodePath, repositoryUrls } from '../urls';
import { presentRepository } from './presentRepository';
import { presentUser } from './presentUser';

/** A pull request as lists show it. */
export function presentPull(
  github: GitHub,
  context: RepositoryContext,
  pull: PullRecord,
) {
  const { html, api } = repositoryUrls(github.baseUrl, context);
  const repo = presentRepository(github, context);
  const side = ({ ref, sha }: { ref: string; sha: string }) => ({
    label: `${context.owner}:${ref}`,
    ref,
    sha,
    user: presentUser(github, context.owner),
    repo,
  });
  return {
    id: context.record.id * 1000 + pull.number,
    node_id: `PR_${context.record.id}_${pull.number}`,
    number: pull.number,
    state: pull.state,
    locked: false,
    draft: pull.draft,
    title: pull.title,
    body: pull.body || null,
    user: presentUser(github, pull.author),
    labels: [],
    assignees: [],
    requested_reviewers: [],
    url: `${api}/pulls/${pull.number}`,
    html_url: `${html}/pull/${pull.number}`,
    diff_url: `${html}/pull/${pull.number}.diff`,
    issue_url: `${api}/issues/${pull.number}`,
    commits_url: `${api}/pulls/${pull.number}/commits`,
    statuses_url: `${api}/statuses/${pull.head.sha}`,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.revision ?? null,
    head: side(pull.head),
    base: side(pull.base),
    _links: {
      self: { href: `${api}/pulls/${pull.number}` },
      html: { href: `${html}/pull/${pull.number}` },
      commits: { href: `${api}/pulls/${pull.number}/commits` },
      head: { href: `${html}/tree/${encodePath(pull.head.ref)}` },
    },
  };
}

/** A pull request as `GET` of one shows it: also whether it can be merged, and how big it is. */
export async function presentPullDetail(
  github: GitHub,
  context: RepositoryContext,
  pull: PullRecord,
) {
  const { base, head } = await github.pulls.comparison(context, pull);
  const files = await diffFiles(context.repository, base, head);
  const open = pull.state === 'open';
  const { clean } = open
    ? await github.pulls.mergeability(context, pull)
    : { clean: false };
  const state = clean ? 'clean' : 'dirty';
  return {
    ...presentPull(github, context, pull),
    merged: pull.merged !== undefined,
    mergeable: open ? clean : null,
    mergeable_state: open ? state : 'unknown',
    merged_by: pull.merged ? presentUser(github, pull.merged.by) : null,
    comments: 0,
    commits: await countCommits(context.repository, [`${base}..${head}`]),
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}
