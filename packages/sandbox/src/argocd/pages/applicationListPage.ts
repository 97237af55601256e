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

import type { Application } from '../types';
import { html } from '../../html';
import { layout } from './layout';
import { statusBadge } from './statusBadge';

const SHOWN = 500;

/** The page that lists the Applications of an instance. */
export function applicationListPage(
  instance: string,
  applications: Application[],
): string {
  const rows = applications.slice(0, SHOWN).map(
    ({ metadata, spec, status }) => html`<tr>
      <td>
        <a
          href="/applications/${encodeURIComponent(
            metadata.namespace,
          )}/${encodeURIComponent(metadata.name)}"
          >${metadata.name}</a
        >
      </td>
      <td>${statusBadge(status.sync.status)}</td>
      <td>${statusBadge(status.health.status)}</td>
      <td>${spec.project}</td>
      <td>${spec.destination.namespace}</td>
    </tr>`,
  );
  const more = applications.length - SHOWN;
  return layout(
    `Argo CD ${instance}`,
    html`<h1>Argo CD “${instance}”</h1>
      <p class="soft">
        A stand-in of the sandbox for Argo CD: it renders what is in Git and
        plays the cluster. ${applications.length} Applications.
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>Application</th>
              <th>Sync</th>
              <th>Health</th>
              <th>Project</th>
              <th>Namespace</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>
      ${more > 0 ? html`<p class="soft">… and ${more} more.</p>` : ''}`,
  );
}
