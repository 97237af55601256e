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

describe('pull requests', () => {
  let github: TestGitHub;

  beforeEach(async () => {
    github = await startTestGitHub();
  });
  afterEach(async () => {
    await github.remove();
  });

  async function branchWith(
    branch: string,
    path: string,
    text: string,
    from = 'main',
  ): Promise<string> {
    const { octokit } = github;
    const base = await octokit.git.getRef({ ...repo, ref: `heads/${from}` });
    const { sha } = base.data.object;
    await octokit.git.createRef({ ...repo, ref: `refs/heads/${branch}`, sha });
    return write(branch, path, text);
  }

  async function write(branch: string, path: string, text: string) {
    const { octokit } = github;
    const before = await octokit.repos
      .getContent({ ...repo, path, ref: branch })
      .then(
        ({ data }) => ('sha' in data ? data.sha : undefined),
        () => undefined,
      );
    const { data } = await octokit.repos.createOrUpdateFileContents({
      ...repo,
      branch,
      path,
      message: `Write ${path}`,
      content: Buffer.from(text).toString('base64'),
      sha: before,
    });
    return data.commit.sha ?? '';
  }

  const open = (head: string, title = 'Add cart') =>
    github.octokit.pulls.create({ ...repo, head, base: 'main', title });

  it('is opened, listed, changed, merged by squash, and keeps its files afterwards', async () => {
    const { octokit, url } = github;
    const sha = await branchWith('gitops/cart', 'apps/cart.yaml', 'a: 1\n');

    const { data: created } = await octokit.pulls.create({
      ...repo,
      head: 'acme:gitops/cart',
      base: 'main',
      title: 'Add cart',
      body: 'Why\n\n<!-- backstage.io/entity-ref: component:default/cart -->',
    });
    expect(created).toMatchObject({
      number: 1,
      state: 'open',
      head: { ref: 'gitops/cart', sha, label: 'acme:gitops/cart' },
      base: { ref: 'main' },
      html_url: `${url}/acme/gitops-platform/pull/1`,
      mergeable: true,
      merged: false,
      commits: 1,
      additions: 1,
      changed_files: 1,
    });

    const pull = { ...repo, pull_number: 1 };
    await octokit.pulls.update({ ...pull, title: 'Add the cart', body: '' });
    const { data: changed } = await octokit.pulls.get(pull);
    expect(changed).toMatchObject({ title: 'Add the cart', body: null });

    const newer = await write('gitops/cart', 'apps/cart.yaml', 'a: 2\n');
    expect((await octokit.pulls.get(pull)).data.head.sha).toBe(newer);
    expect(await refusalOf(octokit.pulls.merge({ ...pull, sha }))).toEqual({
      status: 409,
      message: 'Head branch was modified. Review and try the merge again.',
      details: [],
    });

    const { data: merged } = await octokit.pulls.merge({
      ...pull,
      merge_method: 'squash',
      sha: newer,
    });
    expect(merged.merged).toBe(true);
    await octokit.git.deleteRef({ ...repo, ref: 'heads/gitops/cart' });

    const { data: after } = await octokit.pulls.get(pull);
    expect(after).toMatchObject({
      state: 'closed',
      merged: true,
      mergeable: null,
      merge_commit_sha: merged.sha,
      merged_by: { login: 'sandbox-user' },
    });
    const { data: commit } = await octokit.git.getCommit({
      ...repo,
      commit_sha: merged.sha,
    });
    expect(commit.message).toBe('Add the cart (#1)');
    expect(commit.parents).toHaveLength(1);

    const { data: files } = await octokit.pulls.listFiles(pull);
    expect(files).toEqual([
      expect.objectContaining({
        filename: 'apps/cart.yaml',
        status: 'added',
        patch: '@@ -0,0 +1 @@\n+a: 2',
      }),
    ]);
    expect((await octokit.pulls.listCommits(pull)).data).toHaveLength(2);
    expect((await octokit.pulls.checkIfMerged(pull)).status).toBe(204);
  });

  it('makes a commit with two parents where it is merged as such', async () => {
    const { octokit } = github;
    const head = await branchWith('one', 'one.txt', '1\n');
    await write('main', 'other.txt', 'x\n');
    await open('one');
    const { data } = await octokit.pulls.merge({
      ...repo,
      pull_number: 1,
      commit_title: 'Bring one',
      commit_message: 'In two lines',
    });
    const { data: commit } = await octokit.git.getCommit({
      ...repo,
      commit_sha: data.sha,
    });
    expect(commit.message).toBe('Bring one\n\nIn two lines');
    expect(commit.parents.map(({ sha }) => sha)[1]).toBe(head);
  });

  it('refuses in the words of GitHub', async () => {
    const { octokit } = github;
    await branchWith('gitops/cart', 'cart.yaml', 'a: 1\n');
    const main = await octokit.git.getRef({ ...repo, ref: 'heads/main' });
    const { sha } = main.data.object;
    await octokit.git.createRef({ ...repo, ref: 'refs/heads/same', sha });
    await open('gitops/cart');
    const failed = { status: 422, message: 'Validation Failed' };

    expect(await refusalOf(open('gitops/cart'))).toEqual({
      ...failed,
      details: ['A pull request already exists for acme:gitops/cart.'],
    });
    expect(await refusalOf(open('same'))).toEqual({
      ...failed,
      details: ['No commits between main and same'],
    });
    expect(await refusalOf(open('missing'))).toEqual({
      ...failed,
      details: ['invalid'],
    });
    expect(await refusalOf(open('other:gitops/cart'))).toEqual({
      ...failed,
      details: ['invalid'],
    });
    expect(
      await refusalOf(
        octokit.request('POST /repos/{owner}/{repo}/pulls', {
          ...repo,
          head: 'same',
          base: 'main',
        }),
      ),
    ).toEqual({
      status: 422,
      message: `Invalid request.\n\n"title" wasn't supplied.`,
      details: [],
    });
    const merge = (options: object) =>
      refusalOf(octokit.pulls.merge({ ...repo, pull_number: 1, ...options }));
    expect(await merge({ merge_method: 'rebase' })).toMatchObject({
      status: 405,
    });
    expect(await merge({ pull_number: 99 })).toMatchObject({ status: 404 });
  });

  it('is not mergeable where both sides changed a file', async () => {
    const { octokit } = github;
    await branchWith('mine', 'README.md', 'mine\n');
    await write('main', 'README.md', 'theirs\n');
    await open('mine');
    const pull = { ...repo, pull_number: 1 };
    const { data } = await octokit.pulls.get(pull);
    expect(data).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    expect(await refusalOf(octokit.pulls.merge(pull))).toEqual({
      status: 405,
      message: 'Pull Request is not mergeable',
      details: [],
    });
  });

  it('is closed, opened again, closed with its branch, and stays closed without it', async () => {
    const { octokit } = github;
    await branchWith('one', 'one.txt', '1\n');
    await open('one');
    const pull = { ...repo, pull_number: 1 };
    await octokit.pulls.update({ ...pull, state: 'closed' });
    const reopened = await octokit.pulls.update({ ...pull, state: 'open' });
    expect(reopened.data).toMatchObject({ state: 'open', closed_at: null });

    await octokit.git.deleteRef({ ...repo, ref: 'heads/one' });
    expect((await octokit.pulls.get(pull)).data.state).toBe('closed');
    expect(
      await refusalOf(octokit.pulls.update({ ...pull, state: 'open' })),
    ).toEqual({
      status: 422,
      message: 'Validation Failed',
      details: ['state cannot be changed. The one branch has been deleted.'],
    });
    expect((await octokit.pulls.listFiles(pull)).data).toHaveLength(1);
  });

  it('counts as merged when its commits arrive on the base another way', async () => {
    const { octokit } = github;
    const sha = await branchWith('one', 'one.txt', '1\n');
    await open('one');
    await octokit.git.updateRef({ ...repo, ref: 'heads/main', sha });
    const { data } = await octokit.pulls.get({ ...repo, pull_number: 1 });
    expect(data).toMatchObject({ merged: true, merge_commit_sha: sha });
  });

  it('lists by state, head, base and order, page by page', async () => {
    const { octokit } = github;
    for (const name of ['a', 'b', 'c']) {
      await branchWith(name, `${name}.txt`, name);
      await open(name, name);
    }
    await octokit.pulls.update({ ...repo, pull_number: 2, state: 'closed' });
    const titles = async (query: object) =>
      (await octokit.pulls.list({ ...repo, ...query })).data.map(p => p.title);

    expect(await titles({})).toEqual(['c', 'a']);
    expect(await titles({ state: 'all' })).toEqual(['c', 'b', 'a']);
    expect(await titles({ state: 'closed' })).toEqual(['b']);
    expect(await titles({ head: 'acme:a' })).toEqual(['a']);
    expect(await titles({ head: 'acme:none' })).toEqual([]);
    expect(await titles({ base: 'other' })).toEqual([]);
    expect(await titles({ sort: 'created', direction: 'asc' })).toEqual([
      'a',
      'c',
    ]);
    expect(await titles({ state: 'all', per_page: 1, page: 2 })).toEqual(['b']);

    const all = await octokit.paginate(octokit.pulls.list, {
      ...repo,
      state: 'all',
      per_page: 1,
    });
    expect(all.map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it('opens one of two that are asked for at once', async () => {
    await branchWith('one', 'one.txt', '1\n');
    const results = await Promise.allSettled([open('one'), open('one')]);
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });

  it('is there again after a restart', async () => {
    await branchWith('one', 'one.txt', '1\n');
    await open('one', 'Survivor');
    await github.restart();
    const { data } = await github.octokit.pulls.get({
      ...repo,
      pull_number: 1,
    });
    expect(data).toMatchObject({ title: 'Survivor', mergeable: true });
  });
});
