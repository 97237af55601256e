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
import { diffFiles, diffText } from '../../git/diffFiles';
import { listCommits } from '../../git/history';
import { SANDBOX_LOGIN } from '../callerOf';
import type { GitHub } from '../GitHub';
import { GitHubError } from '../GitHubError';
import { listPullRequests } from '../pulls/listPullRequests';
import { type RepositoryCall, onRepository } from './onRepository';
import { pageFrom } from './paginate';
import { parseBody } from './parseBody';
import { presentCommit, presentFile } from './presentCommit';
import { presentPull, presentPullDetail } from './presentPull';

const createBody = z.object({
  title: z.string().min(1),
  head: z.string(),
  base: z.string(),
  body: z.string().nullish(),
  draft: z.boolean().optional(),
});

const updateBody = z.object({
  title: z.string().min(1).optional(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
  base: z.string().optional(),
});

const mergeBody = z.object({
  merge_method: z.enum(['merge', 'squash', 'rebase']).default('merge'),
  sha: z.string().optional(),
  commit_title: z.string().optional(),
  commit_message: z.string().optional(),
});

async function pullOf(call: RepositoryCall) {
  const number = Number(call.request.params.number);
  return call.github.pulls.get(call, number);
}

async function list(call: RepositoryCall): Promise<void> {
  const { github, owner, request, response } = call;
  const query = Object.fromEntries(
    Object.entries(request.query).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  const pulls = listPullRequests(await github.pulls.list(call), owner, query);
  const page = pageFrom(request, response, github.baseUrl, pulls);
  response.json(page.map(pull => presentPull(github, call, pull)));
}

async function create(call: RepositoryCall): Promise<void> {
  const { body, ...asked } = parseBody(call.request, createBody);
  const pull = await call.github.pulls.create(call, {
    ...asked,
    body: body ?? '',
    author: SANDBOX_LOGIN,
  });
  const detail = await presentPullDetail(call.github, call, pull);
  call.response.status(201).set('Location', detail.url).json(detail);
}

async function get(call: RepositoryCall): Promise<void> {
  const { github, repository, request, response } = call;
  const pull = await pullOf(call);
  if (/\.diff(\+json)?$/.test(request.get('accept') ?? '')) {
    const { base, head } = await github.pulls.comparison(call, pull);
    response
      .type('application/vnd.github.diff')
      .send(await diffText(repository, base, head));
    return;
  }
  response.json(await presentPullDetail(github, call, pull));
}

async function update(call: RepositoryCall): Promise<void> {
  const { body, ...asked } = parseBody(call.request, updateBody);
  const { number } = await pullOf(call);
  const pull = await call.github.pulls.update(call, number, {
    ...asked,
    body: body === null ? '' : body,
  });
  call.response.json(await presentPullDetail(call.github, call, pull));
}

async function merge(call: RepositoryCall): Promise<void> {
  const asked = parseBody(call.request, mergeBody);
  const { number } = await pullOf(call);
  if (asked.merge_method === 'rebase') {
    throw new GitHubError(
      405,
      'Rebase merges are not allowed on this repository.',
    );
  }
  const pull = await call.github.pulls.merge(call, number, {
    method: asked.merge_method,
    sha: asked.sha,
    title: asked.commit_title,
    message: asked.commit_message,
    by: SANDBOX_LOGIN,
  });
  call.response.json({
    sha: pull.merged?.revision,
    merged: true,
    message: 'Pull Request successfully merged',
  });
}

async function files(call: RepositoryCall): Promise<void> {
  const { github, request, response } = call;
  const { base, head } = await github.pulls.comparison(
    call,
    await pullOf(call),
  );
  const changed = await diffFiles(call.repository, base, head);
  const page = pageFrom(request, response, github.baseUrl, changed);
  response.json(page.map(file => presentFile(github, call, file, head)));
}

async function commits(call: RepositoryCall): Promise<void> {
  const { github, request, response } = call;
  const { base, head } = await github.pulls.comparison(
    call,
    await pullOf(call),
  );
  const range = [`${base}..${head}`];
  const found = await listCommits(call.repository, { range, reverse: true });
  const page = pageFrom(request, response, github.baseUrl, found);
  response.json(page.map(commit => presentCommit(github, call, commit)));
}

async function isMerged(call: RepositoryCall): Promise<void> {
  if (!(await pullOf(call)).merged) {
    throw GitHubError.notFound();
  }
  call.response.status(204).end();
}

/** Pull requests within one repository; there are no forks. */
export function pullRoutes(github: GitHub): Router {
  const router = PromiseRouter();
  const base = '/repos/:owner/:repo/pulls';
  const one = `${base}/:number(\\d+)`;
  router.get(base, onRepository(github, list));
  router.post(base, onRepository(github, create));
  router.get(one, onRepository(github, get));
  router.patch(one, onRepository(github, update));
  router.get(`${one}/files`, onRepository(github, files));
  router.get(`${one}/commits`, onRepository(github, commits));
  router.get(`${one}/merge`, onRepository(github, isMerged));
  router.put(`${one}/merge`, onRepository(github, merge));
  return router;
}
