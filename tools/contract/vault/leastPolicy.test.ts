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

describe('the least policy', { skip }, () => {
  let corner: VaultCorner;
  let token: string;

  before(async () => {
    corner = await VaultCorner.create('policy');
    await corner.write('dev/orders/db', { username: 'a', password: 'b' });
    await prepare(`${corner.versioned}/metadata/dev/orders/db`, {
      custom_metadata: {
        owner: 'team-shop',
        'rotation-max-age': '30d',
        note: 'for few',
      },
    });
    token = await corner.token();
  });
  after(() => corner.dispose());

  it('suffices for all that our client reads', async () => {
    const client = ourClient({ method: 'token', token });
    try {
      const mounts = await client.listMounts();
      const mount = mounts.find(({ path }) => path === corner.versioned);
      assert.deepEqual(mount, { path: corner.versioned, version: 2 });
      assert.ok(mounts.some(({ path }) => path === corner.plain));
      assert.ok(mount);
      const path = 'dev/orders/db';
      assert.deepEqual(await client.list({ mount, path: 'dev' }), ['orders/']);
      assert.deepEqual(await client.listKeys({ mount, path }), [
        'password',
        'username',
      ]);
      const { customMetadata, ...metadata } = await client.getMetadata({
        mount,
        path,
      });
      assert.equal(metadata.currentVersion, 1);
      assert.equal(metadata.versions[0].createdAt, metadata.updatedAt);
      // What the configuration does not name is not even kept.
      assert.deepEqual(customMetadata, {
        owner: 'team-shop',
        'rotation-max-age': '30d',
      });
    } finally {
      await client.close();
    }
  });

  it('opens no value, of whatever version, and nothing outside of its mount', async () => {
    for (const path of [
      `${corner.versioned}/data/dev/orders/db`,
      `${corner.versioned}/data/dev/orders/db?version=1`,
      'sys/mounts',
      'sys/policies/acl?list=true',
    ]) {
      assert.equal((await call(path, { token })).status, 403, path);
    }
    const write = await call(`${corner.versioned}/metadata/dev/orders/db`, {
      method: 'POST',
      token,
      body: { max_versions: 1 },
    });
    assert.equal(write.status, 403);
  });

  it('shows no mount to a token without it', async () => {
    const other = await corner.token({ policies: ['default'] });
    const client = ourClient({ method: 'token', token: other });
    try {
      const mounts = await client.listMounts();
      assert.ok(!mounts.some(({ path }) => path === corner.versioned));
      assert.equal(
        await failureOf(() =>
          client.list({
            mount: { path: corner.versioned, version: 2 },
            path: 'dev',
          }),
        ),
        'denied',
      );
    } finally {
      await client.close();
    }
  });

  it('has mounts that somebody who may sees in the older place, too', async () => {
    const { json } = await call<{ data: Record<string, unknown> }>(
      'sys/mounts',
    );
    assert.deepEqual(
      Object.keys(json.data)
        .filter(name => name.startsWith(corner.name))
        .sort(),
      [`${corner.plain}/`, `${corner.versioned}/`],
    );
  });
});
