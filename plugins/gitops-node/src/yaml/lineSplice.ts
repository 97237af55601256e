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

import type { Splice } from './Splice';
import { startsLine } from './sourceLines';

/**
 * Replaces whole lines, from where one begins to where another begins, by others.
 * A text without a final line break stays without one, except where `endsWithBreak` makes it part of a value.
 * @internal
 */
export function lineSplice(options: {
  text: string;
  start: number;
  end: number;
  lines: string | undefined;
  lineBreak: string;
  endsWithBreak?: boolean;
}): Splice {
  const { text, start, end, lines, lineBreak, endsWithBreak } = options;
  const atEnd = end === text.length && !text.endsWith('\n');
  const onOwnLine = startsLine(text, start);
  if (lines === undefined) {
    // The last line goes with the line break before it.
    const before = /\r?\n$/.exec(text.slice(0, start))?.[0].length ?? 0;
    return {
      start: atEnd && end > start ? start - before : start,
      end,
      text: '',
    };
  }
  const before = onOwnLine ? '' : lineBreak;
  const after = !atEnd || endsWithBreak || text === '' ? lineBreak : '';
  return { start, end, text: `${before}${lines}${after}` };
}
