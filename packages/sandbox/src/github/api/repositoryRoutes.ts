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

import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { ConflictError, InputError } from '@backstage/errors';
import { commitFiles } from '../../git/commitFiles';
import { SANDBOX_LOGIN } from '../callerOf';
import { type GitHub, findRepository } from '../GitHub';
import { GitHubError } from '../GitHubError';
import { DEFAULT_BRANCH } from '../RepositoryContext';
import { signatureOf } from '../signatureOf';
import { onRepository } from './onRepository';
import { pageFrom } from './paginate';
import { parseBody } from './parseBody';
import { presentRepository } from './presentRepository';

const newRepository = z.object({
  name: z.string(),
  description: z.string().nullish(),
  private: z.boolean().nullish(),
  visibility: z.string().nullish(),
  auto_init: z.boolean().nullish(),
});

function creationFailed(code: string, message: string): GitHubError {
  return new GitHubError(422, 'Repository creation failed.', [
    { resource: 'Repository', code, field: 'name', message },
  ]);
}

async function createRepository(
  github: GitHub,
  owner: string,
  asked: z.infer<typeof newRepository>,
) {
  const { name, description } = asked;
  try {
    await github.repositories.create(owner, name);
  } catch (error) {
    if (error instanceof ConflictError) {
      throw creationFailed('custom', 'name already exists on this account');
    }
    if (error instanceof InputError) {
      throw creationFailed('custom', error.message);
    }
    throw error;
  }
  const context = await findRepository(github, owner, name);
  context.record.description = description ?? '';
  context.record.private =
    asked.private ?? ['private', 'internal'].includes(asked.visibility ?? '');
  await github.records.save(context.owner, context.name);
  if (asked.auto_init) {
    const content = `# ${name}\n${description ? `\n${description}\n` : ''}`;
    await commitFiles(context.repository, {
      branch: DEFAULT_BRANCH,
      message: 'Initial commit',
      author: signatureOf(SANDBOX_LOGIN, github.now()),
      files: [{ path: 'README.md', content }],
    });
    await github.repositories.publishChanges(context.owner, context.name);
  }
  return presentRepository(github, context);
}

/** Repositories: one, all of an owner, and new ones. */
export function repositoryRoutes(github: GitHub): Router {
  const router = PromiseRouter();

  router.get(
    '/repos/:owner/:repo',
    onRepository(github, async ({ response, ...context }) => {
      response.json(presentRepository(github, context));
    }),
  );

  const create = (owner: string, request: Request, response: Response) =>
    createRepository(github, owner, parseBody(request, newRepository)).then(
      created => response.status(201).json(created),
    );

  router.post('/orgs/:org/repos', async (request, response) => {
    if (
      request.params.org.toLowerCase() !== github.organisation.toLowerCase()
    ) {
      throw GitHubError.notFound();
    }
    await create(github.organisation, request, response);
  });

  router.post('/user/repos', async (request, response) => {
    await create(SANDBOX_LOGIN, request, response);
  });

  const list = async (owner: string, request: Request, response: Response) => {
    const names = github.repositories
      .list()
      .filter(one => one.owner.toLowerCase() === owner.toLowerCase());
    const page = pageFrom(request, response, github.baseUrl, names);
    const found = page.map(one => findRepository(github, one.owner, one.name));
    response.json(
      (await Promise.all(found)).map(one => presentRepository(github, one)),
    );
  };

  router.get('/orgs/:owner/repos', (request, response) =>
    list(request.params.owner, request, response),
  );
  router.get('/users/:owner/repos', (request, response) =>
    list(request.params.owner, request, response),
  );
  router.get('/user/repos', (request, response) =>
    list(SANDBOX_LOGIN, request, response),
  );
  return router;
}
