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

const HOSTS = new Set<string>(['Host', 'HostHeader', 'HostSNI']);

/** The hosts that a rule names, each once, in lower case. One that it excludes, and the `*` of TCP, are none. */
export function hostsOf(rule: Rule): string[] {
  return [...new Set(namedIn(rule))];
}

function namedIn(rule: Rule): string[] {
  switch (rule.type) {
    case 'not':
      return [];
    case 'matcher':
      return HOSTS.has(rule.name)
        ? rule.values
            .map(value => value.toLowerCase())
            .filter(value => value !== '*')
        : [];
    default:
      return rule.parts.flatMap(namedIn);
  }
}
