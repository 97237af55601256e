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

import { listPullRequests } from '../pulls/listPullRequests';
import { type SafeHtml, html } from '../../html';
import { layout } from './layout';
import type { PageContext } from './PageContext';
import { pullRows } from './pullRows';
import { repositoryHeader } from './repositoryHeader';

/** All pull requests of a repository, open ones first. */
export async function pullsPage(context: PageContext): Promise<SafeHtml> {
  const { owner, name, github } = context;
  const pulls = await github.pulls.list(context);
  const section = (title: string, state: string) => {
    const found = listPullRequests(pulls, owner, { state });
    return html`<section class="card">
      <header>
        <h2>${title}</h2>
        <span class="quiet">${found.length}</span>
      </header>
      ${found.length > 0
        ? pullRows(
            found.map(pull => ({ owner, name, pull })),
            github.now(),
          )
        : html`<p class="inside quiet">None.</p>`}
    </section>`;
  };
  const body = html`${repositoryHeader(context, 'pulls')}
    <h1>Pull requests</h1>
    ${section('Open', 'open')} ${section('Merged and closed', 'closed')}`;
  return layout({ title: `Pull requests · ${owner}/${name}`, body });
}
