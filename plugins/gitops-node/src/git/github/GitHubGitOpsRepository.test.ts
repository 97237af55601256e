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

import { FakeGitHub, type Fault } from '../__testUtils__/FakeGitHub';
import { repositoryOn } from '../__testUtils__/repositoryOn';
import { withEntityRef } from '../pullRequestMarker';

describe('GitHubGitOpsRepository', () => {
  let fake: FakeGitHub;
  const on = (method: string, path: RegExp, fault: Fault) => {
    fake.fault = call =>
      call.method === method && path.test(call.path) ? fault : undefined;
  };

  beforeEach(async () => {
    fake = await FakeGitHub.start({
      'README.md': '\uFEFF# Platform\r\n',
      'apps/dev/a b/ü.yaml': 'a: 1\n',
      'apps/dev/x.yaml': 'x: 1\n',
      'apps-old/x.yaml': 'x: 2\n',
    });
  });
  afterEach(() => fake.stop());

  it('reads branches, files and folders, byte for byte', async () => {
    const repository = repositoryOn(fake);
    const main = fake.git.refs.get('main');
    fake.git.refs.set('feature/a', main ?? '');
    expect(repository.fullName).toBe('acme/platform');
    await expect(repository.getDefaultBranch()).resolves.toBe('main');
    await expect(repository.getBranch('feature/a')).resolves.toBe(main);
    await expect(repository.getBranch('none')).resolves.toBeUndefined();
    await expect(
      repository.readFile({ ref: 'main', path: 'README.md' }),
    ).resolves.toBe('\uFEFF# Platform\r\n');
    await expect(
      repository.readFile({ ref: 'main', path: 'apps/dev/a b/ü.yaml' }),
    ).resolves.toBe('a: 1\n');
    await expect(
      repository.readFile({ ref: 'main', path: 'none' }),
    ).resolves.toBeUndefined();
    const files = await repository.listFiles({
      ref: 'feature/a',
      prefix: 'apps/',
    });
    expect(files.map(({ path }) => path)).toEqual([
      'apps/dev/a b/ü.yaml',
      'apps/dev/x.yaml',
    ]);
    await expect(repository.listFiles({ ref: 'none' })).rejects.toThrow(
      'Could not list the files at none in acme/platform: it does not exist',
    );
  });

  it.each([
    [2, ['c5', 'c4'], 3],
    [3, ['c5', 'c4', 'c3'], 2],
    [5, ['c5', 'c4', 'c3', 'c2', 'c1'], 1],
  ])('lists the newest %d commits', async (max, titles, calls) => {
    const base = fake.git.refs.get('main') ?? '';
    fake.git.refs.set('feature', base);
    for (const name of ['c1', 'c2', 'c3', 'c4', 'c5']) {
      fake.git.write(
        'feature',
        { [name]: name },
        { message: `${name}\n\nWith details` },
      );
    }
    fake.git.write('main', { 'other.txt': '' });
    const range = await repositoryOn(fake).listCommits({
      base: 'main',
      head: 'feature',
      max,
    });
    expect(range).toMatchObject({ total: 5, behind: 1 });
    expect(range.commits.map(({ title }) => title)).toEqual(titles);
    expect(range.commits[0]).toEqual({
      revision: fake.git.refs.get('feature'),
      title: 'c5',
      author: 'Jane',
      date: '2026-01-01T00:00:00Z',
      url: expect.stringContaining('/commit/'),
    });
    expect(fake.calls).toHaveLength(calls);
  });

  it('reads one commit, by its hash and by nothing else', async () => {
    const repository = repositoryOn(fake);
    const revision = fake.git.write('main', { 'other.txt': '' });
    await expect(repository.getCommit(revision)).resolves.toMatchObject({
      revision,
      author: 'Jane',
      date: '2026-01-01T00:00:00Z',
    });
    await expect(repository.getCommit('main')).resolves.toBeUndefined();
    await expect(repository.getCommit('f'.repeat(40))).resolves.toBeUndefined();
    expect(fake.calls.map(({ path }) => path)).toContain(
      `/commits/${revision}`,
    );
  });

  it('says which commits it does not know', async () => {
    await expect(
      repositoryOn(fake).listCommits({ base: 'none', head: 'main', max: 5 }),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining(
        'Could not list the commits between none and main in acme/platform: it does not exist',
      ),
    });
  });

  it('lists every pull request, whatever their number', async () => {
    for (let number = 1; number <= 230; number++) {
      const head = `gitops/s${number}`;
      fake.git.refs.set(head, fake.git.refs.get('main') ?? '');
      fake.pulls.push({
        number,
        title: 't',
        body: 'b',
        head,
        base: 'main',
        state: number % 2 ? 'open' : 'closed',
      });
    }
    const repository = repositoryOn(fake);
    const open = await repository.findPullRequests({ base: 'main' });
    expect(open.map(({ number }) => number)).toEqual(
      Array.from({ length: 115 }, (_, index) => 229 - 2 * index),
    );
    await expect(
      repository.findPullRequests({ head: 'gitops/s2', state: 'all' }),
    ).resolves.toMatchObject([
      { number: 2, state: 'closed', head: 'gitops/s2' },
    ]);
  });

  it('passes over pull requests from forks, also deleted ones', async () => {
    const pull = {
      title: 't',
      body: withEntityRef('b', 'component:default/cart'),
      head: 'gitops/cart',
      base: 'main',
      state: 'open' as const,
    };
    fake.git.refs.set(pull.head, fake.git.refs.get('main') ?? '');
    const forks = ['mallory/platform', null];
    for (let number = 1; number <= 100; number++) {
      fake.pulls.push({ ...pull, number });
    }
    for (let number = 101; number <= 200; number++) {
      fake.pulls.push({ ...pull, number, fork: forks[number % 2] });
    }
    const repository = repositoryOn(fake);
    for (const head of [undefined, pull.head]) {
      const found = await repository.findPullRequests({ head, state: 'all' });
      // A page that is empty after that is not the last one.
      expect(found.map(({ number }) => number)).toEqual(
        Array.from({ length: 100 }, (_, index) => 100 - index),
      );
    }
  });

  it('takes a branch that was renamed for one that is not there', async () => {
    const tree = { sha: 't' };
    on('GET', /branches/, {
      status: 200,
      body: { name: 'new', commit: { sha: 's', commit: { tree } } },
    });
    await expect(repositoryOn(fake).getBranch('old')).resolves.toBeUndefined();
  });

  it('reads a file above 1 MB by its id, and refuses one that is no text', async () => {
    const sha = fake.git.addBlob('big: 1\n');
    const blob = Buffer.from('big: 1\n').toString('base64');
    const answers: [RegExp, object][] = [
      [/^\/contents/, { type: 'file', sha, encoding: 'none', content: '' }],
      [/^\/git\/blobs/, { content: blob }],
    ];
    fake.fault = ({ path }) => {
      const body = answers.find(([pattern]) => pattern.test(path))?.[1];
      return body && { status: 200, body };
    };
    const repository = repositoryOn(fake);
    await expect(
      repository.readFile({ ref: 'main', path: 'big' }),
    ).resolves.toBe('big: 1\n');

    const content = Buffer.from([0x89, 0x50, 0xff]).toString('base64');
    on('GET', /contents/, {
      status: 200,
      body: { type: 'file', sha, encoding: 'base64', content },
    });
    await expect(
      repository.readFile({ ref: 'main', path: 'logo.png' }),
    ).rejects.toThrow('logo.png in acme/platform is not UTF-8 text');
    on('GET', /contents/, { status: 200, body: [] });
    await expect(
      repository.readFile({ ref: 'main', path: 'apps' }),
    ).resolves.toBeUndefined();
  });

  it('lists a folder of a repository that is too big as a whole', async () => {
    const blob = { path: 'x.yaml', mode: '100755', type: 'blob', sha: 'b' };
    const trees: Record<string, object> = {
      '/git/trees/main': {
        truncated: true,
        tree: [{ path: 'apps', mode: '040000', type: 'tree', sha: '1' }],
      },
      '/git/trees/1': {
        truncated: false,
        tree: [{ path: 'dev', mode: '040000', type: 'tree', sha: '2' }],
      },
      '/git/trees/2': { truncated: false, tree: [blob] },
    };
    fake.fault = ({ path }) => ({
      status: 200,
      body: { sha: 's', ...trees[path] },
    });
    const repository = repositoryOn(fake);
    await expect(
      repository.listFiles({ ref: 'main', prefix: 'apps/dev' }),
    ).resolves.toEqual([
      { path: 'apps/dev/x.yaml', id: 'b', executable: true },
    ]);
    await expect(
      repository.listFiles({ ref: 'main', prefix: 'none' }),
    ).resolves.toEqual([]);
    await expect(repository.listFiles({ ref: 'main' })).rejects.toThrow(
      'acme/platform has more files than GitHub lists at once. Narrow gitops.repositories[].path',
    );
  });

  it('has no files and no branch in a repository without a commit', async () => {
    on('GET', /trees/, {
      status: 409,
      body: { message: 'Git Repository is empty.' },
    });
    await expect(
      repositoryOn(fake).listFiles({ ref: 'main' }),
    ).resolves.toEqual([]);
    fake.git.refs.clear();
    await expect(repositoryOn(fake).getBranch('main')).resolves.toBeUndefined();
  });

  it('says which rule does not let a branch be written', async () => {
    on('PATCH', /refs/, {
      status: 422,
      body: { message: 'Changes must be made through a pull request.' },
    });
    const parent = fake.git.refs.get('main') ?? '';
    await expect(
      repositoryOn(fake).commit({
        branch: 'main',
        parents: [parent],
        base: parent,
        message: 'm',
        changes: [{ path: 'a', content: '' }],
      }),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining(
        'does not let the branch main be written: Changes must be made through',
      ),
    });
  });

  it('deletes a branch, also one that is gone', async () => {
    fake.git.refs.set('b', fake.git.refs.get('main') ?? '');
    const repository = repositoryOn(fake);
    await repository.deleteBranch('b');
    await repository.deleteBranch('b');
    expect(fake.git.refs.has('b')).toBe(false);
  });
});
