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

import { listCommits } from '../../git/history';
import { DEFAULT_BRANCH } from '../RepositoryContext';
import { repositoryUrls } from '../urls';
import { commitRows } from './commitRows';
import { fileView } from './fileView';
import { folderView } from './folderView';
import { type SafeHtml, html } from '../../html';
import { layout } from './layout';
import type { PageContext } from './PageContext';
import { pushForm } from './pushForm';
import { repositoryHeader } from './repositoryHeader';

const RECENT_COMMITS = 8;

async function emptyBody(clone: string): Promise<SafeHtml> {
  return html`<div class="card">
    <p class="inside">
      This repository is empty. Push to <code>${clone}</code> to begin.
    </p>
  </div>`;
}

async function codeBody(
  context: PageContext,
  revision: string,
  clone: string,
): Promise<SafeHtml> {
  const { repository, github, ci, owner, name } = context;
  const position = { ref: DEFAULT_BRANCH, revision, path: '' };
  const commits = await listCommits(repository, {
    range: [revision],
    limit: RECENT_COMMITS,
  });
  const readme = await repository.readFile(revision, 'README.md');
  const service =
    ci.watches(owner, name) &&
    (await repository.readFile(revision, 'catalog-info.yaml')) !== undefined;
  return html`<div class="columns">
    <div>
      <div class="card">
        <header>
          <h2>Files</h2>
          <span class="quiet">branch main</span>
        </header>
        ${await folderView(context, position)}
      </div>
      ${readme &&
      html`<section class="card">
        <header><h2>README.md</h2></header>
        ${fileView(context, { ...position, path: 'README.md' }, readme)}
      </section>`}
    </div>
    <aside aria-label="About this repository">
      ${service && (await pushForm(context, revision))}
      <section class="card">
        <header><h2>Clone</h2></header>
        <div class="inside"><code class="clone">git clone ${clone}</code></div>
      </section>
      <section class="card">
        <header><h2>Recent commits</h2></header>
        ${commitRows(context, commits, github.now())}
      </section>
    </aside>
  </div>`;
}

/** Files, README and history of the main branch, and a way to push without git. */
export async function repositoryPage(context: PageContext): Promise<SafeHtml> {
  const { owner, name, repository, record, github } = context;
  const { clone } = repositoryUrls(github.baseUrl, context);
  const revision = await repository.resolve(`refs/heads/${DEFAULT_BRANCH}`);
  const body = html`${repositoryHeader(context, 'code')}
    <h1>${name}</h1>
    ${record.description && html`<p class="quiet">${record.description}</p>`}
    ${revision
      ? await codeBody(context, revision, clone)
      : await emptyBody(clone)}`;
  return layout({ title: `${owner}/${name}`, body });
}
