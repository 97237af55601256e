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

import { entityRefOfPullRequest } from '@gitops-platform/backstage-plugin-gitops-node';
import { exampleInput } from '../__testUtils__/exampleInput';
import {
  overview,
  PRODUCTION,
  STAGING,
  useReleases,
  values,
} from '../release/__testUtils__/useReleases';
import { createPromoteAction } from './promote';
import { examples } from './promote.examples';

jest.setTimeout(60_000);

const BRANCH = 'gitops/promote-orders-production';
const degraded = [
  overview('staging', 2, {
    health: 'Degraded',
    reasons: [{ kind: 'resource', message: 'Pod orders crashes' }],
  }),
];

describe('gitops:promote', () => {
  const releases = useReleases();
  const { gitHub, pulls, read, write, merge } = releases;
  type Options = Omit<
    Parameters<
      typeof releases.run<{ component: string; environment: string }>
    >[1],
    'input'
  > & { input?: Record<string, string> };
  const run = ({ input, ...options }: Options = {}) =>
    releases.run(createPromoteAction, {
      ...options,
      input: { ...exampleInput(examples[0]), ...input },
    });

  it('proposes the version of the environment before, and nothing else', async () => {
    const { output, asked, credentials } = await run();
    expect(output).toEqual({
      status: 'created',
      message: expect.stringContaining('/pull/1 was created'),
      pullRequestUrl: `${gitHub.url}/pull/1`,
      pullRequestNumber: 1,
      branch: BRANCH,
      source: 'staging',
      fromVersion: 'v1',
      toVersion: 'v2',
      files: [PRODUCTION],
      commits: [{ revision: 'b'.repeat(40), title: 'Sell more' }],
    });
    // As the person, so that their permissions count.
    expect(asked).toEqual([credentials]);
    expect(await read(PRODUCTION, BRANCH)).toBe(values(2, 5));
    expect(await read(STAGING, BRANCH)).toBe(values(2));

    const [pull] = await pulls();
    expect(pull.title).toBe('Promote orders v2 to production');
    expect(pull.body).toContain('Sell more');
    expect(pull.body).toContain('user:default/ann');
    expect(entityRefOfPullRequest(pull.body)).toBe('component:default/orders');
    const { commit } = await gitHub.api('GET', `/branches/${BRANCH}`);
    expect(commit.commit.message).toContain('From v1 to v2');
    expect(commit.commit.message).toContain('user:default/ann');
  });

  it('does nothing the second time, and nothing after the merge, and says so', async () => {
    await run();
    const again = await run();
    expect(again.output).toMatchObject({
      status: 'unchanged',
      pullRequestNumber: 1,
      message: expect.stringContaining('says so already'),
    });
    await merge(1);
    const after = await run();
    expect(after.output).toMatchObject({
      status: 'unchanged',
      files: [],
      message:
        'Nothing to change: Git names v2 for orders in production already.',
    });
    expect(after.output.pullRequestUrl).toBeUndefined();
    expect(await pulls()).toHaveLength(1);
  });

  it('brings its open pull request up to a newer version, on a base that moved', async () => {
    await run();
    await write(STAGING, values(4));
    await write(PRODUCTION, values(1, 9));
    const { output } = await run({ items: [overview('staging', 4)] });
    expect(output).toMatchObject({ status: 'updated', pullRequestNumber: 1 });
    expect(await read(PRODUCTION, BRANCH)).toBe(values(4, 9));
    const [pull, ...others] = await pulls();
    expect(pull.title).toBe('Promote orders v4 to production');
    expect(others).toEqual([]);
    await merge(1);
    expect(await read(PRODUCTION, 'main')).toBe(values(4, 9));
  });

  it('promotes again on its branch after a merge', async () => {
    await run();
    await merge(1);
    await write(STAGING, values(5));
    const { output } = await run({ items: [overview('staging', 5)] });
    expect(output).toMatchObject({ status: 'created', pullRequestNumber: 2 });
    await merge(2);
    expect(await read(PRODUCTION, 'main')).toBe(values(5, 5));
  });

  it('refuses a version that is not well, and goes on with a reason, which it records', async () => {
    await expect(run({ items: degraded })).rejects.toThrow(
      /orders-staging is Degraded: Pod orders crashes\..*give a reason/,
    );
    expect(await pulls()).toEqual([]);

    const reason = 'It is the load test\n\nand not the service';
    await run({ items: degraded, input: { reason } });
    const [pull] = await pulls();
    const { commit } = await gitHub.api('GET', `/branches/${BRANCH}`);
    for (const text of [pull.body, commit.commit.message]) {
      expect(text).toContain('orders-staging is Degraded');
      expect(text).toContain('It is the load test and not the service');
    }
  });

  it('skips an environment that is named', async () => {
    const { output } = await releases.run(createPromoteAction, {
      input: exampleInput(examples[1]),
      items: [],
    });
    expect(output).toMatchObject({ source: 'dev', toVersion: 'v3' });
    expect(await read(PRODUCTION, BRANCH)).toBe(values(3, 5));
  });

  it.each<[string, Options, RegExp]>([
    [
      'somebody who does not own it',
      { memberships: ['group:default/x'] },
      /you do not own component:default\/orders/,
    ],
    [
      'an entity that is not there',
      { entities: [] },
      /no entity component:default\/orders that you may read/,
    ],
    ['a task that no person started', { asService: true }, /only a person/],
    [
      'an environment that CI writes',
      { input: { environment: 'dev' } },
      /written by CI alone/,
    ],
    [
      'an unknown environment',
      { input: { environment: 'qa' } },
      /no environment "qa"/,
    ],
    [
      'to go back',
      { input: { environment: 'staging', from: 'production' } },
      /does not come before/,
    ],
    ['what nobody can judge', { items: [] }, /not known.*give a reason/],
    [
      'a reason that is a novel',
      { input: { reason: 'x'.repeat(501) } },
      /at most 500/,
    ],
  ])('refuses %s, and writes nothing', async (_, options, message) => {
    await expect(run(options)).rejects.toThrow(message);
    expect(await pulls()).toEqual([]);
    expect(await gitHub.api('GET', '/branches')).toHaveLength(1);
  });

  it('predicts its outputs in a dry run, and writes nothing', async () => {
    const { output } = await run({ isDryRun: true });
    expect(output).toMatchObject({
      status: 'created',
      pullRequestNumber: 0,
      fromVersion: 'v1',
      toVersion: 'v2',
      files: [PRODUCTION],
    });
    expect(await pulls()).toEqual([]);
  });

  it.each([
    ['before', 'POST', '/git/commits$', 0],
    ['after', 'POST', '/git/commits$', 0],
    ['before', 'POST', '/git/refs$', 0],
    ['after', 'POST', '/git/refs$', 0],
    ['before', 'POST', '/pulls$', 0],
    ['after', 'POST', '/pulls$', 1],
  ])(
    'goes on from where a run was killed: %s %s %s',
    async (when, method, path, left) => {
      await gitHub.fault({
        method,
        path,
        kind: 'status',
        status: 403,
        after: when === 'after',
        outage: true,
      });
      await expect(run()).rejects.toThrow(/fault of the sandbox/);
      await gitHub.heal();
      expect(await pulls()).toHaveLength(left);

      const { output } = await run();
      expect(output).toMatchObject({
        status: left ? 'unchanged' : 'created',
        pullRequestNumber: 1,
      });
      expect(await read(PRODUCTION, BRANCH)).toBe(values(2, 5));
      expect(await pulls()).toHaveLength(1);
    },
  );

  it('has one checkpoint per release, from which a task that is run again goes on', async () => {
    const done = new Map<string, unknown>();
    const checkpoint = async <T>(at: { key: string; fn: () => Promise<T> }) => {
      if (!done.has(at.key)) {
        done.set(at.key, await at.fn());
      }
      return done.get(at.key) as T;
    };
    const first = await run({ checkpoint });
    const second = await run({ checkpoint });
    expect(second.output).toEqual(first.output);
    expect([...done.keys()]).toEqual([
      expect.stringMatching(/^gitops\.release\..*promote-orders-production\./),
    ]);
    await write(STAGING, values(6));
    await run({ checkpoint, items: [overview('staging', 6)] });
    expect(done.size).toBe(2);
  });

  it('stops where the task is cancelled', async () => {
    await expect(run({ signal: AbortSignal.abort() })).rejects.toThrow(
      /abort/i,
    );
    expect(await pulls()).toEqual([]);
  });

  it("leaves a branch of that name alone that is somebody else's", async () => {
    const { commit } = await gitHub.api('GET', '/branches/main');
    await gitHub.api('POST', '/git/refs', {
      ref: `refs/heads/${BRANCH}`,
      sha: commit.sha,
    });
    await expect(run()).rejects.toThrow(/is taken: it has no commit of ours/);
    expect(await pulls()).toEqual([]);
  });
});
