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

import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editYaml } from '@gitops-platform/backstage-plugin-gitops-node';
import { smallTree } from '../__testUtils__/smallTree';
import { planInit } from '../init';
import { planRender } from '../render';
import { applyChanges, changedTree, type Tree } from '../tree';
import { mergeTexts } from './mergeTexts';
import { planUpgrade } from './planUpgrade';
import { readRelease } from './readRelease';

const ARGO = 'infrastructure/argocd/values/default.yaml';
const ROOT = 'bootstrap/root.yaml';
const LINES = 'a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n';

const with_ = (tree: Tree, files: Record<string, string | undefined>): Tree =>
  new Map(
    Object.entries({ ...Object.fromEntries(tree), ...files }).flatMap(
      ([path, text]) => (text === undefined ? [] : [[path, text] as const]),
    ),
  );

const base = with_(smallTree(), { [ARGO]: LINES, 'docs/a.md': 'one\n' });

/** A fork of the release, by another organisation. */
const fork = changedTree(
  base,
  planInit({
    tree: base,
    answers: {
      organisation: 'globex',
      domain: 'globex.io',
      aws: { accountId: '444455556666', region: 'us-east-1' },
    },
    examples: false,
  }),
);

function release(files: Record<string, string | undefined>, version = '0.2.0') {
  const text = editYaml(base.get('platform.yaml') ?? '', [
    { op: 'set', path: 'release', value: version },
  ]);
  return with_(base, { 'platform.yaml': text, ...files });
}

function upgraded(ours: Tree, theirs: Tree) {
  const plan = planUpgrade({ ours, base, theirs });
  return { ...plan, tree: changedTree(ours, plan.changes) };
}

describe('planUpgrade', () => {
  it('takes what the release changes, keeps what the fork did, and renders', () => {
    const ours = with_(fork, {
      [ARGO]: LINES.replace('a: 1', 'a: ours'),
      'own/file.yaml': 'mine: true\n',
    });
    const { tree, conflicts } = upgraded(
      ours,
      release({
        [ARGO]: LINES.replace('e: 5', 'e: theirs'),
        'infrastructure/traefik/values/default.yaml': 'new: true\n',
        'infrastructure/external-secrets/addon.yaml': base
          .get('infrastructure/external-secrets/addon.yaml')
          ?.replace('2.9.0', '2.9.1'),
      }),
    );
    expect(conflicts).toEqual([]);
    expect(tree.get(ARGO)).toBe('a: ours\nb: 2\nc: 3\nd: 4\ne: theirs\n');
    expect(tree.get('own/file.yaml')).toBe('mine: true\n');
    expect(tree.get('infrastructure/traefik/values/default.yaml')).toBe(
      'new: true\n',
    );
    expect(tree.get('applications/infrastructure-apps.yaml')).toContain(
      'version: 2.9.1',
    );
    expect(tree.get('platform.yaml')).toContain('release: 0.2.0');
    expect(tree.get('platform.yaml')).toContain('organisation: globex');
    expect(planRender(tree)).toEqual({ write: new Map(), remove: [] });
  });

  it('does not take marked lines, which are of each platform, for changes', () => {
    const text = base.get(ROOT) ?? '';
    const { tree, conflicts } = upgraded(
      fork,
      release({
        [ROOT]: text.replace(
          '    path: bootstrap/apps',
          '    # below\n    path: bootstrap/apps',
        ),
      }),
    );
    expect(conflicts).toEqual([]);
    expect(tree.get(ROOT)).toContain('github.com/globex/');
    expect(tree.get(ROOT)).toContain('    # below\n');
  });

  it('marks what both changed as git does, lists it, and renders nothing yet', () => {
    const { tree, conflicts, changes } = upgraded(
      with_(fork, { [ARGO]: LINES.replace('c: 3', 'c: ours') }),
      release({
        [ARGO]: LINES.replace('c: 3', 'c: theirs'),
        'infrastructure/argocd/cluster/values.yaml': 'b: 1\n',
      }),
    );
    expect(conflicts).toEqual([
      {
        path: ARGO,
        reason: expect.stringContaining('1 place that you and release 0.2.0'),
      },
    ]);
    expect(tree.get(ARGO)).toBe(
      'a: 1\nb: 2\n<<<<<<< yours\nc: ours\n=======\nc: theirs\n>>>>>>> release 0.2.0\nd: 4\ne: 5\n',
    );
    expect(changes.write.has('clusters/in-cluster/argocd/values.yaml')).toBe(
      false,
    );
  });

  it('deletes what the release deletes, unless the fork has changed it', () => {
    const theirs = release({ 'docs/a.md': undefined, [ARGO]: undefined });
    expect(upgraded(fork, theirs).changes.remove).toEqual([ARGO, 'docs/a.md']);
    const { tree, conflicts } = upgraded(
      with_(fork, { 'docs/a.md': 'mine\n' }),
      theirs,
    );
    expect(tree.get('docs/a.md')).toBe('mine\n');
    expect(conflicts).toEqual([
      {
        path: 'docs/a.md',
        reason: expect.stringContaining(
          'release 0.2.0 deletes it: yours is kept',
        ),
      },
    ]);
  });

  it('leaves deleted what the fork deleted, and says so where the release changes it', () => {
    const ours = with_(fork, { 'docs/a.md': undefined });
    expect(upgraded(ours, release({})).tree.has('docs/a.md')).toBe(false);
    const { tree, conflicts } = upgraded(
      ours,
      release({ 'docs/a.md': 'two\n' }),
    );
    expect(tree.get('docs/a.md')).toBe('two\n');
    expect(conflicts).toEqual([
      { path: 'docs/a.md', reason: expect.stringContaining('you deleted it') },
    ]);
  });

  it('does not bring example services back that the fork has dropped', () => {
    const path = 'applications/dev/welcome/values.yaml';
    const { tree, conflicts } = upgraded(fork, release({ [path]: 'new: 1\n' }));
    expect(tree.has(path)).toBe(false);
    expect(conflicts).toEqual([]);
  });

  it('takes over what render wrote and the release now writes by hand, and the other way round', () => {
    const written =
      '# Written by platform render from x: do not edit it here.\n';
    const moved = 'bootstrap/apps/moved.yaml';
    const withOld = with_(base, { [moved]: written, 'docs/b.md': 'one\n' });
    const theirs = release({ [moved]: 'by: hand\n', 'docs/b.md': written });
    const plan = (ours: Tree) => planUpgrade({ ours, base: withOld, theirs });

    const clean = plan(with_(fork, { [moved]: written, 'docs/b.md': 'one\n' }));
    expect(clean.conflicts).toEqual([]);
    expect(clean.changes.write.get(moved)).toBe('by: hand\n');
    expect(clean.changes.remove).toEqual(['docs/b.md']);

    const edited = plan(with_(fork, { 'docs/b.md': 'mine\n' }));
    expect(edited.changes.write.get(moved)).toBe('by: hand\n');
    expect(edited.conflicts).toEqual([
      { path: 'docs/b.md', reason: expect.stringContaining('yours is kept') },
    ]);
    expect(edited.changes.remove).toEqual([]);
  });

  it('keeps both of two files that are new under one name', () => {
    const { tree, conflicts } = upgraded(
      with_(fork, { 'new.txt': 'ours' }),
      release({ 'new.txt': 'theirs' }),
    );
    expect(tree.get('new.txt')).toBe(
      '<<<<<<< yours\nours\n=======\ntheirs\n>>>>>>> release 0.2.0\n',
    );
    expect(conflicts).toHaveLength(1);
  });

  it('refuses a base that the fork does not come from, and a tree that is no release', () => {
    const theirs = release({});
    expect(() => planUpgrade({ ours: fork, base: theirs, theirs })).toThrow(
      'This tree comes from release 0.1.0 (platform.yaml), and --from is 0.2.0',
    );
    expect(() => planUpgrade({ ours: fork, base: new Map(), theirs })).toThrow(
      'platform.yaml of the old release names no release',
    );
  });
});

describe('mergeTexts', () => {
  it('is no conflict where both made the same change', () => {
    expect(
      mergeTexts(
        { ours: 'a\nx\n', base: 'a\nb\n', theirs: 'a\nx\n' },
        { ours: 'o', theirs: 't' },
      ),
    ).toEqual({ text: 'a\nx\n', conflicts: 0 });
  });
});

describe('readRelease', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'release-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('reads a folder, and a tag of a remote whose tree is in a folder of it', async () => {
    const nested = join(folder, 'gitops-platform');
    await applyChanges(nested, { write: new Map(base), remove: [] });
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args],
        { cwd: folder, stdio: 'pipe' },
      );
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'Release');
    git('tag', 'v0.1.0');
    const remote = `file://${folder}`;
    expect(await readRelease(nested, { remote })).toEqual(base);
    expect(await readRelease('v0.1.0', { remote })).toEqual(base);
    process.env.GIT_DIR = join(folder, 'of-a-hook');
    try {
      expect(await readRelease('v0.1.0', { remote })).toEqual(base);
    } finally {
      delete process.env.GIT_DIR;
    }
    await expect(readRelease('v9', { remote })).rejects.toThrow(
      `The release v9 of ${remote} cannot be read`,
    );
    await expect(readRelease('--upload-pack=x', { remote })).rejects.toThrow(
      'is neither a folder nor the name of a tag',
    );
  });
});
