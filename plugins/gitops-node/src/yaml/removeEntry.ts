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

import type { YAMLMap, YAMLSeq } from 'yaml';
import { lineSplice } from './lineSplice';
import {
  columnOf,
  lineEnd,
  linesEnd,
  lineStart,
  nextLine,
  startsLine,
} from './sourceLines';
import type { Splice } from './Splice';
import type { YamlEditContext } from './YamlEditContext';
import { yamlEntries } from './yamlEntries';

/**
 * Takes an entry out of a collection that has others.
 * @internal
 */
export function removeEntry(
  context: YamlEditContext,
  collection: YAMLMap | YAMLSeq,
  index: number,
): Splice[] {
  return collection.flow
    ? removeFromFlow(context, collection, index)
    : [removeFromBlock(context, collection, index)];
}

function removeFromBlock(
  { text, style }: YamlEditContext,
  collection: YAMLMap | YAMLSeq,
  index: number,
): Splice {
  const entry = yamlEntries(collection)[index];
  const end = linesEnd(text, entry.end, columnOf(text, entry.start));
  if (startsLine(text, entry.start)) {
    const start = lineStart(text, entry.start);
    return lineSplice({
      text,
      start,
      end,
      lines: undefined,
      lineBreak: style.lineBreak,
    });
  }
  // `- name: x`: what comes next moves up into the line of the `-`.
  const indent = /^[ \t\r\n]*/.exec(text.slice(end))?.[0].length ?? 0;
  return { start: entry.start, end: end + indent, text: '' };
}

function removeFromFlow(
  { text, style }: YamlEditContext,
  collection: YAMLMap | YAMLSeq,
  index: number,
): Splice[] {
  const entries = yamlEntries(collection);
  const entry = entries[index];
  const end = entry.comma === undefined ? entry.end : entry.comma + 1;
  const rest = text.slice(end, lineEnd(text, end));
  if (startsLine(text, entry.start) && /^\s*(#.*)?$/.test(rest)) {
    const line = lineSplice({
      text,
      start: lineStart(text, entry.start),
      end: nextLine(text, end),
      lines: undefined,
      lineBreak: style.lineBreak,
    });
    // A list whose last item had no comma stays so.
    const comma = entry.comma ?? entries[index - 1]?.comma;
    return comma === undefined || comma > entry.start
      ? [line]
      : [{ start: comma, end: comma + 1, text: '' }, line];
  }
  const next = entries[index + 1];
  return next
    ? [{ start: entry.start, end: next.start, text: '' }]
    : [{ start: entries[index - 1].end, end: entry.end, text: '' }];
}
