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

import { encodePath } from '../urls';
import { GitHubError } from '../GitHubError';
import { fileView } from './fileView';
import { type TreePosition, breadcrumbs, folderView } from './folderView';
import { type SafeHtml, html } from '../../html';
import { layout } from './layout';
import type { PageContext } from './PageContext';
import { repositoryHeader } from './repositoryHeader';

/**
 * Splits `gitops/cart/charts/values.yaml` into branch and path: a branch may have slashes, so the longest name
 * that exists is meant.
 */
export async function treePosition(
  { repository }: PageContext,
  rest: string,
): Promise<TreePosition> {
  const parts = rest.split('/').filter(Boolean);
  for (let length = parts.length; length > 0; length--) {
    const ref = parts.slice(0, length).join('/');
    const revision = await repository.resolve(ref);
    if (revision) {
      return { ref, revision, path: parts.slice(length).join('/') };
    }
  }
  throw GitHubError.notFound();
}

/** A folder or a file at a revision, whichever the path names. */
export async function treePage(
  context: PageContext,
  rest: string,
): Promise<SafeHtml> {
  const { owner, name, repository } = context;
  const position = await treePosition(context, rest);
  const { ref, revision, path } = position;
  const object = await repository.readObject(`${revision}:${path}`);
  if (!object) {
    throw GitHubError.notFound();
  }
  const raw = `/${owner}/${name}/raw/${encodePath(ref)}/${encodePath(path)}`;
  const body = html`${repositoryHeader(context, 'code')}
    ${breadcrumbs(context, position)}
    <div class="card">
      <header>
        <h2>${path || name}</h2>
        <span class="quiet">at ${ref}</span>
        ${object.type === 'blob' && html`<a href="${raw}">Raw</a>`}
      </header>
      ${object.type === 'blob'
        ? fileView(context, position, object.content)
        : await folderView(context, position)}
    </div>`;
  return layout({ title: `${path || ref} · ${owner}/${name}`, body });
}
