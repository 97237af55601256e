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

import { authorizations } from './shapes/authorizations';
import { blockValues } from './shapes/blockValues';
import { commandLines } from './shapes/commandLines';
import { keyValues, type KeyTest } from './shapes/keyValues';
import { randomWords } from './shapes/randomWords';
import { tokens } from './shapes/tokens';
import { urlCredentials } from './shapes/urlCredentials';
import { mergeSpans, type Span } from './Span';

/** Too short for any shape, and most texts are such. */
const SHORT_WORD = /^[\w./-]{0,16}$/;

/** What in a text looks like a credential, in order. Takes time in proportion to the text. */
export function findCredentials(text: string, isCredential: KeyTest): Span[] {
  if (SHORT_WORD.test(text)) {
    return [];
  }
  return mergeSpans([
    ...inLines(text, line => [
      ...keyValues(line, isCredential),
      ...urlCredentials(line),
      ...authorizations(line),
      ...randomWords(line),
      ...commandLines(line, isCredential),
    ]),
    ...blockValues(text, isCredential),
    ...tokens(text),
  ]);
}

function inLines(text: string, find: (line: string) => Span[]): Span[] {
  let offset = 0;
  return text.split('\n').flatMap(line => {
    const at = offset;
    offset += line.length + 1;
    return find(line).map(({ start, end }) => ({
      start: start + at,
      end: end + at,
    }));
  });
}
