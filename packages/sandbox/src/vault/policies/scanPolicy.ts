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

import { VaultError } from '../http';

/** A piece of a policy's text: a name, a string, a number, or a sign. */
export interface PolicyToken {
  kind: 'name' | 'string' | 'number' | 'sign' | 'end';
  text: string;
  line: number;
  column: number;
}

const PIECES =
  /(?<space>\s+)|(?<comment>(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\/)|(?<string>"(?:[^"\\\n]|\\.)*")|(?<number>-?\d+)|(?<name>[A-Za-z_][\w-]*)|(?<sign>[{}[\],=:])/y;

/** What every complaint about a policy's text begins with. */
export function policyError(message: string): VaultError {
  return VaultError.badRequest(`failed to parse policy: ${message}`);
}

/** Cuts a policy's text, HCL or JSON, into its pieces. Throws `VaultError` where a character belongs to none. */
export function scanPolicy(text: string): PolicyToken[] {
  const tokens: PolicyToken[] = [];
  const pieces = new RegExp(PIECES);
  let line = 1;
  let lineStart = 0;
  let at = 0;
  while (at < text.length) {
    pieces.lastIndex = at;
    const match = pieces.exec(text);
    const column = at - lineStart + 1;
    if (!match?.groups) {
      throw policyError(`At ${line}:${column}: illegal char`);
    }
    const { string, number, name, sign } = match.groups;
    if (string !== undefined) {
      tokens.push({ kind: 'string', text: JSON.parse(string), line, column });
    } else if (number !== undefined) {
      tokens.push({ kind: 'number', text: number, line, column });
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', text: name, line, column });
    } else if (sign !== undefined) {
      tokens.push({ kind: 'sign', text: sign, line, column });
    }
    at += match[0].length;
    const breaks = match[0].split('\n').length - 1;
    if (breaks > 0) {
      line += breaks;
      lineStart = at - (match[0].length - match[0].lastIndexOf('\n') - 1);
    }
  }
  tokens.push({ kind: 'end', text: 'EOF', line, column: at - lineStart + 1 });
  return tokens;
}
