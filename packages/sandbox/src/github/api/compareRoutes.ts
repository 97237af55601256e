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
import { diffFiles } from '../../git/diffFiles';
import { countCommits, listCommits, mergeBase } from '../../git/history';
import type { GitHub } from '../GitHub';
import { GitHubError } from '../GitHubError';
import { repositoryUrls } from '../urls';
import { type RepositoryCall, onRepository } from './onRepository';
import { linkPages } from './paginate';
import { presentCommit, presentFile } from './presentCommit';

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) {
    return behind > 0 ? 'diverged' : 'ahead';
  }
  return behind > 0 ? 'behind' : 'identical';
}

async function resolveSide(call: RepositoryCall, side: string) {
  const ref = side.startsWith(`${call.owner}:`)
    ? side.slice(call.owner.length + 1)
    : side;
  const revision = await call.repository.resolve(ref);
  if (!revision) {
    throw GitHubError.notFound();
  }
  return revision;
}

async function compare(call: RepositoryCall): Promise<void> {
  const { repository, github, request, response } = call;
  const separator = call.rest.indexOf('...');
  if (separator < 0) {
    throw GitHubError.notFound();
  }
  const base = await resolveSide(call, call.rest.slice(0, separator));
  const head = await resolveSide(call, call.rest.slice(separator + 3));
  const common = await mergeBase(repository, base, head);
  if (!common) {
    throw new GitHubError(
      404,
      `No common ancestor between ${base} and ${head}.`,
    );
  }
  const ahead = await countCommits(repository, [`${base}..${head}`]);
  const behind = await countCommits(repository, [`${head}..${base}`]);
  const { page, perPage } = linkPages(request, response, {
    baseUrl: github.baseUrl,
    total: ahead,
  });
  const newestFirst = await listCommits(repository, {
    range: [`${base}..${head}`],
  });
  const commits = newestFirst
    .reverse()
    .slice((page - 1) * perPage, page * perPage);
  const present = async (sha: string) =>
    presentCommit(github, call, await repository.commitInfo(sha));
  const { html, api } = repositoryUrls(github.baseUrl, call);
  const range = `${base}...${head}`;
  const files = await diffFiles(repository, common, head);
  response.json({
    url: `${api}/compare/${range}`,
    html_url: `${html}/compare/${range}`,
    base_commit: await present(base),
    merge_base_commit: await present(common),
    status: statusOf(ahead, behind),
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    commits: commits.map(commit => presentCommit(github, call, commit)),
    files: files.map(file => presentFile(github, call, file, head)),
  });
}

/** What one commit has that another does not: `base...head`. */
export function compareRoutes(github: GitHub): Router {
  const router = PromiseRouter();
  router.get('/repos/:owner/:repo/compare/*', onRepository(github, compare));
  return router;
}
