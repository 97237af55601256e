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

import { gunzipSync } from 'node:zlib';
import { refusalOf } from '../../__testUtils__/refusalOf';
import {
  type TestGitHub,
  startTestGitHub,
} from '../../__testUtils__/startTestGitHub';

const repo = { owner: 'acme', repo: 'gitops-platform' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('repositories, contents and commits', () => {
  let github: TestGitHub;
  let api: string;

  beforeEach(async () => {
    github = await startTestGitHub({
      seed: { 'apps/cart/values.yaml': '# naïve\na: 1\n' },
    });
    api = `${github.url}/api/v3/repos/acme/gitops-platform`;
  });
  afterEach(async () => {
    await github.remove();
  });

  it('knows the organisation, the user of the token, and nobody else', async () => {
    const { octokit, anonymous } = github;
    const type = async (username: string) =>
      (await octokit.users.getByUsername({ username })).data.type;
    expect(await type('acme')).toBe('Organization');
    expect(await type('sandbox-user')).toBe('User');
    expect(
      await refusalOf(octokit.users.getByUsername({ username: 'nobody' })),
    ).toMatchObject({ status: 404, message: 'Not Found' });
    const { data } = await octokit.users.getAuthenticated();
    expect(data.login).toBe('sandbox-user');
    expect(await refusalOf(anonymous.users.getAuthenticated())).toMatchObject({
      status: 401,
    });
  });

  it('makes repositories, says no to a second of that name, and finds them by any case', async () => {
    const { octokit, url } = github;
    const { data, status } = await octokit.repos.createInOrg({
      org: 'acme',
      name: 'Cart',
      description: 'Shopping',
      private: true,
    });
    expect(status).toBe(201);
    expect(data).toMatchObject({
      clone_url: `${url}/acme/Cart.git`,
      html_url: `${url}/acme/Cart`,
      default_branch: 'main',
      private: true,
    });
    expect(
      await refusalOf(octokit.repos.createInOrg({ org: 'acme', name: 'cart' })),
    ).toEqual({
      status: 422,
      message: 'Repository creation failed.',
      details: ['name already exists on this account'],
    });
    await octokit.repos.createForAuthenticatedUser({
      name: 'own',
      auto_init: true,
    });
    const own = await octokit.repos.getContent({
      owner: 'sandbox-user',
      repo: 'own',
      path: 'README.md',
    });
    expect(own.status).toBe(200);

    await github.restart();
    const { data: found } = await octokit.repos.get({
      owner: 'ACME',
      repo: 'cart',
    });
    expect(found).toMatchObject({
      full_name: 'acme/Cart',
      description: 'Shopping',
    });
    const { data: all } = await octokit.repos.listForOrg({ org: 'acme' });
    expect(all.map(({ name }) => name)).toEqual(['Cart', 'gitops-platform']);
  });

  it.each(['..', 'a/b', 'a b', 'x.git', ''])(
    'refuses the name %j',
    async name => {
      const call = github.octokit.repos.createInOrg({ org: 'acme', name });
      expect(await refusalOf(call)).toMatchObject({ status: 422 });
    },
  );

  it('refuses who may not, and says what it does not implement', async () => {
    const { octokit, anonymous } = github;
    const answer = async (
      path: string,
      init: RequestInit = {},
    ): Promise<[number, string]> => {
      const response = await fetch(`${github.url}/api/v3${path}`, init);
      return [response.status, (await response.json()).message];
    };
    const wrong = { headers: { authorization: 'token wrong' } };
    expect(await answer('/repos/acme/gitops-platform', wrong)).toEqual([
      401,
      'Bad credentials',
    ]);
    expect(
      await refusalOf(anonymous.repos.createInOrg({ org: 'acme', name: 'x' })),
    ).toMatchObject({ status: 401, message: 'Requires authentication' });
    expect(await refusalOf(octokit.repos.get({ ...repo, repo: 'no' }))).toEqual(
      {
        status: 404,
        message: 'Not Found',
        details: [],
      },
    );
    expect(await answer('/repos/acme/gitops-platform/topics')).toEqual([
      501,
      'The sandbox does not implement GET /repos/acme/gitops-platform/topics',
    ]);
    const graphql = await fetch(`${github.url}/api/graphql`, {
      method: 'POST',
    });
    expect(graphql.status).toBe(501);
    const token = { authorization: 'Bearer sandbox-token' };
    expect(
      await answer('/orgs/acme/repos', {
        method: 'POST',
        headers: { ...token, 'content-type': 'application/json' },
        body: '{"name":',
      }),
    ).toEqual([400, 'Problems parsing JSON']);
    const rebound = await fetch(`${github.url}/api/v3/users/acme`);
    expect(rebound.headers.get('x-ratelimit-limit')).toBe('5000');
  });

  it('reads a file as JSON and raw, and lists a folder', async () => {
    const { octokit, url } = github;
    const path = 'apps/cart/values.yaml';
    const { data } = await octokit.repos.getContent({ ...repo, path });
    expect(data).toMatchObject({
      type: 'file',
      name: 'values.yaml',
      path,
      encoding: 'base64',
      content: base64('# naïve\na: 1\n'),
      html_url: `${url}/acme/gitops-platform/blob/main/${path}`,
    });
    const raw = await fetch(`${api}/contents/${path}?ref=main`, {
      headers: { accept: 'application/vnd.github.v3.raw' },
    });
    expect(await raw.text()).toBe('# naïve\na: 1\n');
    const etag = raw.headers.get('etag') ?? '';
    const again = await fetch(`${api}/contents/${path}?ref=main`, {
      headers: {
        accept: 'application/vnd.github.v3.raw',
        'if-none-match': etag,
      },
    });
    expect(again.status).toBe(304);

    for (const folder of ['', 'apps', 'apps/cart/']) {
      const { data: entries } = await octokit.repos.getContent({
        ...repo,
        path: folder,
      });
      expect(entries).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ size: expect.any(Number) }),
        ]),
      );
    }
  });

  it('writes, changes and deletes a file, and keeps writers from overwriting each other', async () => {
    const { octokit } = github;
    const file = { ...repo, path: 'docs/a b#.md', message: 'Write' };
    const put = (text: string, sha?: string) =>
      octokit.repos.createOrUpdateFileContents({
        ...file,
        content: base64(text),
        sha,
      });
    const created = await put('one\n');
    expect(created.status).toBe(201);
    const first = created.data.content?.sha ?? '';

    expect(await refusalOf(put('two\n'))).toMatchObject({
      status: 422,
      message: `Invalid request.\n\n"sha" wasn't supplied.`,
    });
    const changed = await put('two\n', first);
    expect(changed.status).toBe(200);
    expect(await refusalOf(put('three\n', first))).toMatchObject({
      status: 409,
      message: `docs/a b#.md does not match ${first}`,
    });
    const second = changed.data.content?.sha ?? '';
    const remove = (sha: string) => octokit.repos.deleteFile({ ...file, sha });
    expect(await refusalOf(remove(first))).toMatchObject({ status: 409 });
    expect((await remove(second)).data.content).toBeNull();
    expect(await refusalOf(remove(second))).toMatchObject({ status: 404 });

    const refused = (fields: object) =>
      refusalOf(
        octokit.request('PUT /repos/{owner}/{repo}/contents/{path}', {
          ...file,
          content: base64('x'),
          ...fields,
        }),
      );
    expect(await refused({ branch: 'none' })).toMatchObject({
      status: 404,
      message: 'Branch none not found',
    });
    expect(await refused({ content: '%%%' })).toMatchObject({ status: 422 });
    expect(await refused({ message: undefined })).toMatchObject({
      message: `Invalid request.\n\n"message" wasn't supplied.`,
    });
    expect(await refused({ path: 'a/../../b' })).toMatchObject({ status: 422 });
    expect(
      await refusalOf(
        octokit.repos.getContent({ ...repo, path: 'README.md', ref: 'none' }),
      ),
    ).toMatchObject({
      status: 404,
      message: 'No commit found for the ref none',
    });
  });

  it('answers what the URL reader asks for before it fetches a tree', async () => {
    const response = await fetch(`${api}/commits/main/status?per_page=0`);
    const status = await response.json();
    expect(status).toMatchObject({
      sha: expect.stringMatching(/^[0-9a-f]{40}$/),
      repository: {
        archive_url: `${api}/{archive_format}{/ref}`,
        trees_url: `${api}/git/trees{/sha}`,
      },
    });
    const archive = await fetch(`${api}/tarball/${status.sha}`);
    const tar = gunzipSync(Buffer.from(await archive.arrayBuffer()));
    const top = `acme-gitops-platform-${status.sha.slice(0, 7)}/`;
    expect(tar.includes(`${top}apps/cart/values.yaml`)).toBe(true);
    const zip = await fetch(`${api}/zipball/main`);
    expect(zip.headers.get('content-type')).toBe('application/zip');
    expect((await fetch(`${api}/tarball/none`)).status).toBe(404);
  });

  it('lists commits by branch and path, and compares', async () => {
    const { octokit } = github;
    const { data: start } = await octokit.repos.listCommits(repo);
    await octokit.git.createRef({
      ...repo,
      ref: 'refs/heads/gitops/cart',
      sha: start[0].sha,
    });
    const write = (branch: string, path: string) =>
      octokit.repos.createOrUpdateFileContents({
        ...repo,
        branch,
        path,
        message: `${branch} ${path}`,
        content: base64(`${path}\n`),
      });
    await write('gitops/cart', 'one.txt');
    await write('gitops/cart', 'two.txt');
    const compare = async (basehead: string) =>
      (await octokit.repos.compareCommitsWithBasehead({ ...repo, basehead }))
        .data;

    expect(await compare('main...main')).toMatchObject({ status: 'identical' });
    expect(await compare('gitops/cart...main')).toMatchObject({
      status: 'behind',
      behind_by: 2,
    });
    await write('main', 'three.txt');
    const diverged = await compare('main...acme:gitops/cart');
    expect(diverged).toMatchObject({
      status: 'diverged',
      ahead_by: 2,
      behind_by: 1,
      merge_base_commit: { sha: start[0].sha },
    });
    expect(diverged.commits.map(({ commit }) => commit.message)).toEqual([
      'gitops/cart one.txt',
      'gitops/cart two.txt',
    ]);
    expect(diverged.files?.map(({ filename }) => filename)).toEqual([
      'one.txt',
      'two.txt',
    ]);
    const { data: touching } = await octokit.repos.listCommits({
      ...repo,
      sha: 'gitops/cart',
      path: 'one.txt',
    });
    expect(touching).toHaveLength(1);
    const paged = await octokit.paginate(octokit.repos.listCommits, {
      ...repo,
      sha: 'gitops/cart',
      per_page: 1,
    });
    expect(paged).toHaveLength(3);
    expect(
      await refusalOf(octokit.repos.getCommit({ ...repo, ref: 'none' })),
    ).toMatchObject({ status: 422, message: 'No commit found for SHA: none' });
    expect(await refusalOf(compare('main...none'))).toMatchObject({
      status: 404,
    });
  });

  it('lists branches and remembers what protects them', async () => {
    const { octokit } = github;
    const branch = { ...repo, branch: 'main' };
    const { data } = await octokit.repos.getBranch(branch);
    expect(data).toMatchObject({ name: 'main', protected: false });
    expect(
      await refusalOf(octokit.repos.getBranchProtection(branch)),
    ).toMatchObject({ status: 404, message: 'Branch not protected' });
    await octokit.repos.updateBranchProtection({
      ...branch,
      required_status_checks: null,
      enforce_admins: true,
      required_pull_request_reviews: null,
      restrictions: null,
    });
    await github.restart();
    const { data: branches } = await octokit.repos.listBranches(repo);
    expect(branches).toEqual([
      expect.objectContaining({ name: 'main', protected: true }),
    ]);
    expect(
      await refusalOf(octokit.repos.getBranch({ ...repo, branch: 'none' })),
    ).toMatchObject({ status: 404, message: 'Branch not found' });
  });
});
