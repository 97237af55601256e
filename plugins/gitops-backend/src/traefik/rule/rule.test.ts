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

import fc from 'fast-check';
import { conditionsBesideHost } from './conditionsBesideHost';
import { hostsOf } from './hostsOf';
import { maskRule } from './maskRule';
import { parseRule } from './parseRule';
import { renderRule } from './renderRule';
import { MATCHER_NAMES, type Rule } from './Rule';
import { ruleInWords } from './ruleInWords';

function read(rule: string): Rule {
  const parsed = parseRule(rule);
  if (!parsed) {
    throw new Error(`${rule} is no rule`);
  }
  return parsed;
}

describe('rules', () => {
  it.each([
    ['Host(`shop.example`)', 'the host is shop.example'],
    ['Host(`a`) || Host(`b`) || HOST("c")', 'the host is a or b or c'],
    [
      'Host(`a`) && PathPrefix(`/api`)',
      'the host is a and the path begins with /api',
    ],
    [
      'Host(`a`) && (PathPrefix(`/x`) || Path(`/y`)) && Method(`GET`)',
      'the host is a and (the path begins with /x or the path is /y) and the method is GET',
    ],
    [
      'Host(`a`) && PathPrefix(`/x`) || Host(`b`)',
      '(the host is a and the path begins with /x) or the host is b',
    ],
    [
      'HostRegexp(`^.+\\.shop\\.example$`) && !PathRegexp(`\\.php$`)',
      'the host matches ^.+\\.shop\\.example$ and the path does not match \\.php$',
    ],
    [
      '!(Host(`a`) || Method(`GET`))',
      'the host is not a and the method is not GET',
    ],
    [
      '!(Host(`a`) && Method(`GET`))',
      'the host is not a or the method is not GET',
    ],
    ['!!Path(`/`)', 'the path is /'],
    [
      'Header(`X-Canary`, `always`) && HeaderRegexp(`Accept`, `json`)',
      'the header X-Canary is always and the header Accept matches json',
    ],
    [
      'Query(`debug`) && Query(`a`, `1`) && !QueryRegexp(`b`, `^2`)',
      'there is a query parameter debug and the query parameter a is 1 and the query parameter b does not match ^2',
    ],
    ['ClientIP(`10.0.0.0/8`)', 'the address of the client is in 10.0.0.0/8'],
    ['HostSNI(`*`)', 'whatever the host'],
    [
      'HostSNI(`db.example`) && ALPN(`h2`)',
      'the TLS host is db.example and the protocol is h2',
    ],
  ])('says %s in words', (rule, words) => {
    expect(ruleInWords(read(rule))).toBe(words);
  });

  it.each([
    '',
    'Hots(`x`)',
    'Host()',
    'Host(`x`',
    'Host(x)',
    'Host(`a`) & Host(`b`)',
    'Host(`a`) Host(`b`)',
    '(Host(`a`)',
    '!',
    '!'.repeat(5_000),
    `${'('.repeat(200)}Host(\`a\`)${')'.repeat(200)}`,
    `Host(\`${'a'.repeat(20_000)}\`)`,
  ])('does not pretend to understand example %#', rule => {
    expect(parseRule(rule)).toBeUndefined();
  });

  it.each([
    ['Host(`A.Example`) || Host(`b`) && !Host(`c`)', ['a.example', 'b']],
    ['HostSNI(`*`)', []],
    ['HostRegexp(`x`) && Path(`/`)', []],
    ['Host(`a`, `b`, `a`)', ['a', 'b']],
  ])('finds the hosts of %s', (rule, hosts) => {
    expect(hostsOf(read(rule))).toEqual(hosts);
  });

  it.each([
    ['Host(`a`)', 'Host(`b`)', true],
    ['Host(`a`) && Path(`/`)', 'Path(`/`) && Host(`a`)', true],
    ['Host(`a`) && PathPrefix(`/x`)', 'Host(`a`)', false],
    ['Host(`a`) && PathPrefix(`/x`)', 'Host(`a`) && PathPrefix(`/y`)', false],
    ['Host(`a`) && !Path(`/`)', 'Host(`a`) && Path(`/`)', false],
    ['Host(`a`) || Host(`b`) && Path(`/`)', 'Host(`b`) && Path(`/`)', false],
  ])(
    'tells whether %s and %s ask for the same beside the host',
    (a, b, same) => {
      expect(
        conditionsBesideHost(read(a)) === conditionsBesideHost(read(b)),
      ).toBe(same);
    },
  );

  it('hides the credentials that a rule asks for', () => {
    const rule = read(
      'Host(`secret`) && !Header(`X-Token`, `s1`) && Query(`key=s2`) && (Query(`k`, `s3`) || HeaderRegexp(`k`, `s4`))',
    );
    expect(renderRule(maskRule(rule, name => `<${name}>`))).toBe(
      'Host(`secret`) && !Header(`X-Token`, `<X-Token>`) && Query(`key=<key>`) && (Query(`k`, `<k>`) || HeaderRegexp(`k`, `<k>`))',
    );
  });

  const { rule: anyRule } = fc.letrec<{ rule: Rule; matcher: Rule }>(tie => ({
    rule: fc.oneof(
      { maxDepth: 4 },
      tie('matcher'),
      fc.record({ type: fc.constant('not' as const), of: tie('rule') }),
      fc.record({
        type: fc.constantFrom('and' as const, 'or' as const),
        parts: fc.array(tie('rule'), { minLength: 2, maxLength: 3 }),
      }),
    ),
    matcher: fc.record({
      type: fc.constant('matcher' as const),
      name: fc.constantFrom(...MATCHER_NAMES),
      values: fc.array(fc.string({ unit: 'grapheme' }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
  }));

  it('reads back what it renders', () => {
    fc.assert(
      fc.property(anyRule, rule => {
        const text = renderRule(rule);
        const again = parseRule(text);
        expect(again && renderRule(again)).toBe(renderRule(flat(rule)));
      }),
    );
  });

  it('says every value in words, but for the host of everything', () => {
    fc.assert(
      fc.property(anyRule, rule => {
        const words = ruleInWords(rule);
        for (const value of valuesOf(rule)) {
          expect(words).toContain(value);
        }
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'Host',
            '(',
            ')',
            '`a`',
            '"b',
            '&&',
            '||',
            '!',
            ',',
            ' ',
          ),
        ),
        parts => {
          const rule = parseRule(parts.join(''));
          expect(rule === undefined || ruleInWords(rule).length > 0).toBe(true);
        },
      ),
    );
  });
});

/** Groups of the same kind inside of one another say nothing of their own. */
function flat(rule: Rule): Rule {
  if (rule.type === 'matcher') {
    return rule;
  }
  if (rule.type === 'not') {
    return { type: 'not', of: flat(rule.of) };
  }
  return {
    type: rule.type,
    parts: rule.parts
      .map(flat)
      .flatMap(part => (part.type === rule.type ? part.parts : [part])),
  };
}

function valuesOf(rule: Rule): string[] {
  switch (rule.type) {
    case 'matcher':
      return rule.name === 'HostSNI' && rule.values.includes('*')
        ? []
        : rule.values;
    case 'not':
      return valuesOf(rule.of);
    default:
      return rule.parts.flatMap(valuesOf);
  }
}
