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

/** A line of a document that is not code. @internal */
export interface Line {
  /** From one. */
  line: number;
  /** Without the code in it. */
  prose: string;
  /** The pieces of code in it. */
  code: string[];
}

/** The lines of a Markdown text outside its code blocks. @internal */
export function proseOf(text: string): Line[] {
  return split(text).prose;
}

/** A line inside a code block. @internal */
export interface CodeLine {
  line: number;
  language: string;
  text: string;
}

/** The lines of a Markdown text inside its code blocks. @internal */
export function codeOf(text: string): CodeLine[] {
  return split(text).code;
}

function split(text: string): { prose: Line[]; code: CodeLine[] } {
  const prose: Line[] = [];
  const code: CodeLine[] = [];
  let fence: { mark: string; language: string } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const mark = /^\s*(`{3,}|~{3,})\s*([\w-]*)/.exec(line);
    if (fence) {
      if (mark?.[1].startsWith(fence.mark)) fence = undefined;
      else code.push({ line: index + 1, language: fence.language, text: line });
    } else if (mark) {
      fence = { mark: mark[1], language: mark[2].toLowerCase() };
    } else {
      prose.push({
        line: index + 1,
        prose: line.replace(/`[^`]*`/g, '``'),
        code: [...line.matchAll(/`([^`]+)`/g)].map(([, piece]) => piece),
      });
    }
  }
  return { prose, code };
}
