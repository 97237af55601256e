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

import { countCommits, mergeBase } from '../../git/history';
import { GitHubError } from '../GitHubError';
import type { PullRecord } from '../RepositoryRecord';
import type { RepositoryContext } from '../RepositoryContext';

/** What a caller asks for; `head` may be `owner:branch`. */
export interface NewPullRequest {
  title: string;
  body: string;
  head: string;
  base: string;
  author: string;
  draft?: boolean;
}

function invalidField(field: 'head' | 'base'): GitHubError {
  return GitHubError.invalid({
    resource: 'PullRequest',
    field,
    code: 'invalid',
  });
}

function refused(message: string): GitHubError {
  return GitHubError.invalid({
    resource: 'PullRequest',
    code: 'custom',
    message,
  });
}

/** The branch of `owner:branch`; another owner's fork does not exist here. */
function headBranch(context: RepositoryContext, head: string): string {
  const [owner, branch] = head.includes(':')
    ? [head.slice(0, head.indexOf(':')), head.slice(head.indexOf(':') + 1)]
    : [context.owner, head];
  if (owner.toLowerCase() !== context.owner.toLowerCase()) {
    throw invalidField('head');
  }
  return branch;
}

/** Decides whether a pull request may be opened, and what it begins with; refuses in GitHub's words. */
export async function openPullRequest(
  context: RepositoryContext,
  asked: NewPullRequest,
  now: Date,
): Promise<PullRecord> {
  const { repository, record, owner } = context;
  const head = headBranch(context, asked.head);
  const headSha = await repository.resolve(`refs/heads/${head}`);
  if (!headSha) {
    throw invalidField('head');
  }
  const baseSha = await repository.resolve(`refs/heads/${asked.base}`);
  if (!baseSha) {
    throw invalidField('base');
  }
  const open = record.pulls.some(
    pull =>
      pull.state === 'open' &&
      pull.head.ref === head &&
      pull.base.ref === asked.base,
  );
  if (open) {
    throw refused(`A pull request already exists for ${owner}:${head}.`);
  }
  if (!(await mergeBase(repository, baseSha, headSha))) {
    throw refused(
      `The ${head} branch has no history in common with ${asked.base}`,
    );
  }
  if ((await countCommits(repository, [`${baseSha}..${headSha}`])) === 0) {
    throw refused(`No commits between ${asked.base} and ${head}`);
  }
  const last = Math.max(0, ...record.pulls.map(({ number }) => number));
  return {
    number: last + 1,
    title: asked.title,
    body: asked.body,
    state: 'open',
    draft: asked.draft ?? false,
    head: { ref: head, sha: headSha },
    base: { ref: asked.base, sha: baseSha },
    author: asked.author,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
}
