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
import { layout, time } from './layout';
import type { PageContext } from './PageContext';
import { repositoryHeader } from './repositoryHeader';

const REFRESH_SECONDS = 2;

/** What CI did for a repository. */
export async function actionsPage(
  context: PageContext & { gitops: { owner: string; name: string } },
): Promise<SafeHtml> {
  const { owner, name, ci, github, gitops } = context;
  const runs = await ci.runsOf(owner, name);
  const pull = (number: number) =>
    html` in
      <a href="/${gitops.owner}/${gitops.name}/pull/${number}"
        >${gitops.owner}/${gitops.name}#${number}</a
      >`;
  const body = html`${repositoryHeader(context, 'actions')}
    <h1>CI runs</h1>
    <p class="quiet">
      A push to main of a service “builds” an image and bumps it in the GitOps
      repository, as the service’s own workflow would.
    </p>
    <div class="card">
      ${runs.length === 0
        ? html`<p class="inside quiet">
            No run yet. Runs begin with a push to main of a repository that has
            a catalog-info.yaml.
          </p>`
        : html`<ul class="rows">
            ${runs.map(
              run => html`<li>
                <span class="badge ${run.outcome}">${run.outcome}</span>
                <span class="grow"
                  >#${run.id}
                  ${run.message}${run.pullRequest && pull(run.pullRequest)}
                  ${run.image && html`<br /><code>${run.image}</code>`}</span
                >
                <span class="quiet"
                  ><a href="/${owner}/${name}/commit/${run.revision}"
                    ><code>${run.revision.slice(0, 7)}</code></a
                  >
                  ${time(run.startedAt, github.now())}</span
                >
              </li>`,
            )}
          </ul>`}
    </div>`;
  return layout({
    title: `CI runs · ${owner}/${name}`,
    body,
    refreshSeconds: runs.some(({ finishedAt }) => !finishedAt)
      ? REFRESH_SECONDS
      : undefined,
  });
}
