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

import { VaultServer } from '../__testUtils__/VaultServer';

describe('KV', () => {
  let vault: VaultServer;

  beforeEach(async () => {
    vault = await VaultServer.start();
  });
  afterEach(async () => {
    await vault.dispose();
  });

  it('keeps versions, and lets a write ask for the one that it knows', async () => {
    const path = 'v1/secret/data/team-a/web';
    const write = (data: object, options?: object) =>
      vault.call('POST', path, { body: { data, options } });
    const first = await write({ user: 'web', nested: { a: 1, b: [1, 2] } });
    expect(first.json.data).toMatchObject({ version: 1, deletion_time: '' });
    expect((await write({ user: 'x' }, { cas: 0 })).json).toEqual({
      errors: ['check-and-set parameter did not match the current version'],
    });
    expect((await write({ user: 'two' }, { cas: 1 })).json.data.version).toBe(
      2,
    );
    const patched = await vault.call('PATCH', path, {
      body: { data: { more: '1' } },
      headers: { 'Content-Type': 'application/merge-patch+json' },
    });
    expect(patched.json.data.version).toBe(3);
    expect((await vault.call('GET', path)).json.data.data).toEqual({
      user: 'two',
      more: '1',
    });
    const old = await vault.call('GET', `${path}?version=1`);
    expect(old.json).toMatchObject({
      data: { data: { user: 'web' }, metadata: { version: 1 } },
      lease_id: '',
      mount_type: 'kv',
      warnings: null,
    });
    expect(await vault.call('GET', `${path}?version=9`)).toMatchObject({
      status: 404,
      json: { errors: [] },
    });
  });

  it('tells keys without values, as deep as asked', async () => {
    await vault.call('POST', 'v1/secret/data/deep', {
      body: { data: { n: { c: { d: 'canary' }, e: {} }, u: 'canary' } },
    });
    const subkeys = async (query: string) =>
      (await vault.call('GET', `v1/secret/subkeys/deep${query}`)).json.data
        .subkeys;
    expect(await subkeys('')).toEqual({
      n: { c: { d: null }, e: null },
      u: null,
    });
    expect(await subkeys('?depth=2')).toEqual({
      n: { c: null, e: null },
      u: null,
    });
    expect(await subkeys('?depth=1')).toEqual({ n: null, u: null });
    const bad = await vault.call('GET', 'v1/secret/subkeys/deep?depth=x');
    expect(bad.status).toBe(400);
    expect(bad.text).toMatch(/Field validation failed/);
  });

  it('deletes, undeletes and destroys, and says so with the metadata', async () => {
    const change = (what: string, versions: number[]) =>
      vault.call('POST', `v1/secret/${what}/web`, { body: { versions } });
    await vault.call('POST', 'v1/secret/data/web', {
      body: { data: { a: '1' } },
    });
    expect((await vault.call('DELETE', 'v1/secret/data/web')).status).toBe(204);
    const deleted = await vault.call('GET', 'v1/secret/data/web');
    expect(deleted.status).toBe(404);
    expect(deleted.json.data).toMatchObject({
      data: null,
      metadata: { destroyed: false, version: 1 },
    });
    expect(deleted.json.data.metadata.deletion_time).not.toBe('');
    expect(
      (await vault.call('GET', 'v1/secret/subkeys/web')).json.data.subkeys,
    ).toBeNull();
    await change('undelete', [1]);
    expect((await vault.call('GET', 'v1/secret/data/web')).status).toBe(200);
    await change('destroy', [1]);
    await change('undelete', [1]);
    const destroyed = await vault.call('GET', 'v1/secret/metadata/web');
    expect(destroyed.json.data.versions[1]).toMatchObject({ destroyed: true });
    expect((await change('delete', [])).json).toEqual({
      errors: ['No version number provided'],
    });
    await vault.call('DELETE', 'v1/secret/metadata/web');
    expect(await vault.call('GET', 'v1/secret/metadata/web')).toMatchObject({
      status: 404,
      json: { errors: [] },
    });
  });

  it('keeps as many versions, for as long, as the metadata say', async () => {
    const metadata = 'v1/secret/metadata/web';
    await vault.call('POST', metadata, {
      body: {
        max_versions: 2,
        delete_version_after: '1h',
        custom_metadata: { owner: 'team-a' },
      },
    });
    for (const value of ['1', '2', '3']) {
      await vault.call('POST', 'v1/secret/data/web', {
        body: { data: { value } },
      });
    }
    const { data } = (await vault.call('GET', metadata)).json;
    expect(data).toMatchObject({
      current_version: 3,
      oldest_version: 2,
      max_versions: 2,
      custom_metadata: { owner: 'team-a' },
      delete_version_after: '1h0m0s',
    });
    expect(Object.keys(data.versions)).toEqual(['2', '3']);
    expect(JSON.stringify(data)).not.toMatch(/"data"|value/);
    vault.wait(3601);
    expect((await vault.call('GET', 'v1/secret/data/web')).status).toBe(404);
  });

  it('lists folders with the method LIST and with ?list=true, call after call', async () => {
    for (const path of ['a/b', 'a/c/d', 'e']) {
      await vault.call('POST', `v1/secret/data/list/${path}`, {
        body: { data: { key: 'LIST of values' } },
      });
      const listed = await vault.call('LIST', 'v1/secret/metadata/list');
      expect(listed.json.data.keys).toContain(path === 'e' ? 'e' : 'a/');
    }
    const below = await vault.call(
      'GET',
      'v1/secret/metadata/list/a?list=true',
    );
    expect(below.json.data.keys).toEqual(['b', 'c/']);
    expect(await vault.call('LIST', 'v1/secret/metadata/none')).toMatchObject({
      status: 404,
      json: { errors: [] },
    });
    const wrong = await vault.call('LIST', 'v1/secret/list');
    expect(wrong.status).toBe(404);
    expect(wrong.text).toMatch(/Invalid path for a versioned K\/V/);
  });

  it('serves mounts without versions: names and values, no metadata', async () => {
    const listed = await vault.call('LIST', 'v1/legacy/');
    expect(listed.json.data.keys).toEqual(['welcome/']);
    const read = await vault.call('GET', 'v1/legacy/welcome/smtp');
    expect(read.json).toMatchObject({
      data: { username: 'welcome' },
      lease_duration: 2764800,
    });
    await vault.call('POST', 'v1/legacy/x', { body: { a: '1', ttl: '30m' } });
    expect((await vault.call('GET', 'v1/legacy/x')).json.lease_duration).toBe(
      1800,
    );
    expect(
      (await vault.call('POST', 'v1/legacy/x', { body: {} })).json,
    ).toEqual({ errors: ['missing data fields'] });
    expect((await vault.call('GET', 'v1/legacy/metadata/x')).status).toBe(404);
  });

  it('keeps everything over a restart', async () => {
    await vault.call('POST', 'v1/secret/data/kept', {
      body: { data: { a: '1' } },
    });
    await vault.call('POST', 'v1/sys/mounts/own', { body: { type: 'kv-v2' } });
    vault = await vault.restart();
    const kept = await vault.call('GET', 'v1/secret/data/kept');
    expect(kept.json.data.data).toEqual({ a: '1' });
    const mounts = await vault.call('GET', 'v1/sys/mounts');
    expect(mounts.json.data['own/']).toMatchObject({
      type: 'kv',
      options: { version: '2' },
    });
  });
});
