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

/**
 * Where the line of an offset begins.
 * @internal
 */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/**
 * Where the line of an offset ends, before its line break.
 * @internal
 */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) {
    return text.length;
  }
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/**
 * Where the line after an offset's line begins; the text's end where there is none.
 * @internal
 */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/**
 * The column of an offset, 0-based.
 * @internal
 */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/**
 * Whether only white space stands before an offset in its line.
 * @internal
 */
export function startsLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

/**
 * Where the lines of an entry in block style end, given where its content does. Comments that are indented deeper
 * than the entry belong to it.
 * @internal
 */
export function linesEnd(
  text: string,
  contentEnd: number,
  column: number,
): number {
  let end =
    text[contentEnd - 1] === '\n' ? contentEnd : nextLine(text, contentEnd);
  const comments = /(?:[ \t]*\r?\n)*( *)#[^\n]*(?:\n|$)/y;
  comments.lastIndex = end;
  let match = comments.exec(text);
  while (match && match[1].length > column) {
    end = comments.lastIndex;
    match = comments.exec(text);
  }
  return end;
}
