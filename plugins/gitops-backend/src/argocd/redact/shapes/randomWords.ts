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

import { looksRandom } from '../looksRandom';
import type { Span } from '../Span';

const WORD = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{20,}={0,2}/g;
const FINGERPRINT = /sha(1|256|384|512):$/i;

/** Words that look as if a machine had made them by chance. */
export function randomWords(text: string): Span[] {
  return [...text.matchAll(WORD)]
    .filter(
      ({ 0: word, index }) =>
        !FINGERPRINT.test(text.slice(Math.max(0, index - 7), index)) &&
        looksRandom(word),
    )
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}
