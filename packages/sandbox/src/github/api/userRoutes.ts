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
import { SANDBOX_LOGIN, callerOf } from '../callerOf';
import type { GitHub } from '../GitHub';
import { GitHubError } from '../GitHubError';
import { presentUser } from './presentUser';

/** Users and the organisation. */
export function userRoutes(github: GitHub): Router {
  const router = PromiseRouter();
  const organisation = (login: string) => {
    if (login.toLowerCase() !== github.organisation.toLowerCase()) {
      throw GitHubError.notFound();
    }
    return { ...presentUser(github, github.organisation), name: 'Acme' };
  };

  router.get('/user', (request, response) => {
    if (callerOf(request).kind !== 'user') {
      throw new GitHubError(401, 'Requires authentication');
    }
    response.json(presentUser(github, SANDBOX_LOGIN));
  });

  router.get('/user/orgs', (_request, response) => {
    response.json([presentUser(github, github.organisation)]);
  });

  router.get('/users/:login', (request, response) => {
    const { login } = request.params;
    response.json(
      login.toLowerCase() === SANDBOX_LOGIN
        ? presentUser(github, SANDBOX_LOGIN)
        : organisation(login),
    );
  });

  router.get('/orgs/:org', (request, response) => {
    response.json(organisation(request.params.org));
  });
  return router;
}
