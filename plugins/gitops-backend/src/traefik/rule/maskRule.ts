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

import type { Rule } from './Rule';

/** Hides what may be a credential, given the name that it stands under. */
export type MaskValue = (name: string, value: string) => string;

const NAMED = new Set<string>([
  'Header',
  'HeaderRegexp',
  'Headers',
  'HeadersRegexp',
  'Query',
  'QueryRegexp',
]);

/** A rule may ask for the secret that a header or query parameter carries. */
export function maskRule(rule: Rule, mask: MaskValue): Rule {
  switch (rule.type) {
    case 'not':
      return { type: 'not', of: maskRule(rule.of, mask) };
    case 'matcher':
      return NAMED.has(rule.name)
        ? { ...rule, values: maskValues(rule.values, mask) }
        : rule;
    default:
      return {
        type: rule.type,
        parts: rule.parts.map(part => maskRule(part, mask)),
      };
  }
}

function maskValues([name, ...values]: string[], mask: MaskValue): string[] {
  if (values.length > 0) {
    return [name, ...values.map(value => mask(name, value))];
  }
  // The older syntax writes a query parameter as `name=value`.
  const sign = name.indexOf('=');
  return sign < 0
    ? [name]
    : [
        `${name.slice(0, sign)}=${mask(
          name.slice(0, sign),
          name.slice(sign + 1),
        )}`,
      ];
}
