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
  type Request,
  type RequestHandler,
  type Router,
} from 'express';
import PromiseRouter from 'express-promise-router';
import { mergeFromPage, pushFromPage } from './formActions';
import type { PageContext } from './PageContext';
import { type PageRouterOptions, pageContextOf } from './PageRouterOptions';
import { sameOrigin } from './sameOrigin';

/** Every button of the pages. Each leads back to a page that shows what it did. */
export function formRoutes(options: PageRouterOptions): Router {
  const { github } = options;
  const router = PromiseRouter();
  router.post('*', sameOrigin, express.urlencoded({ extended: false }));

  const act =
    (
      next: string,
      perform: (context: PageContext, request: Request) => Promise<void>,
    ): RequestHandler =>
    async (request, response) => {
      const context = await pageContextOf(options, request);
      await perform(context, request);
      const { owner, name } = context;
      const { number } = request.params;
      const target = next.replace(':number', number);
      response.redirect(303, `/${owner}/${name}/${target}`);
    };

  router.post(
    '/:owner/:name/pull/:number(\\d+)/merge',
    act('pull/:number', (context, { params, body }) =>
      mergeFromPage(context, Number(params.number), body),
    ),
  );
  router.post(
    '/:owner/:name/pull/:number(\\d+)/close',
    act('pull/:number', async (context, { params }) => {
      const number = Number(params.number);
      await github.pulls.update(context, number, { state: 'closed' });
    }),
  );
  router.post(
    '/:owner/:name/push',
    act('actions', (context, { body }) => pushFromPage(context, body)),
  );
  return router;
}
