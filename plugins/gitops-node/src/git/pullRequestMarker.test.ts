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

import { commitMarker, withCommitMarker } from './commitMarker';
import {
  entityRefOfPullRequest,
  isOurPullRequest,
  withEntityRef,
} from './pullRequestMarker';

const cart = 'component:default/cart';
const marker = `<!-- backstage.io/entity-ref: ${cart} -->`;

describe('pull request marker', () => {
  it('is the last line, once', () => {
    expect(withEntityRef('Text\n', cart)).toBe(`Text\n\n${marker}`);
    expect(withEntityRef('', 'Component:Default/Cart')).toBe(marker);
    expect(
      withEntityRef(withEntityRef('Text', 'component:default/other'), cart),
    ).toBe(`Text\n\n${marker}`);
    expect(() => withEntityRef('', 'component:')).toThrow();
  });

  it.each([
    [`Text\r\n\r\n${marker}\r\n`, cart],
    [
      `<!-- backstage.io/entity-ref: component:default/forged -->\n${marker}`,
      cart,
    ],
    [`${marker}\nText`, undefined],
    ['Text', undefined],
    [withEntityRef('Text'), undefined],
  ])('is read from %j', (body, expected) => {
    expect(entityRefOfPullRequest(body)).toBe(expected);
  });

  it('tells our pull requests and commits from others', () => {
    expect(isOurPullRequest(withEntityRef('Text'))).toBe(true);
    expect(isOurPullRequest('Text')).toBe(false);
    expect(commitMarker(withCommitMarker('Text', cart))).toEqual({
      entityRef: cart,
    });
    expect(commitMarker(withCommitMarker('Text'))).toEqual({});
    expect(commitMarker('Text')).toBeUndefined();
  });
});
