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

import type { Span } from './Span';

/**
 * The spans of a text, in each of its lines: one that goes over several is in all of them. They are in order and do not
 * overlap, so that each line looks only at its own.
 */
export function spansOfLines(lines: string[], spans: Span[]): Span[][] {
  let next = 0;
  let start = 0;
  return lines.map(line => {
    const own: Span[] = [];
    const end = start + line.length;
    for (; next < spans.length && spans[next].start < end; next++) {
      const span = spans[next];
      own.push({
        start: Math.max(0, span.start - start),
        end: Math.min(line.length, span.end - start),
      });
      if (span.end > end) {
        break;
      }
    }
    start = end + 1;
    return own;
  });
}
