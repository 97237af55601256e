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

import { InputError } from '@backstage/errors';
import { editYaml } from '../../yaml';
import { FakeGitHub } from '../__testUtils__/FakeGitHub';
import { hurriedClock, repositoryOn } from '../__testUtils__/repositoryOn';
import { withCommitMarker } from '../commitMarker';
import type { FileChange } from '../GitOpsRepository';
import { entityRefOfPullRequest } from '../pullRequestMarker';
import {
  proposeChanges,
  type ProposeChangesOptions,
  proposeInCompetition,
} from './proposeChanges';

const VALUES = 'applications/dev/cart/values.yaml';
const BRANCH = 'gitops/cart';
const entityRef = 'component:default/cart';

describe('proposeChanges', () => {
  let fake: FakeGitHub;

  beforeEach(async () => {
    fake = await FakeGitHub.start({
      'README.md': '# Platform\n',
      'run.sh': 'exit 0\n',
      'applications/dev/shared.yaml': 'a: 1\nb: 1\n\nc: 1\nd: 1\n',
    });
  });
  afterEach(() => fake.stop());

  const propose = (
    options: Partial<ProposeChangesOptions> = {},
    run = proposeChanges,
  ) =>
    run({
      repository: repositoryOn(fake),
      branch: BRANCH,
      base: 'main',
      title: 'Create cart',
      body: 'What changes',
      message: 'Create cart',
      entityRef,
      clock: hurriedClock(),
      changes: () => [{ path: VALUES, content: 'replicas: 1\n' }],
      ...options,
    });
  const write = (path: string, content: string) => (): FileChange[] =>
    [{ path, content }];
  const edit =
    (path: string, key: string, value: number) =>
    async (read: (path: string) => Promise<string | undefined>) =>
      [
        {
          path,
          content: editYaml((await read(path)) ?? '', [
            { op: 'set', path: key, value },
          ]),
        },
      ];
  const head = () => fake.git.refs.get(BRANCH) ?? '';

  it('opens one pull request with one commit, for 30 files with at most eight calls', async () => {
    const changes = Array.from({ length: 30 }, (_, index) => ({
      path: `applications/dev/cart/${index}.yaml`,
      content: `index: ${index}\n`,
    }));
    const proposed = await propose({ changes: () => changes });

    expect(proposed).toMatchObject({
      status: 'created',
      branch: BRANCH,
      revision: head(),
      pullRequest: { number: 1, state: 'open', headRevision: head() },
    });
    expect(proposed.files).toHaveLength(30);
    expect(proposed.files[0]).toEqual({
      path: 'applications/dev/cart/0.yaml',
      change: 'added',
    });
    expect(fake.calls.length).toBeLessThanOrEqual(8);
    expect(fake.git.commits.size).toBe(2);
    expect(entityRefOfPullRequest(fake.pulls[0].body)).toBe(entityRef);

    fake.calls.length = 0;
    const again = await propose({ changes: () => changes });
    expect(again).toMatchObject({
      status: 'unchanged',
      revision: head(),
      files: [],
      pullRequest: { number: 1 },
    });
    expect(fake.calls.every(({ method }) => method === 'GET')).toBe(true);

    fake.calls.length = 0;
    const [first, ...others] = changes;
    const updated = await propose({
      changes: () => [{ ...first, content: 'other: 1\n' }, ...others],
      title: 'Change cart',
    });
    expect(updated).toMatchObject({
      status: 'updated',
      pullRequest: { number: 1, title: 'Change cart' },
      files: [{ path: first.path, change: 'modified' }],
    });
    expect(fake.calls.length).toBeLessThanOrEqual(9);
    expect(fake.git.commits.size).toBe(3);
  });

  it('does nothing where the base says all of it', async () => {
    const proposed = await propose({
      changes: write('README.md', '# Platform\n'),
    });
    expect(proposed).toMatchObject({
      status: 'unchanged',
      pullRequest: undefined,
    });
    expect(fake.git.refs.has(BRANCH)).toBe(false);
  });

  it('keeps the executable bit, sets it, and removes files', async () => {
    fake.git.write(
      'main',
      { 'run.sh': 'exit 0\n' },
      { executable: ['run.sh'] },
    );
    const { files } = await propose({
      changes: () => [
        { path: 'run.sh', content: 'exit 1\n' },
        { path: 'new.sh', content: '', executable: true },
        { path: 'README.md' },
        { path: 'never-there.md' },
      ],
    });
    expect(files).toEqual([
      { path: 'run.sh', change: 'modified' },
      { path: 'new.sh', change: 'added' },
      { path: 'README.md', change: 'removed' },
    ]);
    const tree = fake.git.filesOf(BRANCH);
    expect(tree?.get('run.sh')?.mode).toBe('100755');
    expect(tree?.get('new.sh')?.mode).toBe('100755');
    expect(tree?.has('README.md')).toBe(false);
    expect(fake.git.read(BRANCH, 'run.sh')).toBe('exit 1\n');
  });

  it.each(['../x', '/x', 'a//b', 'a/./b', '.git/config', 'a\\b', ''])(
    'refuses the path %j before anything is written',
    async path => {
      await expect(propose({ changes: write(path, '') })).rejects.toThrow(
        InputError,
      );
      expect(fake.calls.every(({ method }) => method === 'GET')).toBe(true);
    },
  );

  it('keeps what reviewers added to the branch', async () => {
    await propose();
    const theirs = fake.git.write(BRANCH, { 'note.md': 'Reviewed\n' });
    await propose({ changes: write(VALUES, 'replicas: 2\n') });
    expect(fake.git.commits.get(head())?.parents).toEqual([theirs]);
    expect(fake.git.read(BRANCH, 'note.md')).toBe('Reviewed\n');
  });

  it('adopts a branch that a stopped task left without a pull request', async () => {
    fake.fault = ({ method, path }) =>
      method === 'POST' && path === '/pulls' ? 'break before' : undefined;
    const controller = new AbortController();
    const stopped = propose({
      signal: controller.signal,
      repository: repositoryOn(fake, {
        ...hurriedClock(),
        sleep: async () => {
          controller.abort();
          controller.signal.throwIfAborted();
        },
      }),
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(fake.git.refs.has(BRANCH)).toBe(true);
    expect(fake.pulls).toEqual([]);

    fake.fault = () => undefined;
    const commit = head();
    await expect(propose()).resolves.toMatchObject({
      status: 'created',
      revision: commit,
    });
    expect(head()).toBe(commit);
    expect(fake.openPulls).toHaveLength(1);
  });

  it.each(['merge', 'squash'] as const)(
    'starts again from the base after a %s, without force',
    async how => {
      await propose();
      fake.merge(1, how);
      const merged = head();
      await expect(propose()).resolves.toMatchObject({
        status: 'unchanged',
        pullRequest: { number: 1, state: 'merged' },
      });
      expect(head()).toBe(merged);

      const again = await propose({ changes: write(VALUES, 'replicas: 2\n') });
      expect(again).toMatchObject({
        status: 'created',
        pullRequest: { number: 2 },
      });
      expect(fake.git.commits.get(head())?.parents).toEqual([
        merged,
        fake.git.refs.get('main'),
      ]);
      expect(fake.git.read(BRANCH, VALUES)).toBe('replicas: 2\n');
      fake.merge(2, how);
      expect(fake.git.read('main', VALUES)).toBe('replicas: 2\n');
    },
  );

  it('makes the branch anew where the provider deleted it', async () => {
    await propose();
    fake.merge(1);
    fake.git.refs.delete(BRANCH);
    await propose({ changes: write(VALUES, 'replicas: 2\n') });
    expect(fake.git.commits.get(head())?.parents).toEqual([
      fake.git.refs.get('main'),
    ]);
  });

  it('knows a branch as ours that was moved to the base after its merge', async () => {
    await propose();
    fake.merge(1);
    fake.git.refs.set(BRANCH, fake.git.refs.get('main') ?? '');
    await expect(propose()).resolves.toMatchObject({
      status: 'unchanged',
      pullRequest: { number: 1 },
    });
    await expect(
      propose({ changes: write(VALUES, 'replicas: 2\n') }),
    ).resolves.toMatchObject({ status: 'created', pullRequest: { number: 2 } });
  });

  it.each([
    ['main', 'branch: main is the branch to merge into'],
    ['', "branch: '' is not the name of a branch"],
    ['refs/heads/main', 'is not the name of a branch'],
    ['acme:main', 'is not the name of a branch'],
    ['a..b', 'is not the name of a branch'],
    ['a b', 'is not the name of a branch'],
  ])('refuses the branch %j before anything is read', async (branch, why) => {
    for (const run of [proposeChanges, proposeInCompetition]) {
      await expect(propose({ branch }, run)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(`${why}.*Use .*such as gitops/orders`),
      });
    }
    expect(fake.calls).toEqual([]);
  });

  it('starts again after a pull request that was closed', async () => {
    await propose({ changes: write('rejected.md', 'no\n') });
    Object.assign(fake.pulls[0], { state: 'closed', headSha: head() });
    await propose();
    expect(fake.git.filesOf(BRANCH)?.has('rejected.md')).toBe(false);
    expect(fake.openPulls).toHaveLength(1);
  });

  it.each<[string, () => void, string]>([
    [
      'a branch without commits of its own',
      () => {
        fake.git.refs.set(BRANCH, fake.git.refs.get('main') ?? '');
      },
      'it has no commit of ours',
    ],
    [
      'a branch that the base is ahead of',
      () => {
        fake.git.refs.set(BRANCH, fake.git.refs.get('main') ?? '');
        fake.git.write('main', { 'README.md': '# New' });
      },
      'it has no commit of ours',
    ],
    [
      'a branch that our commit of another branch was picked to',
      () => {
        fake.git.refs.set(BRANCH, fake.git.refs.get('main') ?? '');
        fake.git.write(
          BRANCH,
          { [VALUES]: 'replicas: 1' },
          {
            message: withCommitMarker('Create cart', {
              branch: 'gitops/other',
              entityRef,
            }),
          },
        );
      },
      'its last commit is not ours',
    ],
    [
      'a branch with more commits than can be told',
      () => {
        fake.git.refs.set(BRANCH, fake.git.refs.get('main') ?? '');
        const message = withCommitMarker('Cart', { branch: BRANCH, entityRef });
        for (let index = 0; index < 250; index++) {
          fake.git.write(BRANCH, { [VALUES]: `${index}` }, { message });
        }
      },
      'its last commit is not ours',
    ],
    [
      'a branch that our commit for another entity was left on',
      () => {
        fake.git.refs.set(BRANCH, fake.git.refs.get('main') ?? '');
        const message = withCommitMarker('Other', {
          branch: BRANCH,
          entityRef: 'component:default/other',
        });
        fake.git.write(BRANCH, { [VALUES]: 'a: 1' }, { message });
      },
      'its last commit is of component:default/other',
    ],
    [
      'a branch without a pull request of ours',
      () => {
        fake.git.refs.set(BRANCH, fake.git.refs.get('main') ?? '');
        fake.git.write(BRANCH, { 'mine.md': 'mine\n' });
      },
      'its last commit is not ours',
    ],
    [
      "somebody else's pull request",
      () => {
        fake.git.refs.set(BRANCH, fake.git.refs.get('main') ?? '');
        fake.git.write(BRANCH, { 'mine.md': 'mine\n' });
        fake.pulls.push({
          number: 1,
          title: 'Mine',
          body: 'Mine',
          head: BRANCH,
          base: 'main',
          state: 'open',
        });
      },
      'was opened by somebody else',
    ],
  ])('refuses %s', async (_, prepare, message) => {
    prepare();
    const before = fake.visible;
    await expect(propose()).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(
        new RegExp(
          `${BRANCH} of acme/platform is taken: .*${message}.*Use another branch name`,
        ),
      ),
    });
    expect(fake.visible).toEqual(before);
  });

  it('refuses the branch of another entity, and one to another base', async () => {
    await propose();
    await expect(
      propose({ entityRef: 'component:default/other' }),
    ).rejects.toThrow('belongs to component:default/cart');
    fake.git.refs.set('release', fake.git.refs.get('main') ?? '');
    await expect(propose({ base: 'release' })).rejects.toThrow(
      'has a pull request to main',
    );
    await expect(
      propose({ branch: 'gitops/new', base: 'nowhere' }),
    ).rejects.toThrow('has no branch nowhere');
  });

  describe('where the base has moved', () => {
    const shared = 'applications/dev/shared.yaml';

    it('leaves a branch alone that changed other files', async () => {
      await propose();
      const before = head();
      fake.git.write('main', { 'README.md': '# New\n' });
      await expect(propose()).resolves.toMatchObject({ status: 'unchanged' });
      expect(head()).toBe(before);
    });

    it('carries its changes over where both changed the same file', async () => {
      await propose({ changes: edit(shared, 'd', 2) });
      await propose({ changes: edit(VALUES, 'replicas', 1) });
      const before = head();
      fake.git.write('main', {
        [shared]: 'a: 5\nb: 1\n\nc: 1\nd: 1\n',
        'README.md': '# New\n',
      });
      expect(() => fake.merge(1)).toThrow('conflicts');

      await expect(
        propose({ changes: edit(shared, 'd', 2) }),
      ).resolves.toMatchObject({ status: 'updated' });
      expect(fake.git.commits.get(head())?.parents).toEqual([
        before,
        fake.git.refs.get('main'),
      ]);
      expect(fake.git.read(BRANCH, shared)).toBe('a: 5\nb: 1\n\nc: 1\nd: 2\n');
      expect(fake.git.read(BRANCH, VALUES)).toBe('replicas: 1\n');
      expect(fake.git.read(BRANCH, 'README.md')).toBe('# New\n');
      fake.merge(1);
      expect(fake.git.read('main', shared)).toBe('a: 5\nb: 1\n\nc: 1\nd: 2\n');
    });

    it('makes its change again where both changed the same line, and keeps other edits', async () => {
      await propose({ changes: edit(shared, 'a', 2) });
      await propose({ changes: edit(shared, 'd', 3) });
      fake.git.write('main', { [shared]: 'a: 9\nb: 1\n\nc: 1\nd: 1\n' });
      await propose({ changes: edit(shared, 'a', 2) });
      expect(fake.git.read(BRANCH, shared)).toBe('a: 2\nb: 1\n\nc: 1\nd: 3\n');
    });

    it('refuses a conflict that its changes do not settle', async () => {
      await propose({ changes: edit(shared, 'a', 2) });
      fake.git.write('main', { [shared]: 'a: 9\n' });
      const before = fake.visible;
      await expect(propose()).rejects.toThrow(`both changed ${shared}`);
      expect(fake.visible).toEqual(before);
    });

    it.each<[string, string | undefined, string | undefined]>([
      ['removed by the base', 'x: 1\n', undefined],
      ['removed by the branch', undefined, 'x: 2\n'],
    ])(
      'refuses a file that was %s and changed by the other',
      async (_, ours, theirs) => {
        await propose({ changes: () => [{ path: shared, content: ours }] });
        fake.git.write('main', { [shared]: theirs });
        await expect(propose()).rejects.toThrow(`both changed ${shared}`);
      },
    );
  });

  it.each([
    ['of one process', proposeChanges],
    ['of 20 processes', proposeInCompetition],
  ])(
    'ends 20 tasks %s on one branch in one pull request with all 20 edits',
    async (_, run) => {
      const keys = Array.from({ length: 20 }, (__, index) => `key${index}`);
      await Promise.all(
        keys.map((key, index) =>
          propose({ changes: edit(VALUES, key, index) }, run),
        ),
      );
      expect(fake.pulls).toHaveLength(1);
      const lines = fake.git.read(BRANCH, VALUES)?.trim().split('\n').sort();
      expect(lines).toEqual(
        keys.map((key, index) => `${key}: ${index}`).sort(),
      );
      expect([...fake.git.ancestors(head())]).toHaveLength(21);
    },
  );

  it('lets 20 branches that change one file merge one after the other', async () => {
    const shared = 'applications/dev/shared.yaml';
    fake.git.write('main', {
      [shared]: Array.from(
        { length: 20 },
        (_, index) => `key${index}: 0\n`,
      ).join(''),
    });
    const tasks = Array.from({ length: 20 }, (_, index) => ({
      branch: `gitops/s${index}`,
      entityRef: `component:default/s${index}`,
      changes: edit(shared, `key${index}`, 1),
    }));
    await Promise.all(tasks.map(task => propose(task)));
    for (const task of tasks) {
      const { pullRequest } = await propose(task);
      fake.merge(pullRequest?.number ?? 0);
    }
    expect(fake.git.read('main', shared)).toBe(
      tasks.map((_, index) => `key${index}: 1\n`).join(''),
    );
  });

  it('adds to the branch again where its pull request is merged meanwhile', async () => {
    await propose();
    let merged = false;
    fake.fault = ({ method }) => {
      if (method === 'PATCH' && !merged) {
        merged = true;
        fake.merge(1);
      }
      return undefined;
    };
    const proposed = await propose({ changes: write(VALUES, 'replicas: 2\n') });
    expect(proposed).toMatchObject({
      status: 'created',
      pullRequest: { number: 2 },
    });
    fake.merge(2);
    expect(fake.git.read('main', VALUES)).toBe('replicas: 2\n');
  });
});
