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

import {
  TtlCache,
  UpstreamError,
  type VaultSecretMetadata,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { VaultReads } from '../VaultServer';
import { chooseMount } from './chooseMount';
import { readPath } from './readPath';

const refused = (code: string) =>
  new UpstreamError({
    subject: 'Vault',
    instance: 'main',
    failure: 'forbidden',
    what: 'says no',
    remedy: 'ask',
    code,
  });

/** A server that has just these lists and secrets; what is `denied` it keeps back. */
function vault(options: {
  lists?: Record<string, string[] | 'denied'>;
  secrets?: Record<string, Partial<VaultSecretMetadata> | 'denied'>;
  keys?: 'denied' | 'missing';
}) {
  const { lists = {}, secrets = {}, keys } = options;
  const calls: string[] = [];
  const of = async <T extends object>(
    found: T | 'denied' | undefined,
  ): Promise<T> => {
    if (typeof found !== 'object') {
      throw refused(found ?? 'nothing');
    }
    return found;
  };
  const client: VaultReads = {
    list: async ({ path }) => {
      calls.push(`list ${path}`);
      return of(lists[path]);
    },
    getMetadata: async ({ path }) => {
      calls.push(`metadata ${path}`);
      return {
        currentVersion: 1,
        versions: [{ version: 1, destroyed: false }],
        customMetadata: {},
        ...(await of(secrets[path])),
      };
    },
    listKeys: async ({ path }) => {
      calls.push(`keys ${path}`);
      if (keys) {
        throw refused(keys === 'denied' ? 'denied' : 'nothing');
      }
      return ['password'];
    },
  };
  return { client, calls };
}

const mount = { path: 'secret', version: 2 } as const;
const read = (
  { client }: ReturnType<typeof vault>,
  options: { limit?: number; version?: 1 | 2 } = {},
) =>
  readPath(
    client,
    { mount: { ...mount, version: options.version ?? 2 }, path: 'dev' },
    {
      limit: options.limit ?? 100,
      keys: TtlCache.create({ max: 100, ttl: 0 }),
    },
  );
const namesOf = (answer: Awaited<ReturnType<typeof readPath>>) =>
  answer.status === 'ok'
    ? answer.secrets.map(({ path, keysReason }) => keysReason ?? path)
    : answer.status;

describe('readPath', () => {
  it('looks into folders, and at a secret of the same name', async () => {
    const server = vault({
      lists: { dev: ['b', 'a/'], 'dev/a': ['c', 'd/'], 'dev/a/d': ['e'] },
      secrets: { dev: {}, 'dev/b': {}, 'dev/a/c': {}, 'dev/a/d/e': {} },
    });
    const answer = await read(server);
    expect(answer).toMatchObject({ limited: false, denied: [] });
    expect(namesOf(answer)).toEqual(['dev', 'dev/a/c', 'dev/a/d/e', 'dev/b']);
  });

  it('says what policies keep back beside what it found', async () => {
    const lists = { lists: { dev: ['a'] }, secrets: { 'dev/a': {} } };
    const folder = { lists: { dev: 'denied' as const }, secrets: { dev: {} } };
    expect(await read(vault(folder))).toMatchObject({
      status: 'ok',
      denied: ['dev'],
      closed: false,
    });
    const itself = {
      ...lists,
      secrets: { ...lists.secrets, dev: 'denied' as const },
    };
    expect(await read(vault(itself))).toMatchObject({
      status: 'ok',
      denied: [],
      closed: true,
    });
  });

  it.each<[string, Parameters<typeof vault>[0], unknown]>([
    ['nothing', {}, 'missing'],
    ['a list that is closed', { lists: { dev: 'denied' } }, 'denied'],
    ['metadata that is closed', { secrets: { dev: 'denied' } }, 'denied'],
    [
      'a secret whose folder is closed',
      { lists: { dev: 'denied' }, secrets: { dev: {} } },
      ['dev'],
    ],
    [
      'a closed secret',
      { lists: { dev: ['a'] }, secrets: { 'dev/a': 'denied' } },
      [expect.stringMatching(/does not let it read this secret's metadata/)],
    ],
    ['a secret that went meanwhile', { lists: { dev: ['a'] } }, []],
    [
      'closed keys',
      { lists: { dev: ['a'] }, secrets: { 'dev/a': {} }, keys: 'denied' },
      [expect.stringMatching(/read on the path below subkeys/)],
    ],
    [
      'an older Vault',
      { lists: { dev: ['a'] }, secrets: { 'dev/a': {} }, keys: 'missing' },
      [expect.stringMatching(/Vault 1\.10 and newer do/)],
    ],
    [
      'a deleted version',
      {
        secrets: {
          dev: {
            versions: [
              {
                version: 1,
                deletionTime: '2020-01-01T00:00:00Z',
                destroyed: false,
              },
            ],
          },
        },
      },
      [expect.stringMatching(/is deleted, and with it/)],
    ],
    [
      'a version that will be deleted',
      {
        secrets: {
          dev: {
            versions: [
              {
                version: 1,
                deletionTime: '2999-01-01T00:00:00Z',
                destroyed: false,
              },
            ],
          },
        },
      },
      ['dev'],
    ],
    [
      'a secret without a version',
      { secrets: { dev: { currentVersion: 0, versions: [] } } },
      [expect.stringMatching(/Nothing was ever written/)],
    ],
  ])('tells of %s', async (_, server, expected) => {
    expect(namesOf(await read(vault(server)))).toEqual(expected);
  });

  it('says which folders below are closed', async () => {
    const answer = await read(
      vault({
        lists: { dev: ['a/', 'b/'], 'dev/a': 'denied', 'dev/b': ['c'] },
        secrets: { 'dev/b/c': {} },
      }),
    );
    expect(answer).toMatchObject({ denied: ['dev/a'] });
    expect(namesOf(answer)).toEqual(['dev/b/c']);
  });

  it('stops at the limit, of secrets and of folders, and says so', async () => {
    const many = vault({
      lists: { dev: ['a', 'b', 'c'] },
      secrets: { 'dev/a': {}, 'dev/b': {}, 'dev/c': {} },
    });
    const secrets = await read(many, { limit: 2 });
    expect(secrets).toMatchObject({ limited: true });
    expect(namesOf(secrets)).toEqual(['dev/a', 'dev/b']);

    const folders = vault({
      lists: {
        dev: ['a/', 'b/', 'c/'],
        ...Object.fromEntries(['a', 'b', 'c'].map(n => [`dev/${n}`, ['x/']])),
      },
    });
    expect(await read(folders, { limit: 3 })).toMatchObject({ limited: true });
    expect(folders.calls.filter(call => call.startsWith('list'))).toHaveLength(
      3,
    );
  });

  it('ends also where folders never do', async () => {
    const endless = vault({});
    endless.client.list = async ({ path }) => {
      endless.calls.push(path);
      return ['x/'];
    };
    expect(await read(endless)).toMatchObject({ limited: true });
    expect(endless.calls.length).toBeLessThan(20);
  });

  it('knows names only in KV v1, and looks at nothing beside the path', async () => {
    const server = vault({ lists: { dev: ['a'] } });
    const answer = await read(server, { version: 1 });
    expect(namesOf(answer)).toEqual([expect.stringMatching(/names only/)]);
    expect(server.calls).toEqual(['list dev']);
    expect(await read(vault({}), { version: 1 })).toMatchObject({
      status: 'missing',
      reason: expect.stringMatching(/name the one that the secret is in/),
    });
  });

  it('asks for the keys of a version once', async () => {
    const server = vault({ secrets: { dev: {} } });
    const keys = TtlCache.create<string[]>({ max: 100, ttl: 0 });
    const again = () =>
      readPath(server.client, { mount, path: 'dev' }, { limit: 9, keys });
    await again();
    await again();
    expect(server.calls.filter(call => call.startsWith('keys'))).toHaveLength(
      1,
    );
  });
});

describe('chooseMount', () => {
  const kv = { path: 'kv', version: 1 } as const;
  const why = (reason: RegExp) => ({ reason: expect.stringMatching(reason) });
  it.each([
    [[], false, undefined, why(/let it see no KV secrets engine/)],
    [[kv], false, undefined, kv],
    [[kv, mount], false, undefined, mount],
    [[kv, mount], true, undefined, kv],
    [[kv, mount], true, 'secret', mount],
    [[kv, mount], false, 'other', why(/no KV secrets engine 'other'.*secret/)],
    [
      [kv, { ...kv, path: 'x' }],
      false,
      undefined,
      why(/several.*kv, x: name one/),
    ],
  ])('%j %s %s', (mounts, configured, wanted, expected) => {
    expect(chooseMount({ mounts, configured, wanted })).toEqual(expected);
  });
});
