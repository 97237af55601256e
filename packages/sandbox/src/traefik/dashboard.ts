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

import { html } from '../html';
import { plainPage } from '../server/plainPage';
import type { Configuration, Router } from './config';

const row = ([name, router]: [string, Router]) => html`<tr>
  <td><code>${name}</code></td>
  <td><code>${router.rule ?? ''}</code></td>
  <td>${(router.using ?? router.entryPoints).join(', ')}</td>
  <td>${router.status}${router.error ? `: ${router.error.join('; ')}` : ''}</td>
</tr>`;

/** As much as one page shows. */
const MOST_ROWS = 200;

/** Where links to the dashboard land: the routers, and what is wrong with them. */
export function dashboardPage({ http, tcp, udp }: Configuration): string {
  const routers = [http, tcp, udp].flatMap(section => [...section.routers]);
  return plainPage(
    'Traefik · Sandbox',
    html`<h1>Traefik sandbox</h1>
      <p class="soft">
        ${routers.length} routers. It follows the IngressRoutes that the
        sandbox’s Argo CD has applied; the API is at <code>/api</code>.
      </p>
      <table>
        <thead>
          <tr>
            <th>Router</th>
            <th>Rule</th>
            <th>Entry points</th>
            <th>Status</th>
          </tr>
        </thead>
        <tbody>
          ${routers.slice(0, MOST_ROWS).map(row)}
        </tbody>
      </table>`,
  );
}
