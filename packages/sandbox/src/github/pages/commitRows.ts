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

import type { CommitInfo } from '../../git';
import { type SafeHtml, html } from '../../html';
import { time } from './layout';

/** Commits, a row each. */
export function commitRows(
  { owner, name }: { owner: string; name: string },
  commits: CommitInfo[],
  now: Date,
): SafeHtml {
  return html`<ul class="rows">
    ${commits.map(
      commit => html`<li>
        <a class="grow" href="/${owner}/${name}/commit/${commit.revision}"
          >${commit.message.split('\n')[0]}</a
        >
        <span class="quiet"
          ><code>${commit.revision.slice(0, 7)}</code> ${commit.author.name},
          ${time(commit.committer.date, now)}</span
        >
      </li>`,
    )}
  </ul>`;
}
