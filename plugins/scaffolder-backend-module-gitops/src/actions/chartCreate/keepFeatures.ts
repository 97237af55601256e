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

import { InputError } from '@backstage/errors';

const MARKER =
  /^[ \t]*(?:#|\{\{-? ?\/\*) feature:(begin|end|file) ([A-Za-z]+(?: [A-Za-z]+)*)(?: \*\/ ?-?\}\})?[ \t]*$/;

/**
 * Leaves out the lines of a text that stand between `feature:begin <name>` and `feature:end <name>` for features that
 * were not chosen, and every marker. `undefined` where the whole file belongs to such a feature (`feature:file <name>`),
 * or to several of which none was chosen (`feature:file <name> <name>`).
 *
 * Throws an `InputError` where a marker lacks its counterpart.
 */
export function keepFeatures(
  path: string,
  text: string,
  isChosen: (feature: string) => boolean,
): string | undefined {
  const open: string[] = [];
  const kept: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const [, kind, feature] = MARKER.exec(line) ?? [];
    if (kind === 'file' && !feature.split(' ').some(isChosen)) {
      return undefined;
    } else if (kind === 'begin') {
      open.push(feature);
    } else if (kind === 'end' && open.pop() !== feature) {
      throw new InputError(
        `${path}, line ${
          index + 1
        }: feature:end ${feature} ends what was not begun; put the markers of the golden chart right`,
      );
    } else if (!kind && open.every(isChosen)) {
      kept.push(line);
    }
  }
  if (open.length) {
    throw new InputError(
      `${path}: feature:begin ${open[0]} has no end; put the markers of the golden chart right`,
    );
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\n+$/, '\n');
}
