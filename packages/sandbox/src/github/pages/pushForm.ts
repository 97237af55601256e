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
import type { PageContext } from './PageContext';

const EDITABLE = /\.(md|txt|ts|js|css)$/;
const MOST_FILES = 200;

/** A push without git: one line more in one file, on main. */
export async function pushForm(
  { owner, name, repository }: PageContext,
  revision: string,
): Promise<SafeHtml> {
  const files = (await repository.listFiles(revision))
    .map(({ path }) => path)
    .filter(path => EDITABLE.test(path) && path !== 'README.md')
    .slice(0, MOST_FILES);
  return html`<section class="card">
    <header><h2>Push a change</h2></header>
    <form class="inside" method="post" action="/${owner}/${name}/push">
      <p class="quiet">
        Commits one line to main, as a push would. CI then builds an image and
        bumps it in the GitOps repository.
      </p>
      <label for="push-path">File</label>
      <select id="push-path" name="path">
        ${['README.md', ...files].map(
          path => html`<option value="${path}">${path}</option>`,
        )}
      </select>
      <label for="push-line">Line to add</label>
      <input
        id="push-line"
        name="line"
        required
        maxlength="200"
        value="A change made in the sandbox."
      />
      <button class="primary" type="submit">Push to main</button>
    </form>
  </section>`;
}
