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
import type { RepositoryStore } from './RepositoryStore';
import { runHttpBackend } from './runHttpBackend';

/** Who sent a call: somebody the token names, somebody it does not, or nobody. */
export type Caller =
  | { kind: 'user'; login: string }
  | { kind: 'rejected' }
  | { kind: 'anonymous' };

function challenge(response: Response, message: string): void {
  response
    .status(401)
    .set('WWW-Authenticate', 'Basic realm="GitHub"')
    .type('text')
    .send(message);
}

/**
 * Git smart HTTP at `/<owner>/<name>[.git]`. Everybody may read; a push needs the token as Basic password.
 */
export function createGitHttpRouter(options: {
  repositories: RepositoryStore;
  callerOf: (request: Request) => Caller;
}): Router {
  const { repositories, callerOf } = options;

  const serve =
    (service: string, isPush: (request: Request) => boolean) =>
    async (
      request: Request<{ owner: string; name: string }>,
      response: Response,
    ) => {
      const { owner, name } = request.params;
      const caller = callerOf(request);
      if (caller.kind === 'rejected') {
        challenge(response, 'Invalid username or token.\n');
        return;
      }
      const repository = repositories.get(owner, name);
      if (!repository) {
        response.status(404).type('text').send('Repository not found.\n');
        return;
      }
      if (isPush(request) && caller.kind === 'anonymous') {
        challenge(response, 'No anonymous write access.\n');
        return;
      }
      const user = caller.kind === 'user' ? caller.login : undefined;
      try {
        await runHttpBackend(request, response, { repository, service, user });
      } finally {
        // Before the answer ends: who has pushed finds what the push has done.
        if (service === 'git-receive-pack') {
          await repositories.publishChanges(owner, name);
        }
        response.end();
      }
    };

  const router = PromiseRouter();
  router.get(
    '/:owner/:name/info/refs',
    serve('info/refs', request => request.query.service === 'git-receive-pack'),
  );
  router.post(
    '/:owner/:name/git-upload-pack',
    serve('git-upload-pack', () => false),
  );
  router.post(
    '/:owner/:name/git-receive-pack',
    serve('git-receive-pack', () => true),
  );
  return router;
}
