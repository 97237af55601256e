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
import { EMPTY_TREE, diffFiles, diffText } from '../../git/diffFiles';
import { countCommits, listCommits } from '../../git/history';
import type { GitHub } from '../GitHub';
import { GitHubError } from '../GitHubError';
import { DEFAULT_BRANCH } from '../RepositoryContext';
import { repositoryUrls } from '../urls';
import { type RepositoryCall, onRepository } from './onRepository';
import { linkPages } from './paginate';
import { presentCommit, presentFile } from './presentCommit';
import { presentRepository } from './presentRepository';
import { refuseEmpty } from './refRoutes';

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

async function requireRevision(call: RepositoryCall, ref: string) {
  await refuseEmpty(call);
  const revision = await call.repository.resolve(ref);
  if (!revision) {
    throw new GitHubError(422, `No commit found for SHA: ${ref}`);
  }
  return revision;
}

async function list(call: RepositoryCall): Promise<void> {
  const { request, response, repository, github } = call;
  await refuseEmpty(call);
  const { sha, path } = request.query;
  const revision = await repository.resolve(text(sha) ?? DEFAULT_BRANCH);
  if (!revision) {
    throw GitHubError.notFound();
  }
  const wanted = text(path);
  const range = [revision];
  const counted = wanted ? [...range, '--', `:(top,literal)${wanted}`] : range;
  const { page, perPage } = linkPages(request, response, {
    baseUrl: github.baseUrl,
    total: await countCommits(repository, counted),
  });
  const commits = await listCommits(repository, {
    range,
    path: wanted,
    skip: (page - 1) * perPage,
    limit: perPage,
  });
  response.json(commits.map(commit => presentCommit(github, call, commit)));
}

/** The combined status, by which the URL reader finds a branch's commit; nothing reports statuses here. */
async function status(call: RepositoryCall): Promise<void> {
  const { github, response } = call;
  const sha = await requireRevision(call, call.rest);
  const { api } = repositoryUrls(github.baseUrl, call);
  response.json({
    sha,
    state: 'pending',
    statuses: [],
    total_count: 0,
    repository: presentRepository(github, call),
    commit_url: `${api}/commits/${sha}`,
    url: `${api}/commits/${sha}/status`,
  });
}

async function get(call: RepositoryCall): Promise<void> {
  const { github, repository, request, response } = call;
  const sha = await requireRevision(call, call.rest);
  const accept = request.get('accept') ?? '';
  if (/\.sha(\+json)?$/.test(accept)) {
    response.type('application/vnd.github.sha').send(sha);
    return;
  }
  const commit = await repository.commitInfo(sha);
  const parent = commit.parents[0] ?? EMPTY_TREE;
  if (/\.diff(\+json)?$/.test(accept)) {
    response
      .type('application/vnd.github.diff')
      .send(await diffText(repository, parent, sha));
    return;
  }
  const files = await diffFiles(repository, parent, sha);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  response.json({
    ...presentCommit(github, call, commit),
    stats: { additions, deletions, total: additions + deletions },
    files: files.map(file => presentFile(github, call, file, sha)),
  });
}

/** Commits with who made them and what they changed. */
export function commitRoutes(github: GitHub): Router {
  const router = PromiseRouter();
  const base = '/repos/:owner/:repo/commits';
  router.get(base, onRepository(github, list));
  router.get(`${base}/*/status`, onRepository(github, status));
  router.get(`${base}/*`, onRepository(github, get));
  return router;
}
