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

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { failureOf, ourClient } from './ourClient';
import { call, skip } from './target';
import { VaultCorner } from './VaultCorner';

describe('errors that the client tells apart', { skip }, () => {
  let corner: VaultCorner;
  let token: string;

  before(async () => {
    corner = await VaultCorner.create('errors');
    await corner.write('dev/orders/db', { a: 'b' });
    token = await corner.token();
  });
  after(() => corner.dispose());

  it('says 403 to a token that it does not know, and names that as the reason', async () => {
    const { status, type, json } = await call(
      `${corner.versioned}/metadata/dev/orders/db`,
      { token: 'hvs.unknown' },
    );
    assert.equal(status, 403);
    assert.match(type, /^application\/json/);
    assert.match(json.errors?.join() ?? '', /invalid token/);
  });

  it('says 403 without that where a policy forbids it, or there is no token', async () => {
    for (const given of [token, '']) {
      const { status, json } = await call('secret/metadata/elsewhere', {
        token: given,
      });
      assert.equal(status, 403);
      assert.match(json.errors?.join() ?? '', /permission denied/);
      assert.doesNotMatch(json.errors?.join() ?? '', /invalid token/);
    }
  });

  it('says 404 with a text where there is no engine', async () => {
    const { status, json } = await call('gitops-contract-none/metadata/x');
    assert.equal(status, 404);
    assert.match(json.errors?.join() ?? '', /no handler for route/);
  });

  it('our client tells denied, missing and refused credentials apart', async () => {
    const mount = { path: corner.versioned, version: 2 } as const;
    const elsewhere = { path: 'gitops-contract-none', version: 2 } as const;
    const good = ourClient({ method: 'token', token });
    const bad = ourClient({ method: 'token', token: 'hvs.unknown' });
    const path = 'dev/orders/db';
    try {
      assert.deepEqual(
        [
          await failureOf(() => good.getMetadata({ mount, path })),
          await failureOf(() => good.getMetadata({ mount, path: 'nothing' })),
          await failureOf(() => good.list({ mount, path })),
          await failureOf(() => good.getMetadata({ mount: elsewhere, path })),
          await failureOf(() => bad.getMetadata({ mount, path })),
        ],
        [undefined, 'missing', 'missing', 'denied', 'session'],
      );
    } finally {
      await Promise.all([good.close(), bad.close()]);
    }
  });
});
