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
import { ConflictError } from '@backstage/errors';
import { commitFiles } from '../../git/commitFiles';
import { moveRef } from '../../git/moveRef';
import { SANDBOX_LOGIN } from '../callerOf';
import { GitHubError } from '../GitHubError';
import { DEFAULT_BRANCH } from '../RepositoryContext';
import { signatureOf } from '../signatureOf';
import type { PageContext } from './PageContext';

const pushFields = z.object({
  path: z.string().min(1).max(500),
  line: z.string().min(1).max(200),
});

const mergeFields = z.object({ sha: z.string().optional() });

/** The Merge button: squash, then delete the branch, unless somebody has pushed to it meanwhile. */
export async function mergeFromPage(
  context: PageContext,
  number: number,
  fields: unknown,
): Promise<void> {
  const { github, repository, owner, name } = context;
  const { sha } = mergeFields.parse(fields ?? {});
  const pull = await github.pulls.merge(context, number, {
    method: 'squash',
    sha,
    by: SANDBOX_LOGIN,
  });
  try {
    await moveRef(repository, {
      ref: `refs/heads/${pull.head.ref}`,
      before: pull.head.sha,
    });
  } catch (error) {
    if (!(error instanceof ConflictError)) {
      throw error;
    }
  }
  await github.repositories.publishChanges(owner, name);
}

/** The "Push a change" form. */
export async function pushFromPage(
  context: PageContext,
  fields: unknown,
): Promise<void> {
  const { github, repository, owner, name } = context;
  const parsed = pushFields.safeParse(fields);
  if (!parsed.success) {
    throw new GitHubError(422, 'Name a file and the line to add to it');
  }
  const { path, line } = parsed.data;
  const parent = await repository.resolve(`refs/heads/${DEFAULT_BRANCH}`);
  if (!parent) {
    throw new GitHubError(409, 'This repository has no main branch yet');
  }
  const present = (await repository.readFile(parent, path))?.toString('utf8');
  const files = await repository.listFiles(parent, path);
  const gap = present === undefined || /(^|\n)$/.test(present) ? '' : '\n';
  await commitFiles(repository, {
    branch: DEFAULT_BRANCH,
    parent,
    message: `Change ${path}`,
    author: signatureOf(SANDBOX_LOGIN, github.now()),
    files: [
      {
        path,
        content: `${present ?? ''}${gap}${line}\n`,
        executable: files[0]?.mode === '100755',
      },
    ],
  });
  await github.repositories.publishChanges(owner, name);
}
