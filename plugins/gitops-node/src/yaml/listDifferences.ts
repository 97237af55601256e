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
import { isDeepStrictEqual } from 'node:util';

/**
 * The edits that turn one list into another. Items that both begin or end with stay where they are,
 * so that the comments beside them stay beside them.
 * @internal
 */
export function listDifferences(
  path: (string | number)[],
  current: unknown[],
  wanted: JsonValue[],
): { op: 'set' | 'remove'; path: (string | number)[]; value: JsonValue }[] {
  const shorter = Math.min(current.length, wanted.length);
  const same = (a: unknown, b: unknown) => isDeepStrictEqual(a, b);
  let prefix = 0;
  while (prefix < shorter && same(current[prefix], wanted[prefix])) {
    prefix += 1;
  }
  let suffix = 0;
  // Items can be added at the end only, so a longer list is written from the first difference on.
  while (
    current.length >= wanted.length &&
    suffix < shorter - prefix &&
    same(current.at(-1 - suffix), wanted.at(-1 - suffix))
  ) {
    suffix += 1;
  }
  const surplus = Math.max(0, current.length - wanted.length);
  const end = wanted.length - suffix;
  return [
    ...wanted.slice(prefix, end).map((value, index) => ({
      op: 'set' as const,
      path: [...path, prefix + index],
      value,
    })),
    ...Array.from({ length: surplus }, () => ({
      op: 'remove' as const,
      path: [...path, end],
      value: null,
    })),
  ];
}
