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

import { diffFiles } from '../../git/diffFiles';
import { listCommits } from '../../git/history';
import { commitRows } from './commitRows';
import { diffView } from './diffView';
import { type SafeHtml, html } from '../../html';
import { layout, time } from './layout';
import type { PageContext } from './PageContext';
import { pullActions } from './pullActions';
import { pullBadge } from './pullRows';
import { renderMarkdown } from './renderMarkdown';
import { repositoryHeader } from './repositoryHeader';

/** One pull request: what it wants, what it changes, and the button that merges it. */
export async function pullPage(
  context: PageContext,
  number: number,
): Promise<SafeHtml> {
  const { owner, name, repository, github } = context;
  const pull = await github.pulls.get(context, number);
  const { base, head } = await github.pulls.comparison(context, pull);
  const files = await diffFiles(repository, base, head);
  const commits = await listCommits(repository, {
    range: [`${base}..${head}`],
    reverse: true,
  });
  const mergeability = await github.pulls.mergeability(context, pull);
  const description = renderMarkdown(
    pull.body,
    `/${owner}/${name}/blob/${pull.head.ref}`,
  );
  const body = html`${repositoryHeader(context, 'pulls')}
    <h1>${pull.title} <span class="quiet">#${pull.number}</span></h1>
    <div class="meta">
      ${pullBadge(pull)}
      <span class="quiet"
        >${pull.author} ${pull.state === 'open' ? 'wants' : 'wanted'} to merge
        <code>${pull.head.ref}</code> into <code>${pull.base.ref}</code>, opened
        ${time(pull.createdAt, github.now())}</span
      >
    </div>
    <section class="card" aria-label="Description">
      <div class="inside markdown">
        ${description.markup.trim()
          ? description
          : html`<p class="quiet">No description.</p>`}
      </div>
    </section>
    ${pullActions(context, pull, mergeability)}
    <h2>Commits</h2>
    <div class="card">${commitRows(context, commits, github.now())}</div>
    ${diffView(files)}`;
  return layout({ title: `${pull.title} · ${owner}/${name}`, body });
}
