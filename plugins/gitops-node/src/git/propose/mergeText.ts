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

import { diff3Merge } from 'node-diff3';

/**
 * Merges two versions of a text that come from one. Where both changed the same lines, `theirs` stands.
 * @internal
 */
export function mergeText(
  ours: string,
  original: string,
  theirs: string,
): { text: string; conflict: boolean } {
  const regions = diff3Merge(lines(ours), lines(original), lines(theirs), {
    excludeFalseConflicts: true,
  });
  return {
    text: regions
      .flatMap(({ ok, conflict }) => ok ?? conflict?.b ?? [])
      .join(''),
    conflict: regions.some(({ conflict }) => conflict !== undefined),
  };
}

/** With their line breaks, so that these count too. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
