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
import { commitFiles } from '../../git/commitFiles';
import type { GitHub } from '../GitHub';
import { GitHubError } from '../GitHubError';
import { DEFAULT_BRANCH } from '../RepositoryContext';
import { type RepositoryCall, onRepository } from './onRepository';
import { parseBody, signatureBody } from './parseBody';
import { presentFolder, presentContent } from './presentContent';
import { presentGitCommit } from './presentCommit';

const RAW = /application\/vnd\.github(\.v3)?\.raw(\+json)?/;

const change = z.object({
  message: z.string(),
  sha: z.string().optional(),
  branch: z.string().optional(),
  author: signatureBody.optional(),
  committer: signatureBody.optional(),
});

const putBody = change.extend({
  content: z.base64('content is not valid Base64'),
});

async function readContents(call: RepositoryCall): Promise<void> {
  const { request, response, repository, rest: path } = call;
  const wanted = request.query.ref;
  const ref = typeof wanted === 'string' && wanted ? wanted : DEFAULT_BRANCH;
  const revision = await repository.resolve(ref);
  if (!revision) {
    throw new GitHubError(
      404,
      wanted
        ? `No commit found for the ref ${ref}`
        : 'This repository is empty.',
    );
  }
  const object = await repository.readObject(
    `${revision}:${path.replace(/\/+$/, '')}`,
  );
  if (object?.type === 'tree') {
    response.json(await presentFolder(call, { ref, revision, path }));
  } else if (object?.type === 'blob') {
    if (RAW.test(request.get('accept') ?? '')) {
      response
        .set('Content-Type', 'application/vnd.github.raw; charset=utf-8')
        .send(object.content);
      return;
    }
    response.json(presentContent(call, { ref, path, ...object }));
  } else {
    throw GitHubError.notFound();
  }
}

/** The stale or missing `sha` is how GitHub keeps one writer from overwriting another. */
function checkSha(path: string, present?: string, given?: string): void {
  if (present && given === undefined) {
    throw new GitHubError(422, `Invalid request.\n\n"sha" wasn't supplied.`);
  }
  if (given !== undefined && given !== present) {
    throw new GitHubError(409, `${path} does not match ${given}`);
  }
}

async function writeContents(
  call: RepositoryCall,
  asked: z.infer<typeof change> & { content?: string },
): Promise<void> {
  const { github, repository, response, rest: path, owner, name } = call;
  const branch = asked.branch ?? DEFAULT_BRANCH;
  const parent = await repository.resolve(`refs/heads/${branch}`);
  const empty = !parent && !(await repository.resolve('HEAD'));
  if (!parent && (!empty || asked.content === undefined)) {
    throw new GitHubError(404, `Branch ${branch} not found`);
  }
  const present = parent
    ? await repository.readObject(`${parent}:${path}`)
    : undefined;
  if (asked.content === undefined && !present) {
    throw GitHubError.notFound();
  }
  checkSha(path, present?.id, asked.sha);
  const content =
    asked.content === undefined
      ? undefined
      : Buffer.from(asked.content, 'base64');
  const author = { ...call.caller, ...(asked.author ?? asked.committer) };
  try {
    const revision = await commitFiles(repository, {
      branch,
      parent,
      message: asked.message,
      author,
      committer: { ...author, ...asked.committer },
      files: [{ path, content }],
    });
    const written = await repository.readObject(`${revision}:${path}`);
    const commit = await repository.commitInfo(revision);
    await github.repositories.publishChanges(owner, name);
    response.status(present ? 200 : 201).json({
      content: written
        ? presentContent(call, { ref: branch, path, ...written })
        : null,
      commit: presentGitCommit(github, call, commit),
    });
  } catch (error) {
    if (error instanceof ConflictError) {
      throw new GitHubError(409, `${branch} does not match ${parent}`);
    }
    throw error;
  }
}

/** Files by path: read, write, delete. */
export function contentsRoutes(github: GitHub): Router {
  const router = PromiseRouter();
  router.get(
    ['/repos/:owner/:repo/contents', '/repos/:owner/:repo/contents/*'],
    onRepository(github, readContents),
  );
  router.put(
    '/repos/:owner/:repo/contents/*',
    onRepository(github, async call => {
      await writeContents(call, parseBody(call.request, putBody));
    }),
  );
  router.delete(
    '/repos/:owner/:repo/contents/*',
    onRepository(github, async call => {
      const { query, body } = call.request;
      // Octokit sends the fields of a DELETE in its body, others in the query.
      call.request.body = { ...query, ...body };
      const asked = parseBody(call.request, change.required({ sha: true }));
      await writeContents(call, asked);
    }),
  );
  return router;
}
