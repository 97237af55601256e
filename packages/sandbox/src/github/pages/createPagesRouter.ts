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

import type { ErrorRequestHandler, RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { GitHubError } from '../GitHubError';
import { formRoutes } from './formRoutes';
import { html } from '../../html';
import { layout } from './layout';
import type { PageRouterOptions } from './PageRouterOptions';
import { showRoutes } from './showRoutes';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const headers: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });
  next();
};

function statusOf(error: unknown): number {
  if (error instanceof GitHubError) {
    return error.status;
  }
  if (error instanceof NotFoundError) {
    return 404;
  }
  if (error instanceof ConflictError) {
    return 409;
  }
  return error instanceof InputError ? 422 : 500;
}

/** The pages for people: server-rendered, without scripts. */
export function createPagesRouter(options: PageRouterOptions): Router {
  const router = PromiseRouter();
  router.use(headers);
  router.use(showRoutes(options));
  router.use(formRoutes(options));
  router.use(() => {
    throw GitHubError.notFound();
  });

  const onError: ErrorRequestHandler = (error, request, response, _next) => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const status = statusOf(error);
    if (status === 500) {
      const call = `${request.method} ${request.originalUrl}`;
      options.logger.error(`${call} failed`, error);
    }
    const text = status === 500 ? 'The sandbox failed' : String(error.message);
    const body = html`<h1>${text}</h1>
      <p><a href="/">All repositories</a></p>`;
    response
      .status(status)
      .type('html')
      .send(layout({ title: text, body }).markup);
  };
  router.use(onError);
  return router;
}
