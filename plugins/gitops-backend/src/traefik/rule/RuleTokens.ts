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

type Token =
  | { type: 'name' | 'text'; value: string }
  | { type: '&&' | '||' | '!' | '(' | ')' | ',' };

export type TokenType = Token['type'];

const SPACE = /\s+/y;
const NAME = /[A-Za-z]\w*/y;
const SIGN = /&&|\|\||[!(),]/y;
/** Go's texts: raw between backticks, else with escapes. */
const RAW = /`([^`]*)`/y;
const QUOTED = /"(?:[^"\\\n]|\\.)*"/y;

/** The tokens of a rule, one after another. */
export class RuleTokens {
  readonly #tokens: Token[];
  #next = 0;

  /** `undefined` where the rule holds something that is no token. */
  static of(rule: string): RuleTokens | undefined {
    const tokens = tokensOf(rule);
    return tokens && new RuleTokens(tokens);
  }

  private constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  get atEnd(): boolean {
    return this.#next >= this.#tokens.length;
  }

  /** Takes the next token if it is of this type. */
  takes(type: TokenType): boolean {
    const taken = this.#tokens[this.#next]?.type === type;
    this.#next += taken ? 1 : 0;
    return taken;
  }

  /** Takes the next token if it is a name or a text. */
  takeValue(type: 'name' | 'text'): string | undefined {
    const token = this.#tokens[this.#next];
    if (token?.type === type && 'value' in token) {
      this.#next += 1;
      return token.value;
    }
    return undefined;
  }
}

function tokensOf(rule: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < rule.length; ) {
    const space = match(SPACE, rule, at);
    if (space) {
      at += space[0].length;
    } else {
      const read = readToken(rule, at);
      if (!read) {
        return undefined;
      }
      tokens.push(read.token);
      at += read.length;
    }
  }
  return tokens;
}

function readToken(
  rule: string,
  at: number,
): { token: Token; length: number } | undefined {
  const name = match(NAME, rule, at);
  if (name) {
    return {
      token: { type: 'name', value: name[0] },
      length: name[0].length,
    };
  }
  const raw = match(RAW, rule, at);
  if (raw) {
    return { token: { type: 'text', value: raw[1] }, length: raw[0].length };
  }
  const quoted = match(QUOTED, rule, at);
  if (quoted) {
    const value = unquote(quoted[0]);
    return value === undefined
      ? undefined
      : { token: { type: 'text', value }, length: quoted[0].length };
  }
  const sign = match(SIGN, rule, at)?.[0];
  switch (sign) {
    case '&&':
    case '||':
    case '!':
    case '(':
    case ')':
    case ',':
      return { token: { type: sign }, length: sign.length };
    default:
      return undefined;
  }
}

function match(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** JSON knows fewer escapes than Go; a rule with one of the others is not taken apart. */
function unquote(text: string): string | undefined {
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
}
