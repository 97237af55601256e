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

import express, { type Express } from 'express';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ContinuousIntegration } from '../ci';
import type { Faults } from '../faults';
import { createGitHttpRouter } from '../git/createGitHttpRouter';
import { requireLoopbackHost } from '../server/requireLoopbackHost';
import { createApiRouter } from './api/createApiRouter';
import { callerOf } from './callerOf';
import type { GitHub } from './GitHub';
import { createPagesRouter } from './pages/createPagesRouter';

/** Everything that the GitHub stand-in serves on its port: faults, API, git, pages. */
export function createGitHubHandler(options: {
  github: GitHub;
  ci: ContinuousIntegration;
  gitops: { owner: string; name: string };
  faults: Faults;
  logger: LoggerService;
}): Express {
  const { github, ci, gitops, faults, logger } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(requireLoopbackHost);
  app.use('/_sandbox', faults.router);
  app.use(faults.middleware);
  app.use('/api/v3', createApiRouter(github, logger));
  app.use('/api', (request, response) => {
    const call = `${request.method} ${request.originalUrl}`;
    response
      .status(501)
      .json({ message: `The sandbox does not implement ${call}` });
  });
  app.use(createGitHttpRouter({ repositories: github.repositories, callerOf }));
  app.use(createPagesRouter({ github, ci, gitops, logger }));
  return app;
}
