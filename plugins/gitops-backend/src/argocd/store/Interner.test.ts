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

import { Interner } from './Interner';

describe('Interner', () => {
  it('hands out what it knows, and forgets what nobody asked for in a while', () => {
    const interner = Interner.create({ generation: 10 });
    interner.text('asked for now and then');
    for (let index = 0; index < 1_000; index += 1) {
      expect(interner.text(`revision ${index}`)).toBe(`revision ${index}`);
      interner.text('asked for now and then');
      expect(interner.size).toBeLessThanOrEqual(20);
    }
    expect(interner.optional(undefined)).toBeUndefined();
    expect(interner.list(['a', 'a', 'b'])).toEqual(['a', 'a', 'b']);
  });

  it('keeps fields as they are, absent ones included', () => {
    const interner = Interner.create();
    const value = { name: 'a', count: 1, path: undefined };
    expect(interner.fields(value)).toStrictEqual(value);
    expect(interner.fields({})).toStrictEqual({});
  });

  it('leaves every text as it is, however long', () => {
    const interner = Interner.create();
    for (const text of ['', 'mit Ümlaut …', 'emoji 🚀', 'x'.repeat(300)]) {
      expect(interner.text(text)).toBe(text);
      expect(interner.list([text])).toEqual([text]);
    }
    expect(interner.size).toBe(3);
  });

  it('hands out the same list for the same revision', () => {
    const interner = Interner.create();
    expect(interner.list(['abc'])).toBe(interner.list(['abc']));
    expect(interner.list(['abc', 'def'])).toEqual(['abc', 'def']);
    expect(interner.list([])).toEqual([]);
  });
});
