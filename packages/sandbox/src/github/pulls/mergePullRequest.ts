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
import { mergeBase } from '../../git/history';
import { mergeTrees } from '../../git/mergeTrees';
import { moveRef } from '../../git/moveRef';
import type { Signature } from '../../git';
import { writeCommit } from '../../git/writeCommit';
import { GitHubError } from '../GitHubError';
import type { PullRecord } from '../RepositoryRecord';
import type { RepositoryContext } from '../RepositoryContext';

/** How a pull request is merged. */
export interface MergeRequest {
  method: 'merge' | 'squash';
  /** The head that the caller has seen. */
  sha?: string;
  title?: string;
  message?: string;
}

function commitMessage(
  context: RepositoryContext,
  pull: PullRecord,
  asked: MergeRequest,
): string {
  const { number, title, head } = pull;
  const [defaultTitle, defaultBody] =
    asked.method === 'squash'
      ? [`${title} (#${number})`, '']
      : [
          `Merge pull request #${number} from ${context.owner}/${head.ref}`,
          title,
        ];
  const body = asked.message ?? defaultBody;
  const first = asked.title ?? defaultTitle;
  return body ? `${first}\n\n${body}` : first;
}

/**
 * Merges onto the base branch and answers the commit; refuses in GitHub's words and leaves everything as it was.
 */
export async function mergePullRequest(
  context: RepositoryContext,
  pull: PullRecord,
  asked: MergeRequest & { who: Signature },
): Promise<{ revision: string; mergeBase: string }> {
  const { repository } = context;
  const head = pull.head.sha;
  const ref = `refs/heads/${pull.base.ref}`;
  const base = await repository.resolve(ref);
  if (pull.state !== 'open' || pull.draft || !base) {
    throw new GitHubError(405, 'Pull Request is not mergeable');
  }
  if (asked.sha !== undefined && asked.sha !== head) {
    throw new GitHubError(
      409,
      'Head branch was modified. Review and try the merge again.',
    );
  }
  const common = await mergeBase(repository, base, head);
  const merged = await mergeTrees(repository, base, head);
  if (!merged.clean || !common) {
    throw new GitHubError(405, 'Pull Request is not mergeable');
  }
  const revision = await writeCommit(repository, {
    tree: merged.tree,
    parents: asked.method === 'squash' ? [base] : [base, head],
    message: commitMessage(context, pull, asked),
    author: asked.who,
  });
  try {
    await moveRef(repository, { ref, before: base, after: revision });
  } catch (error) {
    if (error instanceof ConflictError) {
      throw new GitHubError(
        405,
        'Base branch was modified. Review and try the merge again.',
      );
    }
    throw error;
  }
  return { revision, mergeBase: common };
}
