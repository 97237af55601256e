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

import { type SafeHtml, html } from '../../html';

/** The pages that every repository has. */
export type RepositoryTab = 'code' | 'pulls' | 'actions';

/** Name and tabs of a repository. */
export function repositoryHeader(
  { owner, name }: { owner: string; name: string },
  current: RepositoryTab,
): SafeHtml {
  const base = `/${owner}/${name}`;
  const tabs: [RepositoryTab, string, string][] = [
    ['code', base, 'Code'],
    ['pulls', `${base}/pulls`, 'Pull requests'],
    ['actions', `${base}/actions`, 'Actions'],
  ];
  return html`<p class="quiet">${owner} / <a href="${base}">${name}</a></p>
    <nav class="tabs" aria-label="Repository">
      ${tabs.map(
        ([tab, href, text]) =>
          html`<a href="${href}" ${tab === current && html`aria-current="page"`}
            >${text}</a
          >`,
      )}
    </nav>`;
}
