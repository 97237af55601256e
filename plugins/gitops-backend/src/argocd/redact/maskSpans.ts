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

import { MASK } from './mask';
import type { Span } from './Span';

/** The text with each of the parts masked, which are in order and do not overlap, and what stood there. */
export function maskSpans(
  text: string,
  spans: Span[],
): { text: string; values: string[] } {
  let masked = '';
  let at = 0;
  for (const { start, end } of spans) {
    masked += text.slice(at, start) + MASK;
    at = end;
  }
  return {
    text: masked + text.slice(at),
    values: spans.map(({ start, end }) => text.slice(start, end)),
  };
}
