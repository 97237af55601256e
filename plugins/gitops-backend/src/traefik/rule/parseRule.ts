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

import { MATCHER_NAMES, type MatcherName, type Rule } from './Rule';
import { RuleTokens } from './RuleTokens';

const LONGEST = 10_000;
const DEEPEST = 50;

const NAMES = new Map(MATCHER_NAMES.map(name => [name.toLowerCase(), name]));

/**
 * Takes a rule apart, as Traefik 3 reads it: `!` binds closer than `&&`, and that closer than `||`. `undefined` where
 * it is something else, or too long or too deep to be worth it.
 */
export function parseRule(rule: string): Rule | undefined {
  const tokens = rule.length <= LONGEST ? RuleTokens.of(rule) : undefined;
  const parsed = tokens && parseOr(tokens, 0);
  return tokens?.atEnd ? parsed : undefined;
}

function parseOr(tokens: RuleTokens, depth: number): Rule | undefined {
  return parseList(tokens, '||', () =>
    parseList(tokens, '&&', () => parseOne(tokens, depth)),
  );
}

function parseList(
  tokens: RuleTokens,
  operator: '&&' | '||',
  parse: () => Rule | undefined,
): Rule | undefined {
  const type = operator === '&&' ? 'and' : 'or';
  const parts: Rule[] = [];
  do {
    const part = parse();
    if (!part) {
      return undefined;
    }
    // A group of the same kind says nothing of its own.
    parts.push(...(part.type === type ? part.parts : [part]));
  } while (tokens.takes(operator));
  return parts.length === 1 ? parts[0] : { type, parts };
}

function parseOne(tokens: RuleTokens, depth: number): Rule | undefined {
  if (depth >= DEEPEST) {
    return undefined;
  }
  if (tokens.takes('!')) {
    const of = parseOne(tokens, depth + 1);
    return of && { type: 'not', of };
  }
  if (tokens.takes('(')) {
    const inner = parseOr(tokens, depth + 1);
    return tokens.takes(')') ? inner : undefined;
  }
  return parseMatcher(tokens);
}

function parseMatcher(tokens: RuleTokens): Rule | undefined {
  const name = nameOf(tokens.takeValue('name'));
  if (!name || !tokens.takes('(')) {
    return undefined;
  }
  const values: string[] = [];
  do {
    const value = tokens.takeValue('text');
    if (value === undefined) {
      return undefined;
    }
    values.push(value);
  } while (tokens.takes(','));
  return tokens.takes(')') ? { type: 'matcher', name, values } : undefined;
}

/** Traefik takes a name as it is documented, or in lower, upper or title case. */
function nameOf(text: string | undefined): MatcherName | undefined {
  return text === undefined ? undefined : NAMES.get(text.toLowerCase());
}
