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

import type { FileDiff } from '../../git/diffFiles';
import { type SafeHtml, html } from '../../html';
import { type PatchLine, parsePatch } from './parsePatch';

const SIGN: Partial<Record<PatchLine['kind'], string>> = {
  added: '+',
  removed: '-',
};

function row(line: PatchLine): SafeHtml {
  return html`<tr class="${line.kind}">
    <td class="number">${line.before}</td>
    <td class="number">${line.after}</td>
    <td class="sign">${SIGN[line.kind]}</td>
    <td class="text">${line.text}</td>
  </tr>`;
}

function fileView(file: FileDiff): SafeHtml {
  const name = file.previousPath
    ? `${file.previousPath} → ${file.path}`
    : file.path;
  return html`<section class="card" aria-label="${file.path}">
    <header>
      <h3 class="mono">${name}</h3>
      <span class="quiet">${file.status}</span>
      <span
        ><span class="plus">+${file.additions}</span>
        <span class="minus">−${file.deletions}</span></span
      >
    </header>
    ${file.patch === undefined
      ? html`<p class="inside quiet">No lines to show.</p>`
      : html`<div class="scroll">
          <table class="code">
            <tbody>
              ${parsePatch(file.patch).map(row)}
            </tbody>
          </table>
        </div>`}
  </section>`;
}

/** Changed files with their lines: sign, colour and both numbers. */
export function diffView(files: FileDiff[]): SafeHtml {
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  const count = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  return html`<h2>Files changed</h2>
    <p class="quiet">
      ${count}, <span class="plus">+${additions}</span>
      <span class="minus">−${deletions}</span>
    </p>
    ${files.map(fileView)}`;
}
