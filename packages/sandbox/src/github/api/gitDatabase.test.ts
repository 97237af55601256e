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

import { refusalOf } from '../../__testUtils__/refusalOf';
import {
  type TestGitHub,
  startTestGitHub,
} from '../../__testUtils__/startTestGitHub';

const repo = { owner: 'acme', repo: 'gitops-platform' };
const NOWHERE = '1'.repeat(40);

describe('refs, blobs, trees and commits', () => {
  let github: TestGitHub;
  let main: string;

  beforeEach(async () => {
    github = await startTestGitHub({
      seed: {
        'apps/cart/values.yaml': 'a: 1\n',
        'apps/mail/values.yaml': 'b\n',
      },
    });
    const { data } = await github.octokit.git.getRef({
      ...repo,
      ref: 'heads/main',
    });
    main = data.object.sha;
  });
  afterEach(async () => {
    await github.remove();
  });

  const createRef = (ref: string, sha = main) =>
    github.octokit.git.createRef({ ...repo, ref, sha });

  async function commitOn(parent: string, path: string, content: string) {
    const { octokit } = github;
    const { data: tree } = await octokit.git.createTree({
      ...repo,
      base_tree: parent,
      tree: [{ path, mode: '100644', type: 'blob', content }],
    });
    const { data: commit } = await octokit.git.createCommit({
      ...repo,
      message: `Write ${path}`,
      tree: tree.sha,
      parents: [parent],
    });
    return commit.sha;
  }

  it('makes a commit of many changes, as a client without a clone does', async () => {
    const { octokit } = github;
    const { data: blob } = await octokit.git.createBlob({
      ...repo,
      content: Buffer.from([0, 255, 1]).toString('base64'),
      encoding: 'base64',
    });
    const { data: tree } = await octokit.git.createTree({
      ...repo,
      base_tree: main,
      tree: [
        {
          path: 'run.sh',
          mode: '100755',
          type: 'blob',
          content: '#!/bin/sh\n',
        },
        {
          path: 'deep/er/logo.bin',
          mode: '100644',
          type: 'blob',
          sha: blob.sha,
        },
        {
          path: 'apps/cart/values.yaml',
          mode: '100644',
          type: 'blob',
          sha: null,
        },
      ],
    });
    const author = {
      name: 'Ada <x>',
      email: 'ada@example.com',
      date: '2026-01-02T03:04:05Z',
    };
    const { data: commit } = await octokit.git.createCommit({
      ...repo,
      message: 'Many changes\n\nWith a body',
      tree: tree.sha,
      parents: [main],
      author: { ...author, name: 'Ada' },
    });
    expect(commit).toMatchObject({
      author: { ...author, name: 'Ada' },
      committer: { ...author, name: 'Ada' },
      message: 'Many changes\n\nWith a body',
      parents: [{ sha: main }],
    });
    await octokit.git.updateRef({
      ...repo,
      ref: 'heads/main',
      sha: commit.sha,
    });

    const { data: whole } = await octokit.git.getTree({
      ...repo,
      tree_sha: 'main',
      recursive: 'true',
    });
    const blobs = whole.tree.filter(({ type }) => type === 'blob');
    expect(blobs.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      '100644 README.md',
      '100644 apps/mail/values.yaml',
      '100644 deep/er/logo.bin',
      '100644 platform.yaml',
      '100755 run.sh',
    ]);
    const { data: read } = await octokit.git.getBlob({
      ...repo,
      file_sha: blob.sha,
    });
    expect([...Buffer.from(read.content, 'base64')]).toEqual([0, 255, 1]);

    const { data: shown } = await octokit.repos.getCommit({
      ...repo,
      ref: 'main',
    });
    expect(
      shown.files?.map(({ filename, status }) => `${status} ${filename}`),
    ).toEqual([
      'removed apps/cart/values.yaml',
      'added deep/er/logo.bin',
      'added run.sh',
    ]);
  });

  it('puts one whole folder in the place of another', async () => {
    const { octokit } = github;
    const { data: all } = await octokit.git.getTree({
      ...repo,
      tree_sha: main,
      recursive: 'true',
    });
    const mail = all.tree.find(({ path }) => path === 'apps/mail')?.sha;
    const { data: tree } = await octokit.git.createTree({
      ...repo,
      base_tree: main,
      tree: [{ path: 'apps/cart', mode: '040000', type: 'tree', sha: mail }],
    });
    const { data: result } = await octokit.git.getTree({
      ...repo,
      tree_sha: tree.sha,
      recursive: 'true',
    });
    const ids = result.tree
      .filter(({ path }) => /values.yaml$/.test(path ?? ''))
      .map(({ sha }) => sha);
    expect(new Set(ids).size).toBe(1);
  });

  it('reads refs with slashes, encoded or not, and those that begin alike', async () => {
    await createRef('refs/heads/gitops/cart');
    await createRef('refs/tags/v1');
    const { octokit, url } = github;
    const api = `${url}/api/v3/repos/acme/gitops-platform/git`;
    for (const path of ['ref/heads/gitops/cart', 'ref/heads%2Fgitops%2Fcart']) {
      const answer = await (await fetch(`${api}/${path}`)).json();
      expect(answer).toMatchObject({
        ref: 'refs/heads/gitops/cart',
        object: { sha: main, type: 'commit' },
      });
    }
    const { data } = await octokit.git.listMatchingRefs({
      ...repo,
      ref: 'heads/gi',
    });
    expect(data.map(({ ref }) => ref)).toEqual(['refs/heads/gitops/cart']);
  });

  it('moves a branch forward, and back only with force', async () => {
    const { octokit } = github;
    const next = await commitOn(main, 'x.txt', 'x\n');
    const update = (sha: string, force?: boolean) =>
      octokit.git.updateRef({ ...repo, ref: 'heads/main', sha, force });
    await update(next);
    expect(await refusalOf(update(main))).toMatchObject({
      status: 422,
      message: 'Update is not a fast forward',
    });
    expect((await update(main, true)).data.object.sha).toBe(main);
  });

  it('lets one of two win that move a branch at once', async () => {
    const { octokit } = github;
    const rivals = [
      await commitOn(main, 'a.txt', 'a\n'),
      await commitOn(main, 'b.txt', 'b\n'),
    ];
    const results = await Promise.allSettled(
      rivals.map(sha =>
        octokit.git.updateRef({ ...repo, ref: 'heads/main', sha }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });

  it('refuses in the words of GitHub', async () => {
    const { octokit } = github;
    await createRef('refs/heads/taken');
    const tree = (entry: object, base: string = main) =>
      octokit.request('POST /repos/{owner}/{repo}/git/trees', {
        ...repo,
        base_tree: base,
        tree: [{ path: 'a', mode: '100644', type: 'blob', ...entry }],
      });
    const commit = (fields: object) =>
      octokit.git.createCommit({
        ...repo,
        message: 'x',
        tree: NOWHERE,
        parents: [main],
        ...fields,
      });
    const { data: own } = await octokit.git.getCommit({
      ...repo,
      commit_sha: main,
    });
    const cases: [() => Promise<unknown>, number, string | RegExp][] = [
      [() => createRef('refs/heads/taken'), 422, 'Reference already exists'],
      [
        () => createRef('refs/heads/taken/below'),
        422,
        'Reference already exists',
      ],
      [
        () => createRef('refs/heads/new', NOWHERE),
        422,
        'Object does not exist',
      ],
      [() => createRef('heads/new'), 422, 'heads/new is not a valid ref name.'],
      [() => createRef('refs/heads/a..b'), 422, /not a valid ref name/],
      [() => createRef('refs/heads/new', 'main'), 422, /exactly 40 characters/],
      [
        () => octokit.git.updateRef({ ...repo, ref: 'heads/none', sha: main }),
        422,
        'Reference does not exist',
      ],
      [
        () =>
          octokit.git.updateRef({ ...repo, ref: 'heads/taken', sha: NOWHERE }),
        422,
        'Object does not exist',
      ],
      [
        () => octokit.git.deleteRef({ ...repo, ref: 'heads/none' }),
        422,
        'Reference does not exist',
      ],
      [
        () => octokit.git.getRef({ ...repo, ref: 'heads/none' }),
        404,
        'Not Found',
      ],
      [
        () => octokit.git.getRef({ ...repo, ref: 'heads/tak' }),
        404,
        'Not Found',
      ],
      [
        () => octokit.git.getBlob({ ...repo, file_sha: NOWHERE }),
        404,
        'Not Found',
      ],
      [
        () => octokit.git.getBlob({ ...repo, file_sha: main }),
        404,
        'Not Found',
      ],
      [
        () => octokit.git.getTree({ ...repo, tree_sha: 'none' }),
        404,
        'Not Found',
      ],
      [
        () => octokit.git.getCommit({ ...repo, commit_sha: NOWHERE }),
        404,
        'Not Found',
      ],
      [() => tree({ sha: NOWHERE }), 422, /is not a valid blob/],
      [() => tree({ sha: null }), 422, 'GitRPC::BadObjectState'],
      [() => tree({}), 422, 'Must supply either tree.sha or tree.content'],
      [
        () => tree({ content: '', path: '../a' }),
        422,
        /malformed path component/,
      ],
      [
        () => tree({ content: '', path: '.git/a' }),
        422,
        /malformed path component/,
      ],
      [() => tree({ content: '', mode: '777' }), 422, /must be one of 100644/],
      [() => tree({ content: '' }, NOWHERE), 422, /not a valid tree oid/],
      [() => commit({}), 422, 'Tree SHA does not exist'],
      [
        () => commit({ tree: own.tree.sha, parents: [NOWHERE] }),
        422,
        'Parent SHA does not exist or is not a commit object',
      ],
    ];
    for (const [call, status, message] of cases) {
      const refusal = await refusalOf(call());
      expect(refusal).toMatchObject({
        status,
        message: expect.stringMatching(message),
      });
    }
  });

  it('answers 409 for a repository without a commit', async () => {
    const { octokit } = github;
    await octokit.repos.createInOrg({ org: 'acme', name: 'empty' });
    const empty = { owner: 'acme', repo: 'empty' };
    const calls = [
      () => octokit.git.getRef({ ...empty, ref: 'heads/main' }),
      () => octokit.git.createBlob({ ...empty, content: 'x' }),
      () => octokit.git.getTree({ ...empty, tree_sha: 'main' }),
      () => octokit.repos.listCommits(empty),
    ];
    for (const call of calls) {
      expect(await refusalOf(call())).toMatchObject({
        status: 409,
        message: 'Git Repository is empty.',
      });
    }
  });
});
