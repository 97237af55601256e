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

import { contentTag, isHeld } from './contentTag';

describe('contentTag', () => {
  const answer = {
    items: [{ name: 'orders', since: 'a' }],
    instances: [{ name: 'main', status: 'ok', fetchedAt: 'now' }],
  };

  it('names content, not the time at which it was fetched', () => {
    expect(contentTag(answer)).toMatch(/^W\/"[\w-]{27}"$/);
    expect(
      contentTag({
        ...answer,
        instances: [{ ...answer.instances[0], fetchedAt: 'later' }],
      }),
    ).toBe(contentTag(answer));
    expect(
      contentTag({ ...answer, items: [{ name: 'orders', since: 'b' }] }),
    ).not.toBe(contentTag(answer));
  });

  it('does not take a text for the time', () => {
    const quoting = (text: string) => ({ items: [{ message: text }] });
    expect(contentTag(quoting('{"fetchedAt":"a"}'))).not.toBe(
      contentTag(quoting('{"fetchedAt":"b"}')),
    );
  });
});

describe('isHeld', () => {
  it.each([
    ['W/"a"', true],
    ['"a"', true],
    ['"b", W/"a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
    ['', false],
  ])('%s', (ifNoneMatch, expected) => {
    expect(isHeld('W/"a"', ifNoneMatch)).toBe(expected);
  });
});
