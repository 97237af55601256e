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
import { call, prepare, skip } from './target';
import { VaultCorner } from './VaultCorner';

describe('KV version 2', { skip }, () => {
  let corner: VaultCorner;
  const of = (endpoint: string, path: string, query = '') =>
    call(`${corner.versioned}/${endpoint}/${path}${query}`);

  before(async () => {
    corner = await VaultCorner.create('kv2');
    await corner.write('dev/orders/db', { username: 'a', password: 'b' });
    await corner.write('dev/orders/db', { username: 'a', password: 'c' });
    await corner.write('dev/orders/api/key', { token: { nested: 'x' } });
    await corner.write('dev/orders', { also: 'a secret' });
  });
  after(() => corner.dispose());

  it('lists names by GET with list=true, folders with a slash', async () => {
    const { status, json } = await of('metadata', 'dev/orders', '?list=true');
    assert.equal(status, 200);
    assert.deepEqual(json.data, { keys: ['api/', 'db'] });
    const above = await of('metadata', 'dev', '?list=true');
    assert.deepEqual(above.json.data, { keys: ['orders', 'orders/'] });
  });

  it('says 404 without errors where there is nothing to list, and for a secret', async () => {
    for (const path of ['nothing', 'dev/orders/db']) {
      const { status, json } = await of('metadata', path, '?list=true');
      assert.deepEqual([status, json], [404, { errors: [] }], path);
    }
    const { status, json } = await of('metadata', 'nothing');
    assert.deepEqual([status, json], [404, { errors: [] }]);
  });

  it('tells versions, times and custom metadata, and no value', async () => {
    await prepare(`${corner.versioned}/metadata/dev/orders/db`, {
      custom_metadata: { owner: 'team-shop' },
    });
    const { status, json } = await of('metadata', 'dev/orders/db');
    assert.equal(status, 200);
    const data = json.data as Record<string, unknown> & {
      versions: Record<string, Record<string, unknown>>;
    };
    assert.equal(data.current_version, 2);
    assert.deepEqual(data.custom_metadata, { owner: 'team-shop' });
    assert.deepEqual(Object.keys(data.versions).sort(), ['1', '2']);
    const { created_time, deletion_time, destroyed } = data.versions[2];
    assert.deepEqual([deletion_time, destroyed], ['', false]);
    for (const time of [created_time, data.created_time, data.updated_time]) {
      assert.match(String(time), /^\d{4}-\d\d-\d\dT[\d:]+\.\d+Z$/);
    }
    assert.equal(data.updated_time, created_time);
  });

  it('tells the names of keys by subkeys, no deeper than asked', async () => {
    const { json } = await of('subkeys', 'dev/orders/db', '?depth=1');
    assert.deepEqual(json.data?.subkeys, { username: null, password: null });
    const deep = await of('subkeys', 'dev/orders/api/key', '?depth=1');
    assert.deepEqual(deep.json.data?.subkeys, { token: null });
  });

  it('says of a deleted version when, and 404 with data for its keys', async () => {
    await corner.write('states/deleted', { a: 'b' });
    await call(`${corner.versioned}/data/states/deleted`, { method: 'DELETE' });
    const { json } = await of('metadata', 'states/deleted');
    const { versions } = json.data as {
      versions: Record<string, { deletion_time: string; destroyed: boolean }>;
    };
    assert.equal(versions[1].destroyed, false);
    assert.ok(Date.parse(versions[1].deletion_time) <= Date.now() + 60_000);
    const keys = await of('subkeys', 'states/deleted');
    assert.equal(keys.status, 404);
    assert.equal(keys.json.errors, undefined);
    assert.equal(keys.json.data?.subkeys, null);
  });

  it('says of a destroyed version that it is', async () => {
    await corner.write('states/destroyed', { a: 'b' });
    await prepare(`${corner.versioned}/destroy/states/destroyed`, {
      versions: [1],
    });
    const { json } = await of('metadata', 'states/destroyed');
    const { versions } = json.data as {
      versions: Record<string, { destroyed: boolean }>;
    };
    assert.equal(versions[1].destroyed, true);
    assert.equal((await of('subkeys', 'states/destroyed')).status, 404);
  });

  it('says ahead when a version will be deleted by age', async () => {
    await prepare(`${corner.versioned}/metadata/states/ageing`, {
      delete_version_after: '24h',
    });
    await corner.write('states/ageing', { a: 'b' });
    const { json } = await of('metadata', 'states/ageing');
    const { versions } = json.data as {
      versions: Record<string, { deletion_time: string }>;
    };
    assert.ok(Date.parse(versions[1].deletion_time) > Date.now());
    assert.equal((await of('subkeys', 'states/ageing')).status, 200);
  });

  it('knows secrets that have no version yet', async () => {
    await prepare(`${corner.versioned}/metadata/states/empty`, {
      custom_metadata: { owner: 'team-shop' },
    });
    const { json } = await of('metadata', 'states/empty');
    assert.equal(json.data?.current_version, 0);
    assert.deepEqual(json.data?.versions, {});
  });

  it('decodes a path once, so that an encoded slash is a slash', async () => {
    const slash = await of('metadata', 'dev%2Forders%2Fdb');
    assert.equal(slash.status, 200);
    const twice = await of('metadata', 'dev%252Forders%252Fdb');
    assert.equal(twice.status, 404);
    await corner.write('names/with%20space', { a: 'b' });
    await corner.write('names/with%2525', { a: 'b' });
    const { json } = await of('metadata', 'names', '?list=true');
    assert.deepEqual(json.data, { keys: ['with space', 'with%25'] });
  });
});
