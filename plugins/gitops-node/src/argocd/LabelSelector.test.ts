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
import { matchesSelector, parseLabelSelector } from './LabelSelector';

const labels = { app: 'shop', env: 'dev', empty: '', 'acme.example/team': 'a' };

describe('parseLabelSelector and matchesSelector', () => {
  it.each([
    ['app=shop', true],
    ['app==shop', true],
    [' app = shop , env=dev ', true],
    ['app=other', false],
    ['missing=x', false],
    ['empty=', true],
    ['missing=', false],
    ['app!=other', true],
    ['app!=shop', false],
    ['missing!=x', true],
    ['env in (dev,staging)', true],
    ['env in ( staging )', false],
    ['env in(dev)', true],
    ['env notin (staging, prod)', true],
    ['missing notin (x)', true],
    ['acme.example/team', true],
    ['missing', false],
    ['!missing', true],
    ['! app', false],
    ['app=shop,env notin (dev,prod),!missing', false],
    ['toString', false],
    ['in=x', false],
  ])('%s', (text, matches) => {
    expect(matchesSelector(labels, parseLabelSelector(text))).toBe(matches);
  });

  it.each([
    ['', "found ''"],
    ['app=shop,', "found ''"],
    ['app=shop;env=dev', "found 'app=shop;env=dev'"],
    ['app shop', "found 'app shop'"],
    ['app>3', "'app>3' is not the key"],
    ['env in dev', "found 'env in dev'"],
    ['env in (dev', "found 'env in (dev'"],
    ['env in (a(b))', 'found'],
    ['=shop', "found '=shop'"],
    ['a/b/c=x', "'a/b/c' is not the key of a label"],
    ['app=-x', "'-x' is not the value of a label"],
    ['app=a b', "found 'app=a b'"],
    ['!!app', "found '!!app'"],
    [`app=${'x'.repeat(64)}`, 'is not the value of a label'],
    [','.repeat(200_000), 'at most 2000 characters, found 200000'],
  ])('refuses %j', (text, message) => {
    expect(() => parseLabelSelector(text)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('reads back whatever can be written', () => {
    const word = fc.stringMatching(/^[a-z]([-a-z0-9]{0,8}[a-z0-9])?$/);
    const requirement = fc.oneof(
      fc.record({
        key: word,
        operator: fc.constantFrom('in' as const, 'notin' as const),
        values: fc.array(word, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        key: word,
        operator: fc.constantFrom('exists' as const, '!exists' as const),
        values: fc.constant<string[]>([]),
      }),
    );
    const gap = fc.constantFrom('', ' ', '  ');
    fc.assert(
      fc.property(
        fc.array(requirement, { minLength: 1, maxLength: 4 }),
        gap,
        fc.dictionary(word, word),
        (selector, space, some) => {
          const text = selector
            .map(({ key, operator, values }) => {
              if (operator === 'exists' || operator === '!exists') {
                return `${operator === 'exists' ? '' : '!'}${key}`;
              }
              const list = values.join(`${space},${space}`);
              return `${key} ${operator} (${space}${list}${space})`;
            })
            .join(`${space},${space}`);
          expect(parseLabelSelector(text)).toEqual(selector);
          // What is required is met by just that, and by nothing less.
          const chosen = selector.filter(({ operator }) => operator === 'in');
          const met = chosen.every(({ key, values }) =>
            values.includes(some[key]),
          );
          expect(matchesSelector(some, chosen)).toBe(met);
        },
      ),
    );
  });

  it('never fails in another way', () => {
    const outcome = (text: string) => {
      try {
        parseLabelSelector(text);
        return 'parsed';
      } catch (error) {
        return (error as Error).name;
      }
    };
    fc.assert(
      fc.property(fc.string(), text => {
        expect(['parsed', 'InputError']).toContain(outcome(text));
      }),
    );
  });
});
