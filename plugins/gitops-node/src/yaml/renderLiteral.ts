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

/**
 * A text of several lines in literal style: its header, and its lines without the last line break.
 * @internal
 */
export interface LiteralBlock {
  header: string;
  body: string;
}

/**
 * A string of several lines as a literal block; `undefined` where it is none or that style could not hold it.
 * @internal
 */
export function renderLiteral(
  value: JsonValue | undefined,
  column: number,
  lineBreak: string,
): LiteralBlock | undefined {
  if (typeof value !== 'string' || !value.includes('\n')) {
    return undefined;
  }
  return literalBlock(value, column, lineBreak);
}

/**
 * Like {@link renderLiteral}, for strings of one line too.
 * @internal
 */
export function literalBlock(
  value: string,
  column: number,
  lineBreak: string,
): LiteralBlock | undefined {
  const lines = value.split('\n');
  const printable = /^[^\p{Cc}\u2028\u2029\uFEFF\uD800-\uDFFF\uFFFE\uFFFF]*$/u;
  const holds = lines.every(
    line => printable.test(line.replace(/\t/g, ' ')) && !/^[ \t]+$/.test(line),
  );
  // A first line that is blank or indented would need an indentation indicator.
  // Several line breaks at the end would need `+`, which takes in blank lines that follow.
  const ends = value.endsWith('\n');
  if (
    !holds ||
    column === 0 ||
    /^\s|^$/.test(lines[0]) ||
    value.endsWith('\n\n')
  ) {
    return undefined;
  }
  const written = ends ? lines.slice(0, -1) : lines;
  return {
    header: ends ? '|' : '|-',
    body: written
      .map(line => (line ? ' '.repeat(column) + line : ''))
      .join(lineBreak),
  };
}
