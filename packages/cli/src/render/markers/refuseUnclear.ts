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

import { InputError } from '@backstage/errors';
import type { MarkedLine } from './markedLine';

/** One value and nothing after it: in quotes, in brackets, or plain. A block, a map or an anchor is more than a value. */
const SINGLE =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\]]*\]|[^\s"'[\]{}|>&!*].*(?<![,;\\])|[^\s"'[\]{}|>&!*,;\\])$/;

/** Throws an `InputError` where a marker does not say which part of its line it replaces: the rest would be lost. */
export function refuseUnclear({ before, value, isAssignment }: MarkedLine) {
  const isWord = !isAssignment || /^["'[]|^\S+$/.test(value);
  if (before.trim() === '' || !SINGLE.test(value) || !isWord) {
    throw new InputError(
      `the marker would replace ${value}, which is not the one value of a key or an item; write key: value, key = value or - value before it, and nothing else`,
    );
  }
}
