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

/** A quotation mark that begins a value, with the backslashes before it where the text itself is quoted. */
const QUOTE = /(\\{0,8})["'`]/y;

/**
 * The value in a line that begins with a quotation mark at that place; one that is not closed goes to the line's end.
 * `next` is what comes after it. `undefined` where no quotation mark stands.
 */
export function quotedValue(
  line: string,
  at: number,
): { start: number; end: number; next: number } | undefined {
  QUOTE.lastIndex = at;
  const open = QUOTE.exec(line)?.[0];
  if (open === undefined) {
    return undefined;
  }
  const start = at + open.length;
  for (
    let end = line.indexOf(open, start);
    end !== -1;
    end = line.indexOf(open, end + 1)
  ) {
    // With one backslash more, it is a part of the value.
    if (end === start || line[end - 1] !== '\\') {
      return { start, end, next: end + open.length };
    }
  }
  return { start, end: line.length, next: line.length };
}
