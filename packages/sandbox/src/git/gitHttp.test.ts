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

import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { GitClient, withToken } from '../__testUtils__/GitClient';
import {
  type TestGitHub,
  startTestGitHub,
} from '../__testUtils__/startTestGitHub';
import type { PushEvent } from './RepositoryStore';

describe('git over HTTP', () => {
  let github: TestGitHub;
  let folder: string;
  let url: string;
  let events: PushEvent[];

  beforeEach(async () => {
    github = await startTestGitHub();
    folder = await mkdtemp(join(tmpdir(), 'sandbox-git-'));
    await github.octokit.repos.createInOrg({ org: 'acme', name: 'cart' });
    url = `${github.url}/acme/cart.git`;
    events = [];
    github.github.repositories.onPush(event => events.push(event));
  });
  afterEach(async () => {
    await github.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes pushes, tells of each ref once, and is cloned by anybody', async () => {
    const client = await GitClient.init(withToken(url), join(folder, 'one'));
    const first = await client.commit({ 'a.txt': 'a\n' });
    await client.push();
    const ref = { owner: 'acme', name: 'cart', ref: 'refs/heads/main' };
    expect(events).toEqual([{ ...ref, before: undefined, after: first }]);

    const second = await client.commit({ 'a.txt': 'b\n' });
    await client.run('tag', 'v1');
    await client.push('main', 'v1', 'main:gitops/x');
    expect(events.slice(1)).toEqual([
      { ...ref, before: first, after: second },
      { ...ref, ref: 'refs/heads/gitops/x', before: undefined, after: second },
      { ...ref, ref: 'refs/tags/v1', before: undefined, after: second },
    ]);
    await client.push('--delete', 'gitops/x');
    expect(events[4]).toEqual({
      ...ref,
      ref: 'refs/heads/gitops/x',
      before: second,
      after: undefined,
    });

    await github.restart();
    for (const address of [url, url.replace(/\.git$/, '')]) {
      const clone = join(folder, `clone-${address.length}`);
      await GitClient.clone(address, clone);
      expect(await readFile(join(clone, 'a.txt'), 'utf8')).toBe('b\n');
    }
  });

  it('takes a push that is large, and one whose body is packed', async () => {
    const client = await GitClient.init(withToken(url), join(folder, 'one'));
    const after = await client.commit({ 'big.bin': randomBytes(3_000_000) });
    await client.push();
    expect(events).toEqual([expect.objectContaining({ after })]);

    const request = gzipSync(
      [`0032want ${after}\n`, '0000', '0009done\n'].join(''),
    );
    const answer = await fetch(`${url}/git-upload-pack`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-git-upload-pack-request',
        'content-encoding': 'gzip',
      },
      body: request,
    });
    expect(answer.status).toBe(200);
    const pack = Buffer.from(await answer.arrayBuffer());
    expect(pack.subarray(0, 8).toString()).toBe('0008NAK\n');
    expect(pack.length).toBeGreaterThan(3_000_000);
  });

  it('refuses a push that is not a fast forward', async () => {
    const one = await GitClient.init(withToken(url), join(folder, 'one'));
    await one.commit({ 'a.txt': 'a\n' });
    await one.push();
    const two = await GitClient.clone(withToken(url), join(folder, 'two'));
    await one.commit({ 'a.txt': 'one\n' });
    await one.push();
    await two.commit({ 'a.txt': 'two\n' });
    await expect(two.push()).rejects.toThrow(/rejected.*fetch first/s);
    await expect(two.push('HEAD:refs/pull/1/head')).rejects.toThrow(
      /deny updating a hidden ref/,
    );
    expect(events).toHaveLength(2);
  });

  it.each([
    ['GET', 'info/refs?service=git-upload-pack', undefined, 200],
    ['GET', 'info/refs?service=git-receive-pack', undefined, 401],
    [
      'GET',
      'info/refs?service=git-receive-pack',
      'x-access-token:sandbox-token',
      200,
    ],
    ['GET', 'info/refs?service=git-receive-pack', 'anybody:sandbox-token', 200],
    ['GET', 'info/refs?service=git-receive-pack', 'x-access-token:wrong', 401],
    ['GET', 'info/refs?service=git-upload-pack', 'x-access-token:wrong', 401],
    ['POST', 'git-receive-pack', undefined, 401],
  ])('answers %s %s as %s with %d', async (method, path, user, status) => {
    const response = await fetch(`${url}/${path}`, {
      method,
      headers: user
        ? { authorization: `Basic ${Buffer.from(user).toString('base64')}` }
        : {},
    });
    expect(response.status).toBe(status);
    expect(response.headers.get('www-authenticate')).toBe(
      status === 401 ? 'Basic realm="GitHub"' : null,
    );
  });

  it('knows nothing of a repository that is not there', async () => {
    const missing = `${github.url}/acme/none/info/refs?service=git-upload-pack`;
    expect((await fetch(missing)).status).toBe(404);
  });
});
