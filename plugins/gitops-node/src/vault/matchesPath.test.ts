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
import { matchesPath } from './matchesPath';

const name = fc
  .string({
    unit: fc.constantFrom('a', 'b', '-', '.', '\\', '+'),
    minLength: 1,
  })
  .filter(text => !['.', '..'].includes(text));
const path = fc.array(name, { minLength: 1, maxLength: 4 });

describe('matchesPath', () => {
  it.each([
    ['dev/orders', 'dev/orders', true],
    ['dev/orders', 'dev/orders/db', false],
    ['dev/orders', 'dev', false],
    ['*/orders', 'dev/orders', true],
    ['*', 'dev/orders', false],
    ['dev/*', 'dev/orders', true],
    ['dev/*', 'dev', false],
    ['dev/orders-*', 'dev/orders-db', true],
    ['dev/orders-*', 'dev/orders', false],
    ['dev/*-db', 'dev/orders-db', true],
    ['dev/a*c*e', 'dev/abcde', true],
    ['dev/a*c*e', 'dev/ae', false],
    ['dev/a*a', 'dev/a', false],
    ['**', 'dev/orders/db', true],
    ['dev/**', 'dev', true],
    ['dev/**/db', 'dev/db', true],
    ['dev/**/db', 'dev/a/b/db', true],
    ['dev/**/db', 'dev/a/b', false],
    ['d.v', 'dev', false],
  ])('%s and %s: %s', (pattern, given, expected) => {
    expect(matchesPath(pattern, given)).toBe(expected);
  });

  it('takes all but asterisks for what it is', () => {
    fc.assert(
      fc.property(path, path, (one, other) => {
        expect(matchesPath(one.join('/'), other.join('/'))).toBe(
          one.join('/') === other.join('/'),
        );
      }),
    );
  });

  it('lets an asterisk stand for one name, and two for any number', () => {
    fc.assert(
      fc.property(path, fc.nat(3), (names, at) => {
        const index = at % names.length;
        const single = names.map((one, i) => (i === index ? '*' : one));
        expect(matchesPath(single.join('/'), names.join('/'))).toBe(true);
        expect(matchesPath(single.join('/'), [...names, 'x'].join('/'))).toBe(
          false,
        );
        const many = [...names.slice(0, index), '**'].join('/');
        expect(matchesPath(many, names.join('/'))).toBe(true);
      }),
    );
  });

  it('is quick with whatever pattern', () => {
    const text = 'a'.repeat(5_000);
    expect(matchesPath(`${'a*'.repeat(500)}b`, text)).toBe(false);
  });
});
