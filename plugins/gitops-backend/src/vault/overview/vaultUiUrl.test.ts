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

import { vaultUiUrl } from './vaultUiUrl';

const v2 = { path: 'team/secret', version: 2 } as const;
const v1 = { path: 'kv', version: 1 } as const;

describe('vaultUiUrl', () => {
  it.each([
    [v2, 'folder', undefined, 'team%2Fsecret/kv/list/dev/my%20orders/'],
    [
      v2,
      'secret',
      'a/b',
      'team%2Fsecret/kv/dev%2Fmy%20orders/details?namespace=a%2Fb',
    ],
    [v1, 'folder', undefined, 'kv/list/dev/my%20orders/'],
    [v1, 'secret', undefined, 'kv/show/dev/my%20orders'],
  ] as const)('%j %s', (mount, kind, namespace, page) => {
    expect(
      vaultUiUrl({
        publicUrl: 'https://vault.acme.example/sub',
        namespace,
        mount,
        path: 'dev/my orders',
        kind,
      }),
    ).toBe(`https://vault.acme.example/sub/ui/vault/secrets/${page}`);
  });
});
