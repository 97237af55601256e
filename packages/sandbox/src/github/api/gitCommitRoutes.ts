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

import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { isFullSha } from '../../git/revisionCandidates';
import { writeCommit } from '../../git/writeCommit';
import type { GitHub } from '../GitHub';
import { GitHubError } from '../GitHubError';
import { type RepositoryCall, onRepository } from './onRepository';
import { parseBody, shaBody, signatureBody } from './parseBody';
import { presentGitCommit } from './presentCommit';
import { refuseEmpty } from './refRoutes';

const commitBody = z.object({
  message: z.string(),
  tree: shaBody,
  parents: z.array(shaBody).default([]),
  author: signatureBody.optional(),
  committer: signatureBody.optional(),
});

async function requireType(
  { repository }: RepositoryCall,
  sha: string,
  type: 'tree' | 'commit',
  message: string,
): Promise<void> {
  if ((await repository.readObject(sha))?.type !== type) {
    throw new GitHubError(422, message);
  }
}

async function createCommit(call: RepositoryCall): Promise<void> {
  await refuseEmpty(call);
  const { repository, github, caller } = call;
  const asked = parseBody(call.request, commitBody);
  await requireType(call, asked.tree, 'tree', 'Tree SHA does not exist');
  for (const parent of asked.parents) {
    await requireType(
      call,
      parent,
      'commit',
      'Parent SHA does not exist or is not a commit object',
    );
  }
  const author = { ...caller, ...asked.author };
  const sha = await writeCommit(repository, {
    tree: asked.tree,
    parents: asked.parents,
    message: asked.message,
    author,
    committer: { ...author, ...asked.committer },
  });
  const commit = await repository.commitInfo(sha);
  call.response.status(201).json(presentGitCommit(github, call, commit));
}

/** Commits as git's own objects; a new one hangs on no branch until a ref is moved to it. */
export function gitCommitRoutes(github: GitHub): Router {
  const router = PromiseRouter();
  const base = '/repos/:owner/:repo/git/commits';
  router.post(base, onRepository(github, createCommit));
  router.get(
    `${base}/:sha`,
    onRepository(github, async call => {
      const { sha } = call.request.params;
      const revision = isFullSha(sha)
        ? await call.repository.resolve(sha)
        : undefined;
      if (!revision) {
        throw GitHubError.notFound();
      }
      const commit = await call.repository.commitInfo(revision);
      call.response.json(presentGitCommit(github, call, commit));
    }),
  );
  return router;
}
