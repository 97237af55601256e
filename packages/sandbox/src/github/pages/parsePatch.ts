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

/** One line of a hunk, with its number on each side. */
export interface PatchLine {
  kind: 'hunk' | 'added' | 'removed' | 'context' | 'note';
  before?: number;
  after?: number;
  /** Without its sign. */
  text: string;
}

const HUNK = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/** Numbers the lines of a patch. */
export function parsePatch(patch: string): PatchLine[] {
  let before = 0;
  let after = 0;
  return patch.split('\n').map((line): PatchLine => {
    const hunk = HUNK.exec(line);
    if (hunk) {
      before = Number(hunk[1]);
      after = Number(hunk[2]);
      return { kind: 'hunk', text: line };
    }
    const text = line.slice(1);
    switch (line[0]) {
      case '+':
        return { kind: 'added', after: after++, text };
      case '-':
        return { kind: 'removed', before: before++, text };
      case '\\':
        return { kind: 'note', text: text.trim() };
      default:
        return { kind: 'context', before: before++, after: after++, text };
    }
  });
}
