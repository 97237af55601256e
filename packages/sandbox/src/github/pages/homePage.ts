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

import { type GitHub, findRepository } from '../GitHub';
import { type SafeHtml, html } from '../../html';
import { layout } from './layout';
import { pullRows } from './pullRows';

/** All repositories, and what waits to be merged. */
export async function homePage(github: GitHub): Promise<SafeHtml> {
  const contexts = await Promise.all(
    github.repositories
      .list()
      .map(({ owner, name }) => findRepository(github, owner, name)),
  );
  const pulls = await Promise.all(
    contexts.map(async context =>
      (await github.pulls.list(context))
        .filter(({ state }) => state === 'open')
        .map(pull => ({ owner: context.owner, name: context.name, pull })),
    ),
  );
  const open = pulls.flat().sort((a, b) => {
    return b.pull.createdAt.localeCompare(a.pull.createdAt);
  });
  const body = html`<h1>Repositories and pull requests</h1>
    <h2>Open pull requests</h2>
    <div class="card">
      ${open.length > 0
        ? pullRows(open, github.now())
        : html`<p class="inside quiet">
            None is open. Create a service in the portal and its pull request
            appears here.
          </p>`}
    </div>
    <h2>Repositories</h2>
    <div class="card">
      <ul class="rows">
        ${contexts.map(
          ({ owner, name, record }) => html`<li>
            <a class="grow" href="/${owner}/${name}">${owner}/${name}</a>
            <span class="quiet">${record.description}</span>
          </li>`,
        )}
      </ul>
    </div>`;
  return layout({ title: 'Repositories', body });
}
