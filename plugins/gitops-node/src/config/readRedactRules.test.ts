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

import { ConfigReader } from '@backstage/config';
import type { JsonValue } from '@backstage/types';
import { readRedactRules } from './readRedactRules';

const read = (redact: JsonValue) =>
  readRedactRules(new ConfigReader({ gitops: { redact } }));

describe('readRedactRules', () => {
  it('has no rules of its own', () => {
    expect(readRedactRules(new ConfigReader({}))).toEqual({
      keys: [],
      values: [],
    });
  });

  it('reads keys, whose case does not matter, and values', () => {
    expect(read({ keys: ['^badge'], values: ['ACME-[0-9]+'] })).toEqual({
      keys: [/^badge/i],
      values: [/ACME-[0-9]+/g],
    });
  });

  it.each<[JsonValue, RegExp]>([
    [
      { keys: ['ok', '('] },
      /^Invalid configuration: gitops\.redact\.keys\[1\]: found '\(', expected a regular/,
    ],
    [{ values: [''] }, /gitops\.redact\.values\[0\]: found an empty text/],
    [{ values: [7] }, /gitops\.redact\.values\[0\]: found 7/],
    [{ values: 'x' }, /gitops\.redact\.values: found 'x', expected a list/],
    [{ key: [] }, /gitops\.redact\.key: there is no such key/],
    ['x', /gitops\.redact: found 'x', expected an object/],
  ])('refuses %j', (redact, message) => {
    expect(() => read(redact)).toThrow(message);
  });
});
