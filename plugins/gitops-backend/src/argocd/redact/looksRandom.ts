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

/** Enough to tell. */
const LOOKED_AT = 200;

/** How often a text of one class of characters changes to another; separators do not count. */
function changes(text: string): number {
  let count = 0;
  for (let index = 1; index < text.length; index++) {
    const [before, after] = [classOf(text[index - 1]), classOf(text[index])];
    if (before && after && before !== after) {
      count += 1;
    }
  }
  return count / text.length;
}

function classOf(character: string): 'lower' | 'upper' | 'digit' | undefined {
  if (/[a-z]/.test(character)) {
    return 'lower';
  }
  if (/[A-Z]/.test(character)) {
    return 'upper';
  }
  return /[0-9]/.test(character) ? 'digit' : undefined;
}

/**
 * Whether a word looks like a token that a machine made: its characters are of several classes and change between
 * them as often as chance does, which words that people join do not.
 *
 * Hexadecimal texts are none: commits, digests and uids are everywhere, and no secrets.
 */
export function looksRandom(word: string): boolean {
  const text = word.slice(0, LOOKED_AT);
  if (/^sha(1|256|384|512)-/i.test(text) || /^[0-9a-f-]+$/i.test(text)) {
    return false;
  }
  const has = {
    lower: /[a-z]/.test(text),
    upper: /[A-Z]/.test(text),
    digit: /[0-9]/.test(text),
  };
  const rate = changes(text);
  if (has.lower && has.upper) {
    return has.digit
      ? rate >= (text.length >= 32 ? 0.33 : 0.45)
      : text.length >= 32 && rate >= 0.42;
  }
  return (
    has.digit &&
    text.length >= 24 &&
    /^[A-Za-z0-9]+=*$/.test(text) &&
    rate >= (has.upper ? 0.2 : 0.27)
  );
}
