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

import { matchLabels } from './matchLabels';
import { parseSelector } from './parseSelector';

const LABELS = {
  'app.kubernetes.io/name': 'cart',
  environment: 'dev',
  in: 'notin',
  empty: '',
  replicas: '3',
};

describe('parseSelector', () => {
  it.each([
    ['', true],
    ['environment=dev', true],
    ['environment==dev', true],
    ['environment = staging', false],
    ['environment!=staging', true],
    ['environment!=dev', false],
    ['nosuch!=dev', true],
    ['app.kubernetes.io/name=cart,environment=dev', true],
    ['app.kubernetes.io/name=cart,environment=staging', false],
    ['environment in (staging, dev)', true],
    ['environment in (staging,production)', false],
    ['environment notin (staging,production)', true],
    ['environment notin (dev)', false],
    ['nosuch notin (dev)', true],
    ['nosuch in ()', false],
    ['empty in ()', true],
    ['empty in (a,)', true],
    ['empty=', true],
    ['environment', true],
    ['nosuch', false],
    ['!nosuch', true],
    ['! environment', false],
    ['in in (notin)', true],
    ['replicas>2', true],
    ['replicas<3', false],
    ['environment>2', false],
    ['constructor', false],
    ['toString!=x', true],
  ])('%j matches: %j', (selector, expected) => {
    expect(matchLabels(parseSelector(selector), LABELS)).toBe(expected);
  });

  it('takes an object without labels for one with none', () => {
    expect(matchLabels(parseSelector('!a'), undefined)).toBe(true);
    expect(matchLabels(parseSelector('a'), undefined)).toBe(false);
  });

  it.each([
    ['!!', "unable to parse requirement: found '!', expected: identifier"],
    ['=a', "found '=', expected: !, identifier, or 'end of string'"],
    ['a=b,', "found '', expected: identifier after ','"],
    ['a=b c=d', "found 'c', expected: ',' or 'end of string'"],
    [
      'a b',
      "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt",
    ],
    ['a in b', "unable to parse requirement: found 'b' expected: '('"],
    ['a in (b', "unable to parse requirement: found '', expected: ',' or ')'"],
    ['a=!b', "unable to parse requirement: found '!', expected: identifier"],
    ['a>b', "for 'Gt', 'Lt' operators, the value must be an integer"],
    ['-a=b', 'name part must consist of alphanumeric characters'],
    ['a/b/c=d', 'a qualified name must consist of'],
    ['/b=c', 'prefix part must be non-empty'],
    ['A.b/c=d', 'prefix part a lowercase RFC 1123 subdomain'],
    [`${'a'.repeat(64)}=b`, 'must be no more than 63 bytes'],
    ['a=b/c', 'a valid label must be an empty string or consist of'],
  ])('refuses %j', (selector, message) => {
    expect(() => parseSelector(selector)).toThrow(message);
  });
});
