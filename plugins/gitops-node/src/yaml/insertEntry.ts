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

import type { JsonValue } from '@backstage/types';
import { isMap, type YAMLMap, type YAMLSeq } from 'yaml';
import { lineSplice } from './lineSplice';
import { renderFlow, renderItem, renderPair } from './renderCollection';
import { renderScalar } from './renderScalar';
import {
  columnOf,
  lineEnd,
  linesEnd,
  lineStart,
  startsLine,
} from './sourceLines';
import type { Splice } from './Splice';
import type { YamlEditContext } from './YamlEditContext';
import { yamlEntries } from './yamlEntries';

/**
 * Adds a pair (with a key) or an item (without) behind the last entry of a collection that has one.
 * @internal
 */
export function insertEntry(
  context: YamlEditContext,
  collection: YAMLMap | YAMLSeq,
  key: string | undefined,
  value: JsonValue,
): Splice[] {
  return collection.flow
    ? insertInFlow(context, collection, key, value)
    : [insertInBlock(context, collection, key, value)];
}

function insertInBlock(
  { text, style }: YamlEditContext,
  collection: YAMLMap | YAMLSeq,
  key: string | undefined,
  value: JsonValue,
): Splice {
  const entries = yamlEntries(collection);
  const last = entries[entries.length - 1];
  const column = columnOf(text, entries[0].start);
  const lines =
    key === undefined
      ? renderItem(value, column, style)
      : renderPair(key, value, column, style);
  const at = linesEnd(text, last.end, column);
  return lineSplice({
    text,
    start: at,
    end: at,
    lines: ' '.repeat(column) + lines,
    lineBreak: style.lineBreak,
    endsWithBreak: typeof value === 'string' && value.endsWith('\n'),
  });
}

function insertInFlow(
  { text, style }: YamlEditContext,
  collection: YAMLMap | YAMLSeq,
  key: string | undefined,
  value: JsonValue,
): Splice[] {
  const rendered =
    key === undefined
      ? renderFlow(value)
      : `${renderScalar(key, 'flow')}: ${renderFlow(value)}`;
  const entries = yamlEntries(collection);
  const last = entries[entries.length - 1];
  if (!last) {
    return [insertIntoEmpty(collection, text, rendered)];
  }
  const { comma } = last;
  const end = comma === undefined ? last.end : comma + 1;
  const ownLine = startsLine(text, last.start);
  const trailing = comma === undefined ? '' : ',';
  if (!ownLine || !/^\s*(#.*)?$/.test(text.slice(end, lineEnd(text, end)))) {
    const separator = comma === undefined ? ', ' : ' ';
    return [{ start: end, end, text: `${separator}${rendered}${trailing}` }];
  }
  const at = lineEnd(text, end);
  const indent = text.slice(lineStart(text, last.start), last.start);
  return [
    ...(comma === undefined ? [{ start: end, end, text: ',' }] : []),
    {
      start: at,
      end: at,
      text: `${style.lineBreak}${indent}${rendered}${trailing}`,
    },
  ];
}

function insertIntoEmpty(
  collection: YAMLMap | YAMLSeq,
  text: string,
  rendered: string,
): Splice {
  const start = (collection.range?.[0] ?? 0) + 1;
  const end = (collection.range?.[1] ?? 0) - 1;
  const inside = text.slice(start, end);
  if (inside.trim()) {
    // A comment is in there: stay behind it.
    return { start: end, end, text: rendered };
  }
  return { start, end, text: isMap(collection) ? ` ${rendered} ` : rendered };
}
