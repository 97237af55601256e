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

import { isScalar } from 'yaml';
import {
  columnOf,
  lineEnd,
  linesEnd,
  lineStart,
  nextLine,
  startsLine,
} from './sourceLines';
import type { Splice } from './Splice';
import { slotEntry, type YamlEditContext } from './YamlEditContext';
import {
  blockHeader,
  contentEnd,
  isBlockCollection,
  isWritten,
  yamlEntries,
} from './yamlEntries';

/**
 * Where a value stands in block style: some of it in the line of its key or `-`, some in lines of its own.
 * @internal
 */
export interface ValueRegion {
  /** What a text in the key's line replaces. */
  inline: { start: number; end: number };
  /** What lines of their own replace, from the beginning of a line to the beginning of another. */
  lines: { start: number; end: number };
  /** Whether the value begins behind `- ` in the same line, or could. */
  compact: boolean;
}

/**
 * Finds where the value of an entry stands, or would stand.
 * @internal
 */
export function valueRegion(context: YamlEditContext): ValueRegion {
  const { text, location } = context;
  const { node, parent } = location.slot;
  const entry = slotEntry(context);
  const valueStart = entry?.valueStart ?? documentEnd(context);
  const inItem =
    parent?.srcToken?.type === 'block-seq' && text[valueStart - 1] === '-';
  const lineRest = (from: number) =>
    text.slice(from, lineEnd(text, from)).trim();
  if (!isWritten(node)) {
    const next = parent ? nextLine(text, valueStart) : valueStart;
    return {
      inline: { start: valueStart, end: valueStart },
      lines: { start: next, end: next },
      compact: inItem && !lineRest(valueStart),
    };
  }
  const start = isBlockCollection(node)
    ? yamlEntries(node)[0].start
    : node.range?.[0] ?? 0;
  const end = contentEnd(node);
  const afterLines = text[end - 1] === '\n' ? end : nextLine(text, end);
  if (isScalar(node) && node.srcToken?.type === 'block-scalar') {
    return {
      inline: { start, end: start + blockHeader(node.srcToken).length },
      lines: { start: nextLine(text, start), end: afterLines },
      compact: false,
    };
  }
  if (!isBlockCollection(node)) {
    const next = nextLine(text, end);
    return {
      inline: { start, end },
      lines: { start: next, end: next },
      compact:
        !lineRest(end) &&
        (inItem
          ? !text.slice(valueStart, start).trim()
          : !parent && startsLine(text, start)),
    };
  }
  if (startsLine(text, start)) {
    const from = parent ? nextLine(text, valueStart) : lineStart(text, start);
    return {
      inline: { start: valueStart, end: valueStart },
      lines: {
        start: from,
        end: entry
          ? linesEnd(text, end, columnOf(text, entry.start))
          : afterLines,
      },
      compact: false,
    };
  }
  const last = lineEnd(text, text[end - 1] === '\n' ? end - 1 : end);
  const lastLine = text[last - 1] === '\r' ? last - 1 : last;
  return {
    inline: { start, end: lastLine },
    lines: { start: afterLines, end: afterLines },
    compact: true,
  };
}

/**
 * The `:` that a key without a value lacks.
 * @internal
 */
export function missingSign(context: YamlEditContext): Splice[] {
  const { text, style } = context;
  const entry = slotEntry(context);
  if (!entry || entry.indicated) {
    return [];
  }
  const indent = ' '.repeat(entry.start - lineStart(text, entry.start));
  const sign = text[entry.start] === '?' ? `${style.lineBreak}${indent}:` : ':';
  return [{ start: entry.valueStart, end: entry.valueStart, text: sign }];
}

function documentEnd({ text, document }: YamlEditContext): number {
  return document?.range?.[1] ?? text.length;
}
