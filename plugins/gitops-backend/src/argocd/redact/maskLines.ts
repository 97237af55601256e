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

import type { MaskedValue } from './mask';
import { maskSpans } from './maskSpans';
import { mergeSpans, type Span } from './Span';

/** Masks parts of lines. What was masked is known by how its line looks now, and how often that came before. */
export function maskLines(
  lines: string[],
  spans: Span[][],
): { lines: string[]; masked: MaskedValue[] } {
  const seen = new Map<string, number>();
  const masked: MaskedValue[] = [];
  const shown = lines.map((line, index) => {
    const { text, values } = maskSpans(line, mergeSpans(spans[index]));
    if (values.length > 0) {
      const nth = seen.get(text) ?? 0;
      seen.set(text, nth + 1);
      values.forEach((value, part) =>
        masked.push({ path: `${text}@${nth}#${part}`, value }),
      );
    }
    return text;
  });
  return { lines: shown, masked };
}
