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

import { checkSchema } from './checkSchema';

const evil = { type: 'string', pattern: '^(a+)+$' };
/** Twice as many alternatives with each definition. */
const bomb = {
  $ref: '#/definitions/d0',
  definitions: Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `d${i}`,
      i === 39
        ? { type: 'boolean' }
        : { anyOf: Array(2).fill({ $ref: `#/definitions/d${i + 1}` }) },
    ]),
  ),
};

describe('checkSchema', () => {
  it.each<[string, object, unknown]>([
    ['a pattern', evil, `${'a'.repeat(60)}!`],
    [
      'a key pattern',
      { patternProperties: { '^(a+)+$': { type: 'number' } } },
      { [`${'a'.repeat(60)}!`]: 1 },
    ],
    ['alternatives', bomb, 'text'],
  ])('gives up on %s that would take for ever', (_, schema, data) => {
    expect(() => checkSchema(schema, data)).toThrow(/timed out/);
    // Nothing is left behind.
    expect(checkSchema(evil, 'aaa')).toEqual([]);
  });

  it('still checks patterns', () => {
    expect(checkSchema(evil, 'b')).toEqual([
      expect.stringContaining('must match pattern'),
    ]);
  });

  it('says where a schema cannot be used', () => {
    expect(() => checkSchema({ $ref: 'other.json' }, {})).toThrow(
      /other\.json/,
    );
  });
});
