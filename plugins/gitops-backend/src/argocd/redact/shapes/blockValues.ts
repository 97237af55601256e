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
import type { KeyTest } from './keyValues';

/** What stands before the words of a line: an indent, a list's or a comment's mark. */
const INDENT = /^[\s#;/*+-]{0,200}/;
/** `key: |`, `key: >-` or `key:`, after the indent. */
const HEAD =
  /^["']?([\w.-]{1,200})["']?[ \t]{0,20}:(?:[ \t]{1,20}([|>])[-+\d]{0,2})?$/;
/** Not a value, but more keys, a list or an expression of a template. */
const STRUCTURE =
  /^\s*(?:-\s|\{|\[|#|["']?[\w./-]{1,200}["']?\s{0,20}:(?:\s|$))/;

/**
 * The values of credentials that stand on the lines below their keys, as in YAML that is no YAML because it is a
 * template, or is in a log.
 */
export function blockValues(text: string, isCredential: KeyTest): Span[] {
  const spans: Span[] = [];
  let block: { indent: number; scalar: boolean } | undefined;
  let offset = 0;
  for (const line of text.split('\n')) {
    const start = offset;
    offset += line.length + 1;
    if (line.trim() === '') {
      continue;
    }
    const indent = INDENT.exec(line)?.[0].length ?? 0;
    if (
      block &&
      indent > block.indent &&
      (block.scalar || !STRUCTURE.test(line))
    ) {
      if (!isHarmless(line)) {
        const words = line.length - line.trimStart().length;
        spans.push({ start: start + words, end: start + line.length });
      }
    } else {
      const head = HEAD.exec(line.slice(indent).trimEnd());
      block =
        head && isCredential(head[1])
          ? { indent, scalar: head[2] !== undefined }
          : undefined;
    }
  }
  return spans;
}
