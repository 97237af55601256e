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

import { matchGlob } from './matchGlob';

describe('matchGlob', () => {
  it.each([
    ['*/application.yaml', 'cart/application.yaml', true],
    ['*/application.yaml', 'teams/cart/application.yaml', true],
    ['*/application.yaml', 'application.yaml', false],
    ['*/application.yaml', 'cart/values.yaml', false],
    ['{application,project}.yaml', 'project.yaml', true],
    ['{application,project}.yaml', 'values.yaml', false],
    ['{*/application.yaml,extra/**}', 'extra/a/b.yaml', true],
    ['**.yaml', 'a/b.yaml', true],
    ['?.yaml', 'a.yaml', true],
    ['?.yaml', 'ab.yaml', false],
    ['[a-c].yaml', 'b.yaml', true],
    ['[!a-c].yaml', 'b.yaml', false],
    ['a.yaml', 'axyaml', false],
    ['\\*.yaml', '*.yaml', true],
    ['\\*.yaml', 'a.yaml', false],
    ['a(b)+|$.yaml', 'a(b)+|$.yaml', true],
    ['{open', '{open', false],
    ['[open', '[open', false],
  ])('%j against %j: %j', (pattern, text, expected) => {
    expect(matchGlob(pattern, text)).toBe(expected);
  });

  it.each([
    ['https://host/acme/*', 'https://host/acme/cart', true],
    ['https://host/acme/*', 'https://host/acme/cart/more', false],
    ['https://host/**', 'https://host/acme/cart', true],
  ])('with separators, %j against %j: %j', (pattern, text, expected) => {
    expect(matchGlob(pattern, text, { separators: '/' })).toBe(expected);
  });

  it('turns a pattern round only where that is asked for', () => {
    expect(matchGlob('!a', 'b', { negation: true })).toBe(true);
    expect(matchGlob('!a', 'a', { negation: true })).toBe(false);
    expect(matchGlob('!a', '!a')).toBe(true);
  });
});
