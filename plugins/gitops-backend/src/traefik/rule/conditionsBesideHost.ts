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

import { renderRule } from './renderRule';
import type { Rule } from './Rule';

const known = new WeakMap<Rule, string>();

/**
 * What a rule asks for beside its hosts, as a text that is the same for rules that ask for the same. Two rules of one
 * host with the same text take the same requests.
 */
export function conditionsBesideHost(rule: Rule): string {
  const before = known.get(rule);
  if (before !== undefined) {
    return before;
  }
  const rest = withoutHosts(rule);
  const conditions = rest ? canonical(rest) : '';
  // One host may have thousands of routers, each of which is compared with all the others.
  known.set(rule, conditions);
  return conditions;
}

function withoutHosts(rule: Rule): Rule | undefined {
  if (rule.type === 'matcher') {
    return /^Host(Header|SNI)?$/.test(rule.name) ? undefined : rule;
  }
  if (rule.type === 'not') {
    return rule;
  }
  const parts = rule.parts.flatMap(part => withoutHosts(part) ?? []);
  if (rule.type === 'or' && parts.length < rule.parts.length) {
    // Where each host has conditions of its own, the rule is only like itself.
    return parts.length > 0 ? rule : undefined;
  }
  return parts.length > 0 ? { type: rule.type, parts } : undefined;
}

function canonical(rule: Rule): string {
  switch (rule.type) {
    case 'matcher':
      return renderRule(rule);
    case 'not':
      return `!(${canonical(rule.of)})`;
    default: {
      const parts = [...new Set(rule.parts.map(canonical))].sort();
      return parts.length === 1
        ? parts[0]
        : `(${parts.join(rule.type === 'and' ? ' && ' : ' || ')})`;
    }
  }
}
