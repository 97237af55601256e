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
import { ConflictError } from '@backstage/errors';
import { isAncestor } from '../../git/history';
import { listRefs } from '../../git/listRefs';
import { moveRef } from '../../git/moveRef';
import { isRefName } from '../../git/revisionCandidates';
import type { GitHub } from '../GitHub';
import { GitHubError } from '../GitHubError';
import { DEFAULT_BRANCH } from '../RepositoryContext';
import { repositoryUrls } from '../urls';
import { type RepositoryCall, onRepository } from './onRepository';
import { pageFrom } from './paginate';
import { parseBody, shaBody } from './parseBody';

const createBody = z.object({ ref: z.string(), sha: shaBody });
const updateBody = z.object({ sha: shaBody, force: z.boolean().optional() });

function presentRef(call: RepositoryCall, ref: string, sha: string) {
  const { api } = repositoryUrls(call.github.baseUrl, call);
  return {
    ref,
    node_id: `REF_${ref}`,
    url: `${api}/git/${ref}`,
    object: { type: 'commit', sha, url: `${api}/git/commits/${sha}` },
  };
}

/** Refuses where the repository has no commit yet, as GitHub's git database does. */
export async function refuseEmpty({ repository }: RepositoryCall) {
  if ((await listRefs(repository)).size === 0) {
    throw GitHubError.empty();
  }
}

/** Where a branch or tag is; other refs are not for clients to move. */
async function tipOf(call: RepositoryCall, ref: string): Promise<string> {
  const sha = (await listRefs(call.repository)).get(ref);
  if (!sha) {
    throw new GitHubError(422, 'Reference does not exist');
  }
  return sha;
}

async function requireCommit(call: RepositoryCall, sha: string) {
  const object = await call.repository.readObject(sha);
  if (object?.type !== 'commit') {
    throw new GitHubError(422, 'Object does not exist');
  }
}

async function move(
  call: RepositoryCall,
  change: { ref: string; before?: string; after?: string },
  moved: string,
): Promise<void> {
  try {
    await moveRef(call.repository, change);
  } catch (error) {
    if (error instanceof ConflictError) {
      throw new GitHubError(422, moved);
    }
    throw error;
  }
  const { owner, name } = call;
  await call.github.repositories.publishChanges(owner, name);
}

async function createRef(call: RepositoryCall): Promise<void> {
  await refuseEmpty(call);
  const { ref, sha } = parseBody(call.request, createBody);
  if (!/^refs\/(heads|tags)\/./.test(ref) || !isRefName(ref)) {
    throw new GitHubError(422, `${ref} is not a valid ref name.`);
  }
  await requireCommit(call, sha);
  await move(call, { ref, after: sha }, 'Reference already exists');
  call.response.status(201).json(presentRef(call, ref, sha));
}

async function updateRef(call: RepositoryCall): Promise<void> {
  await refuseEmpty(call);
  const ref = `refs/${call.rest}`;
  const { sha, force } = parseBody(call.request, updateBody);
  const before = await tipOf(call, ref);
  await requireCommit(call, sha);
  const refused = 'Update is not a fast forward';
  if (!force && !(await isAncestor(call.repository, before, sha))) {
    throw new GitHubError(422, refused);
  }
  await move(call, { ref, before, after: sha }, refused);
  call.response.json(presentRef(call, ref, sha));
}

async function deleteRef(call: RepositoryCall): Promise<void> {
  const ref = `refs/${call.rest}`;
  const before = await tipOf(call, ref);
  if (ref === `refs/heads/${DEFAULT_BRANCH}`) {
    throw new GitHubError(422, 'Cannot delete the default branch');
  }
  await move(call, { ref, before }, 'Reference cannot be updated');
  call.response.status(204).end();
}

/** Branches and tags as git's refs. A slash in a name may be encoded or not. */
export function refRoutes(github: GitHub): Router {
  const router = PromiseRouter();
  const base = '/repos/:owner/:repo/git';

  router.get(
    `${base}/ref/*`,
    onRepository(github, async call => {
      await refuseEmpty(call);
      const ref = `refs/${call.rest}`;
      const sha = (await listRefs(call.repository, [ref])).get(ref);
      if (!sha) {
        throw GitHubError.notFound();
      }
      call.response.json(presentRef(call, ref, sha));
    }),
  );

  router.get(
    `${base}/matching-refs/*`,
    onRepository(github, async call => {
      const refs = [...(await listRefs(call.repository, ['refs']))]
        .filter(([ref]) => ref.startsWith(`refs/${call.rest}`))
        .map(([ref, sha]) => presentRef(call, ref, sha));
      const { request, response } = call;
      response.json(pageFrom(request, response, github.baseUrl, refs));
    }),
  );

  router.post(`${base}/refs`, onRepository(github, createRef));
  router.patch(`${base}/refs/*`, onRepository(github, updateRef));
  router.delete(`${base}/refs/*`, onRepository(github, deleteRef));
  return router;
}
