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

import { diff3Merge } from 'node-diff3';

/** What a merge is called in the marks of a conflict. */
export interface MergeNames {
  ours: string;
  theirs: string;
}

/** Merges two texts that come from one. Where both changed the same lines, both stand there between marks like git's. */
export function mergeTexts(
  texts: { ours: string; base: string; theirs: string },
  names: MergeNames,
): { text: string; conflicts: number } {
  const regions = diff3Merge(
    linesOf(texts.ours),
    linesOf(texts.base),
    linesOf(texts.theirs),
    { excludeFalseConflicts: true },
  );
  const text = regions
    .flatMap(({ ok, conflict }) =>
      conflict
        ? [
            `<<<<<<< ${names.ours}\n`,
            ...ended(conflict.a),
            '=======\n',
            ...ended(conflict.b),
            `>>>>>>> ${names.theirs}\n`,
          ]
        : ok ?? [],
    )
    .join('');
  return { text, conflicts: regions.filter(one => one.conflict).length };
}

/** With their line breaks, so that these count too. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** A mark stands on a line of its own, also after a last line without a break. */
function ended(lines: string[]): string[] {
  return lines.map(line => (line.endsWith('\n') ? line : `${line}\n`));
}
