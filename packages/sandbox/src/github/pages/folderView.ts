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
import { type SafeHtml, html } from '../../html';
import type { PageContext } from './PageContext';

/** A place in a repository at one revision. */
export interface TreePosition {
  /** As it stands in the address: a branch, tag or commit. */
  ref: string;
  revision: string;
  path: string;
}

/** Links to every folder above. */
export function breadcrumbs(
  { owner, name }: { owner: string; name: string },
  { ref, path }: TreePosition,
): SafeHtml {
  const parts = path.split('/').filter(Boolean);
  const base = `/${owner}/${name}/tree/${encodePath(ref)}`;
  return html`<p class="mono">
    <a href="${base}">${name}</a>${parts.map(
      (part, at) =>
        html` /
        ${at === parts.length - 1
          ? html`<strong>${part}</strong>`
          : html`<a
              href="${base}/${encodePath(parts.slice(0, at + 1).join('/'))}"
              >${part}</a
            >`}`,
    )}
  </p>`;
}

/** What is directly in a folder, folders first. */
export async function folderView(
  { owner, name, repository }: PageContext,
  { ref, revision, path }: TreePosition,
): Promise<SafeHtml> {
  const output = await repository.run(['ls-tree', '-z', `${revision}:${path}`]);
  const entries = output
    .toString('utf8')
    .split('\0')
    .filter(Boolean)
    .map(line => ({
      folder: line.split(' ')[1] === 'tree',
      entry: line.slice(line.indexOf('\t') + 1),
    }))
    .sort((a, b) => Number(b.folder) - Number(a.folder));
  return html`<ul class="rows">
    ${entries.map(({ folder, entry }) => {
      const full = path ? `${path}/${entry}` : entry;
      const kind = folder ? 'tree' : 'blob';
      const href = `/${owner}/${name}/${kind}/${encodePath(ref)}/${encodePath(
        full,
      )}`;
      return html`<li>
        <a class="grow mono" href="${href}">${entry}${folder && '/'}</a>
        <span class="quiet">${folder ? 'folder' : 'file'}</span>
      </li>`;
    })}
  </ul>`;
}
