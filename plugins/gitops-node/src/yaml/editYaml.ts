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

import { applyYamlEdit, jsonValue } from './applyYamlEdit';
import { YamlPathProblem } from './locateYaml';
import { formatYamlPath, parseYamlPath } from './parseYamlPath';
import type { YamlEdit } from './YamlEdit';
import { YamlEditError } from './YamlEditError';
import { parseYamlSource } from './YamlSource';

/**
 * Edits a YAML text, in the order of the edits. Every byte outside the edited values stays as it was:
 * comments, anchors, quotes, line breaks, a byte order mark, other documents.
 *
 * A string that a reader could take for something else (`1.1`, `on`, `1e3`, `0x1f`, a date) is quoted. The result
 * is parsed again and compared with what the edit asks for.
 *
 * Throws a {@link YamlEditError} for text that is not valid YAML, a path that cannot be followed, and an edit that
 * would change another place (through an alias, or of a value that an anchor shares).
 * @public
 */
export function editYaml(source: string, edits: YamlEdit[]): string {
  // The parser counts a byte order mark as a column, which breaks lists in lists.
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + edits.reduce(editOnce, source.slice(mark.length));
}

function editOnce(text: string, edit: YamlEdit): string {
  const path = formatYamlPath(edit.path);
  const { documents, lines } = parseYamlSource(text);
  const document = edit.document ?? 0;
  if (!(document in documents) && document !== 0) {
    throw new YamlEditError({
      path,
      problem: `there is no document ${document}, the file has ${documents.length}`,
      remedy: 'Count documents from 0',
    });
  }
  try {
    return applyYamlEdit(text, {
      op: edit.op,
      path: parseYamlPath(edit.path),
      value: edit.op === 'remove' ? null : jsonValue(edit.value, path),
      document,
    });
  } catch (error) {
    if (error instanceof YamlPathProblem) {
      const at = error.node?.range?.[0];
      throw new YamlEditError({
        path,
        line: at === undefined ? undefined : lines.linePos(at).line,
        problem: error.message,
        remedy: error.remedy,
      });
    }
    throw error;
  }
}
