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

import type { Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { type ApplicationStore, instanceName } from '../store';
import { applicationListPage } from './applicationListPage';
import { applicationPage } from './applicationPage';
import { html } from '../../html';
import { layout } from './layout';

function sendPage(response: Response, page: string, status = 200): void {
  response
    .status(status)
    .set({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'Cache-Control': 'no-store',
    })
    .send(page);
}

/** The pages that links to this Argo CD lead to. */
export function pageRouter(
  instance: string,
  applications: ApplicationStore,
): Router {
  const router = PromiseRouter();
  router.get('/healthz', (_request, response) => {
    response.set('Content-Type', 'text/plain; charset=utf-8').end('ok\n');
  });
  router.get(['/', '/applications'], (_request, response) => {
    sendPage(response, applicationListPage(instance, applications.list()));
  });
  router.get('/applications/:namespace/:name', (request, response) => {
    const { namespace, name } = request.params;
    const application = applications.get(instanceName({ namespace, name }));
    if (!application) {
      const page = layout(
        'Not found',
        html`<p><a href="/">Argo CD “${instance}”</a></p>
          <h1>There is no Application ${name}</h1>
          <p>It has not been merged yet, or it has been removed.</p>`,
      );
      sendPage(response, page, 404);
      return;
    }
    sendPage(response, applicationPage(instance, application));
  });
  return router;
}
