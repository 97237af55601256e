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

import { routeKey, routeNamesOf } from './routeName';

const HASH = '30965a1671c8261c623f';

const read = (name: string, protocol = 'http', entryPoints = ['web']) =>
  routeNamesOf({ name, protocol, entryPoints });

describe('routeNamesOf', () => {
  it.each([
    [`shop-web-${HASH}@kubernetescrd`, 'http', [{ key: 'shop-web' }]],
    [
      `shop-web-admin-${HASH}@kubernetescrd`,
      'http',
      [{ key: 'shop-web-admin' }],
    ],
    [`shop-web.v2-${HASH}@kubernetescrd`, 'tcp', [{ key: 'shop-web-v2' }]],
    [
      `web-shop-web-${HASH}@kubernetescrd`,
      'http',
      [{ key: 'web-shop-web' }, { key: 'shop-web' }],
    ],
    ['shop-dns-1@kubernetescrd', 'udp', [{ key: 'shop-dns', index: 1 }]],
    ['shop_web_2@kubernetescrd', 'http', [{ key: 'shop-web', index: 2 }]],
    [`shop-web-${HASH}@file`, 'http', []],
    ['api@internal', 'http', []],
    ['shop-web@kubernetescrd', 'http', []],
  ])('reads %s of %s', (name, protocol, names) => {
    expect(read(name, protocol)).toEqual(names);
  });

  it('does not take the first of several entry points for a prefix', () => {
    expect(
      read(`web-shop-a-${HASH}@kubernetescrd`, 'http', ['web', 'websecure']),
    ).toEqual([{ key: 'web-shop-a' }]);
  });

  it('runs names together as Traefik does', () => {
    expect(routeKey('shop', 'web.v2')).toBe('shop-web-v2');
    expect(routeKey('shop-web', 'v2')).toBe('shop-web-v2');
  });
});
