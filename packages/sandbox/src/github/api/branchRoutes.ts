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
import { listRefs } from '../../git/listRefs';
import type { GitHub } from '../GitHub';
import { GitHubError } from '../GitHubError';
import { repositoryUrls } from '../urls';
import { type RepositoryCall, onRepository } from './onRepository';
import { pageFrom } from './paginate';
import { presentCommit } from './presentCommit';

const HEADS = 'refs/heads/';

async function tipOf(call: RepositoryCall, branch: string): Promise<string> {
  const ref = `${HEADS}${branch}`;
  const sha = (await listRefs(call.repository)).get(ref);
  if (!sha) {
    throw new GitHubError(404, 'Branch not found');
  }
  return sha;
}

async function list(call: RepositoryCall): Promise<void> {
  const { github, request, response, record } = call;
  const { api } = repositoryUrls(github.baseUrl, call);
  const branches = [...(await listRefs(call.repository, ['refs/heads']))].map(
    ([ref, sha]) => ({
      name: ref.slice(HEADS.length),
      commit: { sha, url: `${api}/commits/${sha}` },
      protected: ref.slice(HEADS.length) in record.protection,
    }),
  );
  response.json(pageFrom(request, response, github.baseUrl, branches));
}

async function get(call: RepositoryCall): Promise<void> {
  const { github, repository, rest: name, record } = call;
  const commit = await repository.commitInfo(await tipOf(call, name));
  call.response.json({
    name,
    commit: presentCommit(github, call, commit),
    protected: name in record.protection,
  });
}

async function protect(call: RepositoryCall): Promise<void> {
  const { github, rest: branch, record, request, response } = call;
  await tipOf(call, branch);
  record.protection[branch] = request.body;
  await github.records.save(call.owner, call.name);
  response.json({ url: request.originalUrl, ...request.body });
}

async function readProtection(call: RepositoryCall): Promise<void> {
  await tipOf(call, call.rest);
  if (!(call.rest in call.record.protection)) {
    throw new GitHubError(404, 'Branch not protected');
  }
  call.response.json(call.record.protection[call.rest]);
}

/** Branches; protection is remembered and not enforced. */
export function branchRoutes(github: GitHub): Router {
  const router = PromiseRouter();
  const base = '/repos/:owner/:repo/branches';
  router.get(base, onRepository(github, list));
  router.put(`${base}/*/protection`, onRepository(github, protect));
  router.get(`${base}/*/protection`, onRepository(github, readProtection));
  router.get(`${base}/*`, onRepository(github, get));
  return router;
}
