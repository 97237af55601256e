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
    ['other', 'a <!-- backstage.io/entity-ref: component:default/other -->'],
    ['other', '<!-- backstage.io/entity-ref: component:default/other --> a'],
    ['other', '<!--\nbackstage.io/entity-ref: component:default/other\n-->'],
    ['other', '<!--backstage.io/entity-ref:component:default/other-->'],
    // Removing one must not make another.
    ['other', `<!--\n${marker}\nbackstage.io/entity-ref: x:y/other -->`],
  ])('of %s within a text becomes text: %j', (_, text) => {
    const body = withEntityRef(text, cart);
    expect(body.match(/<!--\s*backstage\.io/g)).toHaveLength(1);
    expect(body.endsWith(`\n\n${marker}`)).toBe(true);
    expect(entityRefOfPullRequest(body)).toBe(cart);
    expect(withEntityRef(body, cart)).toBe(body);
    expect(entityRefOfPullRequest(withEntityRef(text))).toBeUndefined();
  });

  it.each([
    'component:default/x --> @team <!--',
    'component:default/x-->\n<!-- backstage.io/entity-ref: component:default/y',
  ])('refuses an entity that would end it: %j', ref => {
    const error = /entityRef: .* is not an entity/s;
    expect(() => withEntityRef('Text', ref)).toThrow(error);
    expect(() =>
      withCommitMarker('Text', { branch: 'b', entityRef: ref }),
    ).toThrow(error);
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
    const branch = 'gitops/cart';
    expect(
      commitMarker(withCommitMarker('Text', { branch, entityRef: cart })),
    ).toEqual({ branch, entityRef: cart });
    const message = withCommitMarker('Text', { branch });
    expect(commitMarker(message)).toEqual({ branch });
    expect(commitMarker('Text')).toBeUndefined();
    expect(commitMarker(`${message}\nSigned-off-by: x`)).toBeUndefined();
  });
});
