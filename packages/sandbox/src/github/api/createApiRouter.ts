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

import express, {
  type ErrorRequestHandler,
  type RequestHandler,
  type Router,
} from 'express';
import PromiseRouter from 'express-promise-router';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError, isError } from '@backstage/errors';
import { callerOf } from '../callerOf';
import type { GitHub } from '../GitHub';
import { GitHubError } from '../GitHubError';
import { archiveRoutes } from './archiveRoutes';
import { blobRoutes } from './blobRoutes';
import { branchRoutes } from './branchRoutes';
import { commitRoutes } from './commitRoutes';
import { compareRoutes } from './compareRoutes';
import { contentsRoutes } from './contentsRoutes';
import { gitCommitRoutes } from './gitCommitRoutes';
import { pullRoutes } from './pullRoutes';
import { refRoutes } from './refRoutes';
import { repositoryRoutes } from './repositoryRoutes';
import { treeRoutes } from './treeRoutes';
import { userRoutes } from './userRoutes';

const DOCUMENTATION = 'https://docs.github.com/rest';

/** Everybody may read; a wrong token is refused even then, as on GitHub. */
const authenticate: RequestHandler = (request, _response, next) => {
  const { kind } = callerOf(request);
  if (kind === 'rejected') {
    next(new GitHubError(401, 'Bad credentials'));
  } else if (
    kind === 'anonymous' &&
    !['GET', 'HEAD'].includes(request.method)
  ) {
    next(new GitHubError(401, 'Requires authentication'));
  } else {
    next();
  }
};

const commonHeaders: RequestHandler = (request, response, next) => {
  // `fetch` adds `no-cache` to a call with If-None-Match; GitHub answers 304 all the same, express would not.
  delete request.headers['cache-control'];
  response.set({
    'X-GitHub-Media-Type': 'github.v3; format=json',
    'X-RateLimit-Limit': '5000',
    'X-RateLimit-Remaining': '4999',
    'X-RateLimit-Used': '1',
    'X-RateLimit-Reset': String(Math.floor(Date.now() / 1000) + 3600),
    'X-RateLimit-Resource': 'core',
  });
  next();
};

function toGitHubError(error: unknown): GitHubError | undefined {
  if (error instanceof GitHubError) {
    return error;
  }
  if (error instanceof NotFoundError) {
    return GitHubError.notFound();
  }
  if (error instanceof InputError) {
    return new GitHubError(422, error.message);
  }
  if (isError(error) && error.type === 'entity.parse.failed') {
    return new GitHubError(400, 'Problems parsing JSON');
  }
  // What express itself refuses: a body too large, an address that does not decode.
  if (isError(error) && typeof error.status === 'number') {
    return new GitHubError(error.status, error.message);
  }
  return undefined;
}

/** The part of GitHub's REST API that the product uses; the rest answers 501 and names the call. */
export function createApiRouter(github: GitHub, logger: LoggerService): Router {
  const router = PromiseRouter();
  router.use(commonHeaders, authenticate);
  router.use(express.json({ limit: '50mb' }));
  const routes = [
    archiveRoutes,
    blobRoutes,
    branchRoutes,
    commitRoutes,
    compareRoutes,
    contentsRoutes,
    gitCommitRoutes,
    pullRoutes,
    refRoutes,
    repositoryRoutes,
    treeRoutes,
    userRoutes,
  ];
  routes.forEach(create => router.use(create(github)));

  router.use((request, response) => {
    response.status(501).json({
      message: `The sandbox does not implement ${request.method} ${request.path}`,
      documentation_url: DOCUMENTATION,
    });
  });

  const onError: ErrorRequestHandler = (error, request, response, _next) => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const known = toGitHubError(error);
    if (!known) {
      logger.error(`${request.method} ${request.originalUrl} failed`, error);
    }
    response.status(known?.status ?? 500).json({
      message: known?.message ?? 'Server Error',
      ...(known?.errors ? { errors: known.errors } : {}),
      documentation_url: DOCUMENTATION,
      status: String(known?.status ?? 500),
    });
  };
  router.use(onError);
  return router;
}
