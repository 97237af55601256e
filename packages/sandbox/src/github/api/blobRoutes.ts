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
import { isFullSha } from '../../git/revisionCandidates';
import { writeBlob } from '../../git/writeBlob';
import type { GitHub } from '../GitHub';
import { GitHubError } from '../GitHubError';
import { repositoryUrls } from '../urls';
import { onRepository } from './onRepository';
import { parseBody } from './parseBody';
import { refuseEmpty } from './refRoutes';

const blobBody = z.object({
  content: z.string(),
  encoding: z.enum(['utf-8', 'base64']).default('utf-8'),
});

/** Files by id. */
export function blobRoutes(github: GitHub): Router {
  const router = PromiseRouter();
  const base = '/repos/:owner/:repo/git/blobs';

  router.post(
    base,
    onRepository(github, async call => {
      await refuseEmpty(call);
      const { content, encoding } = parseBody(call.request, blobBody);
      const bytes = Buffer.from(
        content,
        encoding === 'base64' ? 'base64' : 'utf8',
      );
      const sha = await writeBlob(call.repository, bytes);
      const { api } = repositoryUrls(github.baseUrl, call);
      call.response.status(201).json({ sha, url: `${api}/git/blobs/${sha}` });
    }),
  );

  router.get(
    `${base}/:sha`,
    onRepository(github, async call => {
      const { sha } = call.request.params;
      const object = isFullSha(sha)
        ? await call.repository.readObject(sha)
        : undefined;
      if (object?.type !== 'blob') {
        throw GitHubError.notFound();
      }
      const { content } = object;
      if (/\.raw/.test(call.request.get('accept') ?? '')) {
        call.response.type('application/octet-stream').send(content);
        return;
      }
      const { api } = repositoryUrls(github.baseUrl, call);
      call.response.json({
        sha,
        url: `${api}/git/blobs/${sha}`,
        size: content.length,
        encoding: 'base64',
        content: content.toString('base64'),
      });
    }),
  );
  return router;
}
