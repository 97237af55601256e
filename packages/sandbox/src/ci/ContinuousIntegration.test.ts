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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitClient, withToken } from '../__testUtils__/GitClient';
import {
  type TestGitHub,
  startTestGitHub,
} from '../__testUtils__/startTestGitHub';

const VALUES = `# cart in dev
image:
  repository: ghcr.io/stefanprodan/podinfo # until CI has built one
  tag: 6.9.2
  digest: ''
  sourceRevision: ''
replicas: 2
`;
const CATALOG = 'kind: Component\nmetadata:\n  name: cart\n';
const gitops = { owner: 'acme', repo: 'gitops-platform' };

describe('ContinuousIntegration', () => {
  let github: TestGitHub;
  let folder: string;
  let service: GitClient;

  async function start(seed: Record<string, string>, ciDelayMs = 0) {
    github = await startTestGitHub({ seed, ciDelayMs });
    folder = await mkdtemp(join(tmpdir(), 'sandbox-ci-'));
    await github.octokit.repos.createInOrg({ org: 'acme', name: 'cart' });
    const url = withToken(`${github.url}/acme/cart.git`);
    service = await GitClient.init(url, join(folder, 'cart'));
  }
  afterEach(async () => {
    await github.remove();
    await rm(folder, { recursive: true, force: true });
  });

  /** Waits until `count` runs have ended, and answers them, newest first. */
  async function runs(count: number) {
    for (;;) {
      const page = await (
        await fetch(`${github.url}/acme/cart/actions`)
      ).text();
      const badges = [...page.matchAll(/class="badge (\w+)"/g)].map(m => m[1]);
      const ended = badges.filter(b => !['queued', 'running'].includes(b));
      if (ended.length >= count && ended.length === badges.length) {
        return { badges, page };
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }

  /** Writes to the GitOps repository, again where CI was quicker. */
  async function write(path: string): Promise<void> {
    const { status } = await github.octokit.repos
      .createOrUpdateFileContents({
        ...gitops,
        path,
        message: 'Meanwhile',
        content: 'eA==',
      })
      .catch((error: { status: number }) => error);
    if (status === 409) {
      await write(path);
    }
  }

  async function values() {
    const { data } = await github.octokit.repos.getContent({
      ...gitops,
      path: 'applications/dev/cart/values.yaml',
      mediaType: { format: 'raw' },
    });
    return String(data);
  }

  it('bumps dev by a pull request of its own, and only the image', async () => {
    await start({ 'applications/dev/cart/values.yaml': VALUES });
    const sha = await service.commit({ 'catalog-info.yaml': CATALOG });
    await service.push();
    expect((await runs(1)).badges).toEqual(['succeeded']);

    const tag = `sha-${sha.slice(0, 12)}`;
    const after = await values();
    expect(after).toBe(
      VALUES.replace('ghcr.io/stefanprodan/podinfo', 'ghcr.io/acme/cart')
        .replace('6.9.2', tag)
        .replace(`digest: ''`, `digest: '${/sha256:\w{64}/.exec(after)?.[0]}'`)
        .replace(`sourceRevision: ''`, `sourceRevision: '${sha}'`),
    );
    const { octokit } = github;
    const { data: pulls } = await octokit.pulls.list({
      ...gitops,
      state: 'all',
    });
    expect(pulls).toEqual([
      expect.objectContaining({
        title: `deploy(dev): cart ${tag}`,
        merged_at: expect.any(String),
      }),
    ]);
    const { data: commits } = await octokit.repos.listCommits(gitops);
    expect(commits[0].commit.message).toBe(`deploy(dev): cart ${tag} (#1)`);
    const { data: branches } = await octokit.repos.listBranches(gitops);
    expect(branches.map(({ name }) => name)).toEqual(['main']);
  });

  it('says that there is nothing to bump before the onboarding is merged', async () => {
    await start({});
    await service.commit({ 'catalog-info.yaml': CATALOG });
    await service.push();
    const { badges, page } = await runs(1);
    expect(badges).toEqual(['waiting']);
    expect(page).toContain(
      'nothing to bump: merge the onboarding pull request first, then push again',
    );
  });

  it('builds main of services only', async () => {
    await start({ 'applications/dev/cart/values.yaml': VALUES });
    await service.commit({ 'README.md': 'no catalog-info.yaml yet\n' });
    await service.push();
    await service.commit({ 'catalog-info.yaml': CATALOG });
    await service.push('main:feature');
    await service.push('main:main');
    expect((await runs(1)).badges).toEqual(['succeeded']);
    const actions = await fetch(`${github.url}/acme/gitops-platform/actions`);
    expect(await actions.text()).toContain('No run yet');
  });

  it('ends at the last of many pushes, whoever else writes meanwhile', async () => {
    await start({ 'applications/dev/cart/values.yaml': VALUES });
    await service.commit({ 'catalog-info.yaml': CATALOG });
    await service.push();
    let sha = '';
    for (const line of ['a', 'b', 'c']) {
      sha = await service.commit({ 'README.md': line });
      await Promise.all([service.push(), write(`notes/${line}.txt`)]);
    }
    expect((await runs(4)).badges).toEqual(Array(4).fill('succeeded'));
    expect(await values()).toContain(`sourceRevision: '${sha}'`);
  });

  it('says what is wrong with values that it cannot edit, and goes on', async () => {
    await start({ 'applications/dev/cart/values.yaml': 'replicas: 1\n' });
    await service.commit({ 'catalog-info.yaml': CATALOG });
    await service.push();
    const { badges, page } = await runs(1);
    expect(badges).toEqual(['failed']);
    expect(page).toContain('values.yaml has no block');
  });

  it('finishes after a restart what was queued before', async () => {
    await start({ 'applications/dev/cart/values.yaml': VALUES }, 60_000);
    await service.commit({ 'catalog-info.yaml': CATALOG });
    await service.push();
    await github.restart({ ciDelayMs: 0 });
    expect((await runs(1)).badges).toEqual(['succeeded']);
  });
});
