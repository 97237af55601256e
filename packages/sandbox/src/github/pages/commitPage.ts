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

import { EMPTY_TREE, diffFiles } from '../../git/diffFiles';
import { GitHubError } from '../GitHubError';
import { diffView } from './diffView';
import { type SafeHtml, html } from '../../html';
import { layout, time } from './layout';
import type { PageContext } from './PageContext';
import { repositoryHeader } from './repositoryHeader';

/** One commit: who, when, why and what. */
export async function commitPage(
  context: PageContext,
  ref: string,
): Promise<SafeHtml> {
  const { owner, name, repository, github } = context;
  const revision = await repository.resolve(ref);
  if (!revision) {
    throw GitHubError.notFound();
  }
  const commit = await repository.commitInfo(revision);
  const parent = commit.parents[0] ?? EMPTY_TREE;
  const [title, ...rest] = commit.message.split('\n');
  const text = rest.join('\n').trim();
  const body = html`${repositoryHeader(context, 'code')}
    <h1>${title}</h1>
    ${text && html`<pre class="card inside">${text}</pre>`}
    <p class="meta quiet">
      <code>${revision}</code>
      <span
        >${commit.author.name},
        ${time(commit.committer.date, github.now())}</span
      >
      ${commit.parents.map(
        sha =>
          html`<span
            >parent
            <a href="/${owner}/${name}/commit/${sha}"
              ><code>${sha.slice(0, 7)}</code></a
            ></span
          >`,
      )}
    </p>
    ${diffView(await diffFiles(repository, parent, revision))}`;
  return layout({ title: `${title} · ${owner}/${name}`, body });
}
