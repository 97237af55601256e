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

import { isHarmless } from '../isHarmless';
import type { Span } from '../Span';
import { quotedValue } from './quotedValue';

/** Says of a key whether its value is a credential. */
export type KeyTest = (key: string) => boolean;

/**
 * `key=`, `key: `, `"key":` and `\"key\" => `. A key begins where a word does, so that each is looked at once. What
 * Kubernetes says of a volume is no key: `MountVolume.SetUp failed for volume "credentials" : secret "x" not found`.
 */
const KEY =
  /(?<![\w.-])(?<!volume \\{0,8}")([\w.-]+)(?:\\{0,8}["'`])?\s*(?:=>|:=|==|[=:])\s*/g;
/** `--key value`; with `=` it is as above. */
const FLAG = /(?<![\w.-])--?([A-Za-z][\w.-]*)\s+(?=[^\s-])/g;
const ELEMENT = /<([\w.:-]+)>([^<]+)</g;

const HEADER = /authorization$|cookie$/i;
const CLOSING: Record<string, string> = { '{': '}', '[': ']' };
const LONGEST_INDENT = 200;

/**
 * The values of the credentials that a line of text names: in a query, a header, a flag, JSON, XML, properties or
 * prose.
 */
export function keyValues(line: string, isCredential: KeyTest): Span[] {
  return [
    ...valuesAfter(KEY, line, isCredential),
    ...valuesAfter(FLAG, line, isCredential),
    ...elements(line, isCredential),
  ];
}

function valuesAfter(
  pattern: RegExp,
  line: string,
  isCredential: KeyTest,
): Span[] {
  const spans: Span[] = [];
  const search = new RegExp(pattern);
  for (
    let match = search.exec(line);
    match !== null;
    match = search.exec(line)
  ) {
    const [whole, key] = match;
    if (isCredential(key)) {
      const { next, ...span } = valueAt(line, match.index + whole.length, {
        rest: beginsLine(line, match.index) || HEADER.test(key),
      });
      if (!isHarmless(line.slice(span.start, span.end))) {
        spans.push(span);
      }
      search.lastIndex = next;
    }
  }
  return spans;
}

/** @param options - `rest`: a value without quotation marks goes to the end of the line. */
function valueAt(
  line: string,
  start: number,
  options: { rest: boolean },
): Span & { next: number } {
  const quoted = quotedValue(line, start);
  if (quoted) {
    return quoted;
  }
  const closing = CLOSING[line[start]];
  if (closing && !line.startsWith('{{', start)) {
    const close = line.lastIndexOf(closing);
    const end = close > start ? close + 1 : line.length;
    return { start, end, next: end };
  }
  const end = options.rest
    ? line.trimEnd().length
    : start + lengthOfWord(line.slice(start));
  return { start, end, next: end };
}

/** Up to what separates a value from the next; an expression of a template is one word. */
function lengthOfWord(text: string): number {
  return /^(\{\{[^{}]{0,500}\}\}|[^\s;&"'`<>]*)/.exec(text)?.[0].length ?? 0;
}

/** Whether only an indent, a list's or comment's mark or `export` stands before that place. */
function beginsLine(line: string, at: number): boolean {
  return (
    at < LONGEST_INDENT &&
    /^[\s#;/*+-]*(export\s+)?\\*["']?$/.test(line.slice(0, at))
  );
}

function elements(line: string, isCredential: KeyTest): Span[] {
  return [...line.matchAll(ELEMENT)].flatMap(
    ({ 0: whole, 1: key, 2: value, index }) => {
      const end = index + whole.length - 1;
      return isCredential(key) && !isHarmless(value)
        ? [{ start: end - value.length, end }]
        : [];
    },
  );
}
