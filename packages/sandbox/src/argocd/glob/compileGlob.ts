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

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

function characterClass(
  pattern: string,
  start: number,
): { source: string; end: number } {
  const end = pattern.indexOf(']', start + 2);
  if (end < 0) {
    throw new InputError(`The pattern '${pattern}' has a '[' without a ']'`);
  }
  const inner = pattern.slice(start + 1, end);
  const negated = inner.startsWith('!');
  const members = (negated ? inner.slice(1) : inner).replace(
    /[\\\]^]/g,
    '\\$&',
  );
  return { source: `[${negated ? '^' : ''}${members}]`, end };
}

/**
 * Turns a pattern of github.com/gobwas/glob, the dialect of Argo CD, into a regular expression: `*`, `**`, `?`,
 * `[a-z]`, `[!a]`, `{a,b}` and `\` as escape. Where no separator is given, `*` crosses slashes too, as it does in
 * `directory.include`. Throws `InputError` for a pattern with an open bracket.
 */
export function compileGlob(pattern: string, separators: string = ''): RegExp {
  const any = separators
    ? `[^${separators.replace(/[\\\]^-]/g, '\\$&')}]`
    : '[^]';
  let source = '';
  let depth = 0;
  for (let i = 0; i < pattern.length; i += 1) {
    const character = pattern[i];
    if (character === '\\' && i + 1 < pattern.length) {
      i += 1;
      source += escape(pattern[i]);
    } else if (character === '*') {
      const all = pattern[i + 1] === '*';
      i += all ? 1 : 0;
      source += all ? '[^]*' : `${any}*`;
    } else if (character === '?') {
      source += any;
    } else if (character === '[') {
      const found = characterClass(pattern, i);
      source += found.source;
      i = found.end;
    } else if (character === '{') {
      depth += 1;
      source += '(?:';
    } else if (character === '}' && depth > 0) {
      depth -= 1;
      source += ')';
    } else if (character === ',' && depth > 0) {
      source += '|';
    } else {
      source += escape(character);
    }
  }
  if (depth > 0) {
    throw new InputError(`The pattern '${pattern}' has a '{' without a '}'`);
  }
  return new RegExp(`^(?:${source})$`);
}
