import { get } from 'node:http';
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
  type TestGitHub,
  startTestGitHub,
} from '../../__testUtils__/startTestGitHub';

const gitops = { owner: 'acme', repo: 'gitops-platform' };
const cart = { owner: 'acme', repo: 'cart' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('pages', () => {
  let github: TestGitHub;

  beforeEach(async () => {
    github = await startTestGitHub();
  });
  afterEach(async () => {
    await github.remove();
  });

  async function read(path: string): Promise<string> {
    const response = await fetch(`${github.url}${path}`);
    expect([path, response.status]).toEqual([path, 200]);
    return response.text();
  }

  async function submit(
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = { origin: github.url },
  ): Promise<Response> {
    return fetch(`${github.url}${path}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  }

  async function openPull(
    options: { branch?: string; path?: string; title?: string } = {},
  ): Promise<string> {
    const {
      branch = 'gitops/cart',
      path = 'cart.yaml',
      title = 'Add',
    } = options;
    const { octokit } = github;
    const { data } = await octokit.git.getRef({ ...gitops, ref: 'heads/main' });
    await octokit.git.createRef({
      ...gitops,
      ref: `refs/heads/${branch}`,
      sha: data.object.sha,
    });
    await octokit.repos.createOrUpdateFileContents({
      ...gitops,
      branch,
      path,
      message: 'Add <cart>',
      content: base64('a: <b>1</b>\n'),
    });
    const pull = await octokit.pulls.create({
      ...gitops,
      head: branch,
      base: 'main',
      title,
      body: 'Adds **cart**, see [it](docs/x.md) <script>alert(1)</script>\n\n[bad](javascript:alert(1))\n\n<!-- backstage.io/entity-ref: component:default/cart -->',
    });
    return `/acme/gitops-platform/pull/${pull.data.number}`;
  }

  async function makeService(files: Record<string, string>): Promise<void> {
    await github.octokit.repos.createInOrg({ org: 'acme', name: 'cart' });
    for (const [path, text] of Object.entries(files)) {
      await github.octokit.repos.createOrUpdateFileContents({
        ...cart,
        path,
        message: `Add ${path}`,
        content: base64(text),
      });
    }
  }

  it('shows a pull request with everything escaped, and merges it', async () => {
    const path = await openPull({ title: 'Add <i>cart</i>' });
    expect(await read('/')).toContain('Add &lt;i&gt;cart&lt;/i&gt;');
    const page = await read(path);
    expect(page).toContain('Add &lt;i&gt;cart&lt;/i&gt;');
    expect(page).toContain('<strong>cart</strong>');
    expect(page).toContain('/acme/gitops-platform/blob/gitops/cart/docs/x.md');
    expect(page).toContain('a: &lt;b&gt;1&lt;/b&gt;');
    expect(page).toContain('Add &lt;cart&gt;');
    expect(page).not.toMatch(/<script|href="javascript|entity-ref|<i>/);
    expect(page).toMatch(/<button[^>]*>Merge<\/button>/);

    const answer = await submit(`${path}/merge`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(path);
    const merged = await read(path);
    expect(merged).toMatch(/badge merged">Merged</);
    expect(merged).toContain('a: &lt;b&gt;1&lt;/b&gt;');
    expect(merged).not.toContain('Merge</button>');
    const { data } = await github.octokit.repos.listBranches(gitops);
    expect(data.map(({ name }) => name)).toEqual(['main']);
    expect(await read('/acme/gitops-platform/pulls')).toContain('Merged');
    expect(await read(`${path}.diff`)).toContain('+a: <b>1</b>');
    expect((await submit(`${path}/merge`)).status).toBe(405);
  });

  it('shows a conflict and no Merge button', async () => {
    const path = await openPull({ path: 'same.txt' });
    await github.octokit.repos.createOrUpdateFileContents({
      ...gitops,
      path: 'same.txt',
      message: 'Theirs',
      content: base64('theirs\n'),
    });
    const page = await read(path);
    expect(page).toContain('This branch conflicts with main.');
    expect(page).toContain('<code>same.txt</code>');
    expect(page).not.toContain('Merge</button>');
    expect((await submit(`${path}/merge`)).status).toBe(405);
    expect((await submit(`${path}/close`)).status).toBe(303);
    expect(await read(path)).toContain('Closed without being merged.');
  });

  it('does not merge what the person has not seen', async () => {
    const path = await openPull();
    const answer = await submit(`${path}/merge`, { sha: '1'.repeat(40) });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Head branch was modified');
  });

  it.each([
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 303],
    [{}, 303],
  ])('answers a form sent with %j with %d', async (headers, status) => {
    const path = await openPull();
    const answer = await submit(`${path}/merge`, {}, headers);
    expect(answer.status).toBe(status);
  });

  it('answers on loopback names only, and lets no other page frame it', async () => {
    const { port } = new URL(github.url);
    const status = await new Promise(resolve => {
      get(
        { port, host: '127.0.0.1', headers: { host: 'evil.example' } },
        response => resolve(response.resume().statusCode),
      );
    });
    expect(status).toBe(403);
    const page = await fetch(github.url);
    expect(page.headers.get('content-security-policy')).toContain(
      "frame-ancestors 'none'",
    );
  });

  it('shows files, folders, commits and an empty repository', async () => {
    await makeService({});
    expect(await read('/acme/cart')).toContain('This repository is empty');
    const base = '/acme/gitops-platform';
    await openPull({ path: 'deep/a b.md' });
    expect(await read(base)).toContain('<h1>Platform</h1>');
    expect(await read(`${base}/tree/gitops/cart`)).toContain('deep/');
    const folder = await read(`${base}/tree/gitops/cart/deep`);
    expect(folder).toContain(`${base}/blob/gitops/cart/deep/a%20b.md`);
    const file = await read(`${base}/blob/gitops/cart/deep/a%20b.md`);
    expect(file).toContain('&lt;b&gt;');
    expect(await read(`${base}/raw/main/README.md`)).toBe('# Platform\n');
    const { data } = await github.octokit.repos.listCommits(gitops);
    expect(await read(`${base}/commit/${data[0].sha}`)).toContain(
      'platform.yaml',
    );
    expect(await read('/-/styles.css')).toContain('prefers-color-scheme');
    for (const missing of ['/acme/none', `${base}/blob/main/none`, '/x/y/z']) {
      expect((await fetch(`${github.url}${missing}`)).status).toBe(404);
    }
  });

  it('pushes a line to a service, which CI then builds', async () => {
    await makeService({
      'README.md': 'no end of line',
      'catalog-info.yaml': 'kind: Component\nmetadata: { name: cart }\n',
    });
    expect(await read('/acme/cart')).toContain('Push a change');
    expect(await read('/acme/gitops-platform')).not.toContain('Push a change');
    const answer = await submit('/acme/cart/push', {
      path: 'README.md',
      line: 'One more <line>',
    });
    expect(answer.headers.get('location')).toBe('/acme/cart/actions');
    expect(await read('/acme/cart/raw/main/README.md')).toBe(
      'no end of line\nOne more <line>\n',
    );
    expect(await read('/acme/cart/actions')).toContain('badge');
    const refused: Record<string, string>[] = [
      { path: 'README.md' },
      { line: 'x' },
      { path: '../x', line: 'x' },
    ];
    for (const fields of refused) {
      expect((await submit('/acme/cart/push', fields)).status).toBe(422);
    }
  });
});
