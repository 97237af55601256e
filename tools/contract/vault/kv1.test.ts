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
import { call, prepare, skip } from './target';
import { VaultCorner } from './VaultCorner';

describe('KV version 1', { skip }, () => {
  let corner: VaultCorner;

  before(async () => {
    corner = await VaultCorner.create('kv1');
    await prepare(`${corner.plain}/dev/orders/db`, { password: 'b' });
    await prepare(`${corner.plain}/dev/orders/api/key`, { token: 'c' });
  });
  after(() => corner.dispose());

  it('lists names, and knows nothing else without a value', async () => {
    const { status, json } = await call(`${corner.plain}/dev/orders?list=true`);
    assert.equal(status, 200);
    assert.deepEqual(json.data, { keys: ['api/', 'db'] });
    for (const endpoint of ['metadata', 'subkeys']) {
      const answer = await call(`${corner.plain}/${endpoint}/dev/orders/db`);
      assert.deepEqual([answer.status, answer.json], [404, { errors: [] }]);
    }
  });

  it('is listed by our client with the least policy, which opens no secret', async () => {
    const token = await corner.token();
    const client = ourClient({ method: 'token', token });
    const mount = { path: corner.plain, version: 1 } as const;
    try {
      const names = await client.list({ mount, path: 'dev/orders' });
      assert.deepEqual(names, ['api/', 'db']);
      assert.equal(
        await failureOf(() => client.list({ mount, path: 'nothing' })),
        'missing',
      );
    } finally {
      await client.close();
    }
    const value = await call(`${corner.plain}/dev/orders/db`, { token });
    assert.equal(value.status, 403);
  });
});
