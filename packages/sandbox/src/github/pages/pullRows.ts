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

import type { PullRecord } from '../RepositoryRecord';
import { type SafeHtml, html } from '../../html';
import { time } from './layout';

/** What a pull request's badge says. */
export function pullState(pull: PullRecord): 'Open' | 'Merged' | 'Closed' {
  if (pull.merged) {
    return 'Merged';
  }
  return pull.state === 'open' ? 'Open' : 'Closed';
}

/** The badge itself: the word and a colour. */
export function pullBadge(pull: PullRecord): SafeHtml {
  const state = pullState(pull);
  return html`<span class="badge ${state.toLowerCase()}">${state}</span>`;
}

/** Pull requests, a row each. */
export function pullRows(
  pulls: { owner: string; name: string; pull: PullRecord }[],
  now: Date,
): SafeHtml {
  return html`<ul class="rows">
    ${pulls.map(
      ({ owner, name, pull }) => html`<li>
        ${pullBadge(pull)}
        <a class="grow" href="/${owner}/${name}/pull/${pull.number}"
          >${pull.title}</a
        >
        <span class="quiet"
          >${owner}/${name} #${pull.number}, by ${pull.author},
          ${time(pull.createdAt, now)}</span
        >
      </li>`,
    )}
  </ul>`;
}
