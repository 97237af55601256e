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

import { isRecord } from '../../yaml';
import type { Reference } from './TerraformModule';

/**
 * What starts a reference: not a part of a longer name, and not what follows a dot. An index may stand between.
 */
const REFERENCE =
  /(?<![\w.\]"-])(?:var|local|module|data|ephemeral|[a-z][a-z0-9]*_[a-z0-9_]+)(?:(?:\[[^\][]*\])*\.[A-Za-z_][\w-]*)+/g;

/**
 * Every reference in the expressions of a parsed file, with the line it stands on.
 *
 * @internal
 */
export function findReferences(
  parsed: unknown,
  file: string,
  text: string,
): Reference[] {
  const found = new Map<string, Reference>();
  for (const expression of expressions(parsed)) {
    for (const code of interpolations(expression)) {
      for (const [match] of withoutStrings(code).matchAll(REFERENCE)) {
        const parts = match.replace(/\[[^\][]*\]/g, '').split('.');
        const key = parts.join('.');
        if (!found.has(key)) {
          found.set(key, { parts, file, line: lineOf(text, match) });
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function* expressions(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value))
    for (const one of value) yield* expressions(one);
  else if (isRecord(value)) {
    for (const [key, one] of Object.entries(value)) {
      if (key.includes('${') || key.includes('.')) yield `\${${key}}`;
      yield* expressions(one);
    }
  }
}

/** The code between `${` and `}` of a text, brackets counted. */
export function interpolations(text: string): string[] {
  const codes: string[] = [];
  for (let at = text.indexOf('${'); at !== -1; ) {
    const isEscaped = text[at - 1] === '$';
    let depth = 1;
    let end = at + 2;
    for (; end < text.length && depth > 0; end++) {
      if (text[end] === '{') depth++;
      else if (text[end] === '}') depth--;
    }
    if (!isEscaped) codes.push(text.slice(at + 2, end - 1));
    at = text.indexOf('${', isEscaped ? at + 2 : end);
  }
  return codes;
}

/** Code without what stands in quotes, but with the code inside such texts. */
function withoutStrings(code: string): string {
  return code.replace(/"(?:[^"\\$]|\\.|\$(?!\{)|\$\{[^}]*\})*"/g, string =>
    interpolations(string)
      .map(one => ` ${withoutStrings(one)} `)
      .join(' '),
  );
}

function lineOf(text: string, reference: string): number | undefined {
  const at = text.indexOf(reference);
  return at === -1 ? undefined : text.slice(0, at).split('\n').length;
}
