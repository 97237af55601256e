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

import type { Span } from '../Span';

const BEARER = /\bbearer\s+\\{0,8}["']?([\w.~+/=-]{6,})/gi;
const BASIC = /\bbasic\s+([A-Za-z0-9+/_-]{8,}={0,2})/gi;

/** What stands in an `Authorization` header, wherever it is quoted. */
export function authorizations(text: string): Span[] {
  return [
    ...credentials(BEARER, text, value => !isWord(value)),
    ...credentials(BASIC, text, isUserAndPassword),
  ];
}

function credentials(
  pattern: RegExp,
  text: string,
  accept: (value: string) => boolean,
): Span[] {
  return [...text.matchAll(pattern)].flatMap(
    ({ 0: whole, 1: value, index }) => {
      const end = index + whole.length;
      return accept(value) ? [{ start: end - value.length, end }] : [];
    },
  );
}

/** "Bearer authentication", "bearer tokens." */
function isWord(value: string): boolean {
  return /^[a-z-]{1,16}\.?$/i.test(value);
}

/** "Basic authentication" is no such thing. */
function isUserAndPassword(value: string): boolean {
  return /^[\x20-\x7e]*:[\x20-\x7e]*$/.test(
    Buffer.from(value, 'base64').toString('latin1'),
  );
}
