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

import type { MergeResult } from '../../git/mergeTrees';
import type { PullRecord } from '../RepositoryRecord';
import { type SafeHtml, html } from '../../html';
import { time } from './layout';
import type { PageContext } from './PageContext';

function conflictNotice(conflicts: string[], base: string): SafeHtml {
  return html`<div class="notice" role="status">
    <strong>This branch conflicts with ${base}.</strong>
    ${conflicts.length > 0
      ? html`<p>Both sides changed:</p>
          <ul>
            ${conflicts.map(path => html`<li><code>${path}</code></li>`)}
          </ul>`
      : html`<p>They have no history in common.</p>`}
    <p>Update the branch, then the pull request can be merged.</p>
  </div>`;
}

function ended(context: PageContext, pull: PullRecord): SafeHtml {
  const { owner, name, github } = context;
  if (!pull.merged) {
    return html`<p class="card inside">Closed without being merged.</p>`;
  }
  const { revision, by, at } = pull.merged;
  return html`<p class="card inside">
    <strong>Merged</strong> into ${pull.base.ref} by ${by} as
    <a href="/${owner}/${name}/commit/${revision}"
      ><code>${revision.slice(0, 7)}</code></a
    >, ${time(at, github.now())}.
  </p>`;
}

/** What can be done with a pull request, or what became of it. */
export function pullActions(
  context: PageContext,
  pull: PullRecord,
  mergeability: MergeResult,
): SafeHtml {
  if (pull.state === 'closed') {
    return ended(context, pull);
  }
  const base = `/${context.owner}/${context.name}/pull/${pull.number}`;
  const close = html`<form class="inline" method="post" action="${base}/close">
    <button type="submit">Close</button>
  </form>`;
  if (!mergeability.clean) {
    return html`${conflictNotice(mergeability.conflicts, pull.base.ref)}
      <div class="actions">${close}</div>`;
  }
  return html`<div class="card">
    <div class="inside actions">
      <form class="inline" method="post" action="${base}/merge">
        <input type="hidden" name="sha" value="${pull.head.sha}" />
        <button class="primary" type="submit">Merge</button>
      </form>
      ${close}
      <span class="quiet"
        >No conflicts. Merging makes one commit on ${pull.base.ref} and deletes
        the branch.</span
      >
    </div>
  </div>`;
}
