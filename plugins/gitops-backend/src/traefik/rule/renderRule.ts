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

/** A rule as one would write it; {@link parseRule} reads it back. */
export function renderRule(rule: Rule): string {
  switch (rule.type) {
    case 'matcher':
      return `${rule.name}(${rule.values.map(quote).join(', ')})`;
    case 'not':
      return `!${grouped(rule.of)}`;
    default:
      return rule.parts
        .map(part =>
          part.type === 'matcher' ? renderRule(part) : grouped(part),
        )
        .join(rule.type === 'and' ? ' && ' : ' || ');
  }
}

function grouped(rule: Rule): string {
  return rule.type === 'and' || rule.type === 'or'
    ? `(${renderRule(rule)})`
    : renderRule(rule);
}

function quote(value: string): string {
  return value.includes('`') ? JSON.stringify(value) : `\`${value}\``;
}
