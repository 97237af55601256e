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

const HTTP = [
  'Host',
  'HostRegexp',
  'Path',
  'PathPrefix',
  'PathRegexp',
  'Method',
  'Header',
  'HeaderRegexp',
  'Query',
  'QueryRegexp',
  'ClientIP',
];

const TCP = ['HostSNI', 'HostSNIRegexp', 'ClientIP', 'ALPN'];

const PIECES =
  /\s*(?:(?<text>`[^`]*`|"(?:[^"\\]|\\.)*")|(?<name>[A-Za-z]\w*)|(?<sign>&&|\|\||[!(),]))/y;

type Piece = {
  kind: 'text' | 'name' | 'sign' | 'end';
  text: string;
  at: number;
};

function scan(rule: string): Piece[] {
  const pieces = new RegExp(PIECES);
  const found: Piece[] = [];
  let at = 0;
  while (rule.slice(at).trim() !== '') {
    pieces.lastIndex = at;
    const match = pieces.exec(rule);
    if (!match?.groups) {
      throw new Error(`1:${at + 1}: illegal character`);
    }
    const { text, name, sign } = match.groups;
    at += match[0].length;
    const column = at - (text ?? name ?? sign).length + 1;
    if (text !== undefined) {
      found.push({ kind: 'text', text, at: column });
    } else if (name !== undefined) {
      found.push({ kind: 'name', text: name, at: column });
    } else {
      found.push({ kind: 'sign', text: sign, at: column });
    }
  }
  return [...found, { kind: 'end', text: 'EOF', at: rule.length + 1 }];
}

/** Reads a rule by its grammar: matchers, joined with `&&`, `||`, `!` and brackets. */
class RuleReader {
  readonly #pieces: Piece[];
  readonly #matchers: string[];
  #at = 0;

  constructor(rule: string, matchers: string[]) {
    this.#pieces = scan(rule);
    this.#matchers = matchers;
  }

  read(): void {
    this.#expression();
    if (this.#next.kind !== 'end') {
      throw this.#expected('an operator');
    }
  }

  get #next(): Piece {
    return this.#pieces[this.#at];
  }

  #expected(what: string): Error {
    return new Error(
      `1:${this.#next.at}: expected ${what}, found '${this.#next.text}'`,
    );
  }

  #skip(sign: string): boolean {
    const found = this.#next.kind === 'sign' && this.#next.text === sign;
    this.#at += found ? 1 : 0;
    return found;
  }

  #expression(): void {
    do {
      this.#operand();
    } while (this.#skip('&&') || this.#skip('||'));
  }

  #operand(): void {
    if (this.#skip('!')) {
      this.#operand();
    } else if (this.#skip('(')) {
      this.#expression();
      this.#close();
    } else if (this.#next.kind === 'name') {
      this.#matcher();
    } else {
      throw this.#expected('operand');
    }
  }

  #matcher(): void {
    const { text } = this.#next;
    this.#at += 1;
    if (!this.#skip('(')) {
      throw this.#expected("'('");
    }
    while (this.#next.kind === 'text') {
      this.#at += 1;
      this.#skip(',');
    }
    this.#close();
    if (!this.#matchers.includes(text)) {
      throw new Error(`unsupported function: ${text}`);
    }
  }

  #close(): void {
    if (!this.#skip(')')) {
      throw this.#expected("')'");
    }
  }
}

/** What is wrong with a rule, in Traefik's words where it names a matcher that does not exist; `undefined` if nothing. */
export function ruleProblem(
  rule: string,
  protocol: 'http' | 'tcp',
): string | undefined {
  try {
    new RuleReader(rule, protocol === 'http' ? HTTP : TCP).read();
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    const detail = protocol === 'http' ? `parsing rule ${rule}: ` : '';
    return `error while parsing rule ${rule}: ${detail}${reason}`;
  }
}

/** The hosts that a rule names. */
export function hostsOf(rule: string): string[] {
  return [...rule.matchAll(/\bHost(?:SNI)?\(([^)]*)\)/g)].flatMap(([, list]) =>
    [...list.matchAll(/[`"]([^`"]+)[`"]/g)].map(([, host]) => host),
  );
}
