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

import { createHash } from 'node:crypto';

const digest = (parts: string[]) =>
  createHash('sha256').update(parts.join('\0'));

/** A UUID that is always the same for the same parts. */
export function stableUid(...parts: string[]): string {
  const hex = digest(parts).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The letters of names that Kubernetes generates: no vowels, nothing that looks alike. */
const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** A suffix such as `5dcff6cb9`, always the same for the same parts. */
export function stableSuffix(length: number, ...parts: string[]): string {
  return [...digest(parts).digest()]
    .slice(0, length)
    .map(byte => LETTERS[byte % LETTERS.length])
    .join('');
}
