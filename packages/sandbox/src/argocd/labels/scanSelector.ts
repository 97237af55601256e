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

export type TokenKind = 'identifier' | 'end' | 'error' | 'operator';

/** A piece of a label selector: for an operator `text` is the operator itself. */
export interface SelectorToken {
  kind: TokenKind;
  text: string;
}

const SPECIAL = '=!(),><';
const SYMBOLS = new Set([')', ',', '!', '==', '=', '>', '<', '!=', '(']);

function scanSymbol(text: string, start: number) {
  let length = 0;
  let seen = '';
  for (const character of text.slice(start)) {
    if (!SPECIAL.includes(character)) {
      break;
    }
    seen += character;
    if (SYMBOLS.has(seen)) {
      length = seen.length;
    } else if (length > 0) {
      break;
    }
  }
  return length > 0
    ? { kind: 'operator' as const, text: text.slice(start, start + length) }
    : {
        kind: 'error' as const,
        text: `error expected: keyword found '${seen}'`,
      };
}

/** Takes a selector apart as `k8s.io/apimachinery/pkg/labels` does; the last token is always `end`. */
export function scanSelector(selector: string): SelectorToken[] {
  const tokens: SelectorToken[] = [];
  let position = 0;
  while (position < selector.length) {
    const character = selector[position];
    if (/[ \t\r\n]/.test(character)) {
      position += 1;
    } else if (SPECIAL.includes(character)) {
      const token = scanSymbol(selector, position);
      tokens.push(token);
      position += token.kind === 'error' ? selector.length : token.text.length;
    } else {
      const word = /^[^=!(),>< \t\r\n]+/.exec(selector.slice(position))?.[0];
      const text = word ?? character;
      const kind =
        text === 'in' || text === 'notin' ? 'operator' : 'identifier';
      tokens.push({ kind, text });
      position += text.length;
    }
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}
