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

import type { Matcher, MatcherName, Rule } from './Rule';

/** What is asked of a value: that it is one of some, or as one of some patterns say. */
interface Condition {
  subject: string;
  verb: { is: string; isNot: string };
}

const IS = { is: 'is', isNot: 'is not' };
const BEGINS = { is: 'begins with', isNot: 'does not begin with' };
const MATCHES = { is: 'matches', isNot: 'does not match' };

const SIMPLE: Partial<Record<MatcherName, Condition>> = {
  ALPN: { subject: 'the protocol', verb: IS },
  ClientIP: {
    subject: 'the address of the client',
    verb: { is: 'is in', isNot: 'is not in' },
  },
  Host: { subject: 'the host', verb: IS },
  HostHeader: { subject: 'the host', verb: IS },
  HostRegexp: { subject: 'the host', verb: MATCHES },
  HostSNI: { subject: 'the TLS host', verb: IS },
  HostSNIRegexp: { subject: 'the TLS host', verb: MATCHES },
  Method: { subject: 'the method', verb: IS },
  Path: { subject: 'the path', verb: IS },
  PathPrefix: { subject: 'the path', verb: BEGINS },
  PathRegexp: { subject: 'the path', verb: MATCHES },
};

/** A rule as one would say it. */
export function ruleInWords(rule: Rule): string {
  return inWords(rule, false);
}

function inWords(rule: Rule, negated: boolean): string {
  switch (rule.type) {
    case 'matcher':
      return matcherInWords(rule, negated);
    case 'not':
      return inWords(rule.of, !negated);
    default: {
      // Of what is not both, one is not; of what is neither, both are not.
      const all = (rule.type === 'and') !== negated;
      const parts = negated || all ? rule.parts : joinAlike(rule.parts);
      return parts
        .map(part => {
          const words = inWords(part, negated);
          return part.type === 'and' || part.type === 'or'
            ? `(${words})`
            : words;
        })
        .join(all ? ' and ' : ' or ');
    }
  }
}

/** `the host is a or b` rather than `the host is a or the host is b`. */
function joinAlike(parts: Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (
      part.type === 'matcher' &&
      last?.type === 'matcher' &&
      last.name === part.name &&
      SIMPLE[part.name]
    ) {
      joined[joined.length - 1] = {
        ...last,
        values: [...last.values, ...part.values],
      };
    } else {
      joined.push(part);
    }
  }
  return joined;
}

function matcherInWords(matcher: Matcher, negated: boolean): string {
  const { name, values } = matcher;
  if (name === 'HostSNI' && values.includes('*')) {
    return negated ? 'no TLS host at all' : 'whatever the host';
  }
  const simple = SIMPLE[name];
  if (simple) {
    const { subject, verb } = simple;
    const said = negated ? verb.isNot : verb.is;
    return `${subject} ${said} ${values.join(negated ? ' nor ' : ' or ')}`;
  }
  return namedInWords(matcher, negated);
}

/** Headers and query parameters, which have names. */
function namedInWords({ name, values }: Matcher, negated: boolean): string {
  const [key, ...asked] = values;
  const what = name.startsWith('Header') ? 'header' : 'query parameter';
  if (asked.length === 0) {
    return `there is ${negated ? 'no' : 'a'} ${what} ${key}`;
  }
  const verb = name.endsWith('Regexp') ? MATCHES : IS;
  return `the ${what} ${key} ${negated ? verb.isNot : verb.is} ${asked.join(
    ' or ',
  )}`;
}
