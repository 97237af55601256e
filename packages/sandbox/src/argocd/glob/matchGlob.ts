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

import { compileGlob } from './compileGlob';

const KEPT = 1000;

/** Ten thousand Applications are matched with the same few patterns. */
const compiled = new Map<string, RegExp>();

function compile(pattern: string, separators: string): RegExp {
  const key = `${separators} ${pattern}`;
  const known = compiled.get(key) ?? compileGlob(pattern, separators);
  if (compiled.size >= KEPT) {
    compiled.clear();
  }
  compiled.set(key, known);
  return known;
}

/**
 * Whether a text matches a pattern; a pattern that cannot be read matches nothing, as in Argo CD.
 * With `negation`, a leading `!` turns the answer round.
 */
export function matchGlob(
  pattern: string,
  text: string,
  options: { separators?: string; negation?: boolean } = {},
): boolean {
  if (options.negation && pattern.startsWith('!')) {
    return !matchGlob(pattern.slice(1), text, {
      separators: options.separators,
    });
  }
  try {
    return compile(pattern, options.separators ?? '').test(text);
  } catch {
    return false;
  }
}
