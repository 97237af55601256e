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

import type { Request, RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { diffText } from '../../git/diffFiles';
import { GitHubError } from '../GitHubError';
import { actionsPage } from './actionsPage';
import { commitPage } from './commitPage';
import { homePage } from './homePage';
import type { SafeHtml } from '../../html';
import type { PageContext } from './PageContext';
import { type PageRouterOptions, pageContextOf } from './PageRouterOptions';
import { pullPage } from './pullPage';
import { pullsPage } from './pullsPage';
import { repositoryPage } from './repositoryPage';
import { styles } from './styles';
import { treePage, treePosition } from './treePage';

/** Every page that is only looked at. */
export function showRoutes(options: PageRouterOptions): Router {
  const { github, gitops } = options;
  const router = PromiseRouter();

  const show =
    (
      render: (context: PageContext, request: Request) => Promise<SafeHtml>,
    ): RequestHandler =>
    async (request, response) => {
      const context = await pageContextOf(options, request);
      response.type('html').send((await render(context, request)).markup);
    };

  const rawFile: RequestHandler = async (request, response) => {
    const context = await pageContextOf(options, request);
    const { revision, path } = await treePosition(context, request.params[0]);
    const content = await context.repository.readFile(revision, path);
    if (!content) {
      throw GitHubError.notFound();
    }
    response.type('text/plain').send(content);
  };

  const rawDiff: RequestHandler = async (request, response) => {
    const context = await pageContextOf(options, request);
    const number = Number(request.params.number);
    const pull = await github.pulls.get(context, number);
    const { base, head } = await github.pulls.comparison(context, pull);
    const text = await diffText(context.repository, base, head);
    response.type('text/plain').send(text);
  };

  router.get('/-/styles.css', (_request, response) => {
    response.type('css').send(styles);
  });
  router.get('/', async (_request, response) => {
    response.type('html').send((await homePage(github)).markup);
  });

  const base = '/:owner/:name';
  router.get(base, show(repositoryPage));
  router.get(`${base}/pulls`, show(pullsPage));
  router.get(
    `${base}/actions`,
    show(context => actionsPage({ ...context, gitops })),
  );
  router.get(
    `${base}/commit/:sha`,
    show((context, { params }) => commitPage(context, params.sha)),
  );
  router.get(
    [`${base}/tree/*`, `${base}/blob/*`],
    show((context, { params }) => treePage(context, params[0])),
  );
  router.get(`${base}/raw/*`, rawFile);
  router.get(`${base}/pull/:number(\\d+).diff`, rawDiff);
  router.get(
    `${base}/pull/:number(\\d+)`,
    show((context, { params }) => pullPage(context, Number(params.number))),
  );
  return router;
}
