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
import type { GitHub } from '../GitHub';
import { GitHubError } from '../GitHubError';
import { DEFAULT_BRANCH } from '../RepositoryContext';
import { type RepositoryCall, onRepository } from './onRepository';

const FORMATS = {
  tarball: { format: 'tar.gz', type: 'application/x-gzip' },
  zipball: { format: 'zip', type: 'application/zip' },
};

/** Answers the archive itself, where GitHub redirects to another host. */
function archive(kind: keyof typeof FORMATS) {
  const { format, type } = FORMATS[kind];
  return async (call: RepositoryCall): Promise<void> => {
    const { owner, name, repository, response } = call;
    const sha = await repository.resolve(call.rest || DEFAULT_BRANCH);
    if (!sha) {
      throw GitHubError.notFound();
    }
    const folder = `${owner}-${name}-${sha.slice(0, 7)}`;
    const content = await repository.run([
      'archive',
      `--format=${format}`,
      `--prefix=${folder}/`,
      sha,
    ]);
    response
      .set('Content-Type', type)
      .set('Content-Disposition', `attachment; filename=${folder}.${format}`)
      .send(content);
  };
}

/** A whole tree in one file, below one folder. */
export function archiveRoutes(github: GitHub): Router {
  const router = PromiseRouter();
  const base = '/repos/:owner/:repo';
  for (const kind of ['tarball', 'zipball'] as const) {
    router.get(
      [`${base}/${kind}`, `${base}/${kind}/*`],
      onRepository(github, archive(kind)),
    );
  }
  return router;
}
