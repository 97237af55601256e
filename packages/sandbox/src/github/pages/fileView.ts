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

import { posix } from 'node:path';
import { encodePath } from '../urls';
import { type SafeHtml, html } from '../../html';
import { renderMarkdown } from './renderMarkdown';

const LARGEST = 512 * 1024;

/** A file: markdown as text, other text with line numbers, the rest not at all. */
export function fileView(
  { owner, name }: { owner: string; name: string },
  { ref, path }: { ref: string; path: string },
  content: Buffer,
): SafeHtml {
  if (content.includes(0) || content.length > LARGEST) {
    return html`<p class="inside quiet">
      ${content.length} bytes, not shown here.
    </p>`;
  }
  const text = content.toString('utf8');
  if (/\.md$/i.test(path)) {
    const folder = posix.join(encodePath(ref), encodePath(posix.dirname(path)));
    const rendered = renderMarkdown(text, `/${owner}/${name}/blob/${folder}`);
    return html`<div class="inside markdown">${rendered}</div>`;
  }
  return html`<div class="scroll">
    <table class="code">
      <tbody>
        ${text
          .replace(/\n$/, '')
          .split('\n')
          .map(
            (line, at) => html`<tr>
              <td class="number">${at + 1}</td>
              <td class="text">${line}</td>
            </tr>`,
          )}
      </tbody>
    </table>
  </div>`;
}
