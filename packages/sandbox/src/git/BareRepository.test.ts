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

import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BareRepository } from './BareRepository';
import { commitFiles } from './commitFiles';
import { diffFiles } from './diffFiles';
import { mergeBase } from './history';
import { mergeTrees } from './mergeTrees';
import { moveRef } from './moveRef';
import { writeCommit } from './writeCommit';

const author = {
  name: 'Ada',
  email: 'ada@example.com',
  date: '2026-01-02T03:04:05Z',
};

describe('BareRepository', () => {
  let folder: string;
  let repository: BareRepository;
  let first: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-bare-'));
    repository = await BareRepository.init(join(folder, 'a', 'r.git'));
    first = await commitFiles(repository, {
      branch: 'main',
      message: 'First\n\nBody',
      author,
      files: [
        { path: 'a/b c.txt', content: 'b\n' },
        { path: 'a/run.sh', content: '#!/bin/sh\n', executable: true },
        { path: 'ab.txt', content: Buffer.from([0xff, 0, 0x0a]) },
        { path: 'ünï.txt', content: 'ü' },
      ],
    });
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function commit(branch: string, files: Record<string, string>) {
    const parent = await repository.resolve(`refs/heads/${branch}`);
    return commitFiles(repository, {
      branch,
      parent,
      startFrom: parent ?? first,
      message: 'Next',
      author,
      files: Object.entries(files).map(([path, content]) => ({
        path,
        content,
      })),
    });
  }

  it('resolves what names a commit, and nothing else', async () => {
    await repository.run(['tag', '-a', '-m', 'x', 'v1', first]);
    const branch = await commit('v1', { 'x.txt': 'x' });
    const { tree } = await repository.commitInfo('main');
    const cases: [string, string | undefined][] = [
      ['main', first],
      ['HEAD', first],
      ['refs/heads/main', first],
      [first, first],
      [first.slice(0, 8), first],
      // A branch comes before a tag of the same name.
      ['v1', branch],
      ['refs/tags/v1', first],
      ['none', undefined],
      ['', undefined],
      ['--all', undefined],
      ['main^', undefined],
      ['main\nHEAD', undefined],
      ['main:a', undefined],
      ['../main', undefined],
      ['1'.repeat(40), undefined],
      [tree, undefined],
    ];
    for (const [ref, expected] of cases) {
      expect([ref, await repository.resolve(ref)]).toEqual([ref, expected]);
    }
  });

  it('reads files and lists them below a folder', async () => {
    const text = async (path: string) =>
      (await repository.readFile('main', path))?.toString('latin1');
    expect(await text('a/b c.txt')).toBe('b\n');
    expect(await text('/a/b c.txt')).toBe('b\n');
    expect(await text('ab.txt')).toBe('\xff\0\n');
    expect(await text('a')).toBeUndefined();
    expect(await text('none')).toBeUndefined();
    await expect(text('a/../../x')).rejects.toThrow(
      /not inside the repository/,
    );
    await expect(repository.readFile('none', 'a')).rejects.toThrow(
      /r.git has no revision 'none'/,
    );

    const list = async (prefix?: string) =>
      (await repository.listFiles('main', prefix)).map(
        ({ path, mode }) => `${mode} ${path}`,
      );
    expect(await list()).toEqual([
      '100644 a/b c.txt',
      '100755 a/run.sh',
      '100644 ab.txt',
      '100644 ünï.txt',
    ]);
    const inA = ['100644 a/b c.txt', '100755 a/run.sh'];
    expect(await list('a')).toEqual(inA);
    expect(await list('/a/')).toEqual(inA);
    expect(await list('ab.txt')).toEqual(['100644 ab.txt']);
    expect(await list('none')).toEqual([]);
  });

  it('writes a whole tree to a folder', async () => {
    const target = join(folder, 'export', 'tree');
    await repository.exportTree('main', target);
    expect(await readFile(join(target, 'a/b c.txt'), 'utf8')).toBe('b\n');
    expect((await stat(join(target, 'a/run.sh'))).mode.toString(8)).toMatch(
      /7..$/,
    );
    await expect(repository.exportTree('none', target)).rejects.toThrow(
      /no revision/,
    );
  });

  it('reads a commit', async () => {
    expect(await repository.commitInfo('main')).toEqual({
      revision: first,
      parents: [],
      tree: expect.stringMatching(/^[0-9a-f]{40}$/),
      author,
      committer: author,
      message: 'First\n\nBody',
    });
  });

  it('moves a ref only from where it was seen', async () => {
    const second = await commit('main', { 'x.txt': 'x' });
    const ref = 'refs/heads/main';
    const stale = moveRef(repository, { ref, before: first, after: first });
    await expect(stale).rejects.toThrow(/is not at/);
    await expect(moveRef(repository, { ref, after: first })).rejects.toThrow(
      /is not at/,
    );
    await moveRef(repository, { ref, before: second, after: first });
    expect(await repository.resolve('main')).toBe(first);
    await moveRef(repository, { ref, before: first });
    expect(await repository.resolve('main')).toBeUndefined();
  });

  it('tells what differs: added, removed, renamed, changed, binary, a link in place of a file', async () => {
    const long = Array.from({ length: 20 }, (_, n) => `line ${n}\n`).join('');
    const before = await commit('x', { 'old name.txt': long, link: 'plain\n' });
    await repository.run(['update-ref', 'refs/heads/y', before]);
    const blob = (await repository.readObject(`${before}:ab.txt`))?.id;
    const tree = await repository.withIndex(async env => {
      await repository.run(['read-tree', before], { env });
      await repository.run(['update-index', '--index-info'], {
        env,
        input: `120000 ${blob}\tlink\n0 ${'0'.repeat(40)}\told name.txt\n`,
      });
      return (await repository.run(['write-tree'], { env })).toString().trim();
    });
    const middle = await writeCommit(repository, {
      tree,
      parents: [before],
      message: 'x',
      author,
    });
    const after = await commitFiles(repository, {
      branch: 'z',
      startFrom: middle,
      message: 'x',
      author,
      files: [
        { path: 'new.txt', content: `${long}--- one more\n` },
        { path: 'a/b c.txt' },
        { path: 'ab.txt', content: Buffer.from([0, 1]) },
        { path: 'ünï.txt', content: 'ü\n@@ x\n' },
      ],
    });
    const files = await diffFiles(repository, before, after);
    expect(
      files.map(({ path, previousPath, status, additions, deletions }) => [
        path,
        previousPath,
        status,
        additions,
        deletions,
      ]),
    ).toEqual([
      ['a/b c.txt', undefined, 'removed', 0, 1],
      ['ab.txt', undefined, 'modified', 0, 0],
      ['link', undefined, 'changed', expect.any(Number), 1],
      ['new.txt', 'old name.txt', 'renamed', 1, 0],
      ['ünï.txt', undefined, 'modified', 2, 1],
    ]);
    expect(files[4].patch).toContain('+@@ x');
    expect(files[1].patch).toBeUndefined();
  });

  it('merges without a work tree, or names what both sides changed', async () => {
    const one = await commit('one', { 'one.txt': '1\n', 'a/b c.txt': 'one\n' });
    const two = await commit('two', { 'two.txt': '2\n' });
    const three = await commit('three', { 'a/b c.txt': 'three\n' });
    expect(await mergeTrees(repository, one, two)).toMatchObject({
      clean: true,
    });
    expect(await mergeTrees(repository, one, three)).toEqual({
      clean: false,
      conflicts: ['a/b c.txt'],
    });
    expect(await mergeBase(repository, one, two)).toBe(first);
    const stranger = await commitFiles(repository, {
      branch: 'stranger',
      message: 'x',
      author,
      files: [],
    });
    expect(await mergeBase(repository, one, stranger)).toBeUndefined();
    expect(await mergeTrees(repository, one, stranger)).toEqual({
      clean: false,
      conflicts: [],
    });
  });
});
