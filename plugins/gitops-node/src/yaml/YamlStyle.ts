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

import { isMap, isSeq, visit, type Document } from 'yaml';
import { columnOf } from './sourceLines';
import { isBlockCollection, yamlEntries } from './yamlEntries';
import type { YamlSource } from './YamlSource';

/**
 * How a file lays out its lines.
 * @internal
 */
export interface YamlStyle {
  lineBreak: '\n' | '\r\n';
  /** Columns from a mapping to the mapping below one of its keys. */
  mapIndent: number;
  /** Columns from a mapping to the list below one of its keys; 0 where lists are not indented. */
  seqIndent: number;
}

/**
 * Reads the layout of a document from the first examples in it.
 * @internal
 */
export function yamlStyle(
  { text }: YamlSource,
  document: Document | undefined,
): YamlStyle {
  const found: { map?: number; seq?: number } = {};
  const measure = (parent: unknown) => {
    if (!isMap(parent) || !isBlockCollection(parent)) {
      return;
    }
    const column = columnOf(text, yamlEntries(parent)[0]?.start ?? 0);
    for (const { value } of parent.items) {
      if (isBlockCollection(value) && value.items.length > 0) {
        const step = columnOf(text, yamlEntries(value)[0].start) - column;
        if (isSeq(value)) {
          found.seq ??= step;
        } else {
          found.map ??= step;
        }
      }
    }
  };
  if (document) {
    visit(document, { Map: (_, node) => measure(node) });
  }
  const mapIndent = found.map ?? (found.seq || 2);
  return {
    lineBreak: /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n',
    mapIndent,
    seqIndent: found.seq ?? mapIndent,
  };
}
