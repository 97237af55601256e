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

import { editYaml } from '../../yaml';
import { type Call, FakeGitHub, type Fault } from '../__testUtils__/FakeGitHub';
import { hurriedClock, repositoryOn } from '../__testUtils__/repositoryOn';
import { proposeChanges } from './proposeChanges';

const VALUES = 'applications/dev/cart/values.yaml';
const BRANCH = 'gitops/cart';

/** What the branch is before: not there, with our open pull request, or merged. */
const starts = ['absent', 'open', 'merged'] as const;
type Start = (typeof starts)[number];

describe('proposeChanges, when calls fail', () => {
  let fake: FakeGitHub;

  afterEach(() => fake.stop());

  const propose = (replicas: number, clock = hurriedClock()) =>
    proposeChanges({
      repository: repositoryOn(fake, clock),
      branch: BRANCH,
      base: 'main',
      title: 'Create cart',
      body: `Replicas: ${replicas}`,
      message: 'Create cart',
      entityRef: 'component:default/cart',
      clock,
      changes: async read => [
        {
          path: VALUES,
          content: editYaml((await read(VALUES)) ?? '', [
            { op: 'set', path: 'replicas', value: replicas },
          ]),
        },
      ],
    });

  async function begin(start: Start) {
    fake = await FakeGitHub.start({ 'README.md': '# Platform\n' });
    if (start !== 'absent') {
      await propose(1);
    }
    if (start === 'merged') {
      fake.merge(1);
    }
    fake.calls.length = 0;
  }

  async function callsOf(start: Start): Promise<Call[]> {
    await begin(start);
    await propose(2);
    await fake.stop();
    return fake.calls;
  }

  function expectDone(start: Start) {
    const expected = { absent: 1, open: 1, merged: 2 }[start];
    expect(fake.pulls).toHaveLength(expected);
    expect(fake.openPulls).toHaveLength(1);
    expect(fake.openPulls[0].body).toContain('Replicas: 2');
    expect(fake.git.read(BRANCH, VALUES)).toBe('replicas: 2\n');
    const reached = [
      ...fake.git.ancestors(fake.git.refs.get(BRANCH) ?? ''),
    ].filter(sha =>
      fake.git.commits.get(sha)?.message.includes('Backstage-Entity-Ref'),
    );
    expect(reached).toHaveLength(start === 'absent' ? 1 : 2);
  }

  /** No branch of ours without a pull request, none that points at anything but a whole commit. */
  function expectNothingHalfMade() {
    const open = fake.openPulls.map(({ head }) => head);
    const merged = fake.pulls
      .filter(pull => pull.merged)
      .map(({ head }) => head);
    for (const [branch, commit] of fake.git.refs) {
      expect(['main', ...open, ...merged]).toContain(branch);
      expect(fake.git.commits.has(commit)).toBe(true);
    }
  }

  const passing: [string, Fault][] = [
    ['breaks before it is carried out', 'break before'],
    ['breaks after it was carried out', 'break after'],
    ['is answered in half', 'truncate'],
    ['is answered 500', { status: 500, body: { message: 'Oops' } }],
    [
      'is answered 502 by a proxy',
      { status: 502, headers: { 'content-type': 'text/html' } },
    ],
    [
      'is answered 429',
      {
        status: 429,
        headers: { 'retry-after': '2' },
        body: { message: 'Too many' },
      },
    ],
    [
      'meets the secondary rate limit',
      {
        status: 403,
        headers: { 'retry-after': '3' },
        body: { message: 'You have exceeded a secondary rate limit.' },
      },
    ],
  ];

  it.each(
    starts.flatMap(start =>
      passing.map(([how, fault]) => ({ start, how, fault })),
    ),
  )(
    'ends the same where any one call $how (branch $start)',
    async ({ start, fault }) => {
      const { length } = await callsOf(start);
      expect(length).toBeLessThanOrEqual(10);
      for (let at = 1; at <= length; at++) {
        await begin(start);
        const clock = hurriedClock();
        fake.fault = ({ index }) => (index === at ? fault : undefined);
        const proposed = await propose(2, clock);
        expect(proposed.pullRequest?.state).toBe('open');
        expect(proposed.revision).toBe(fake.git.refs.get(BRANCH));
        expectDone(start);
        const asked =
          Number(typeof fault === 'object' && fault.headers?.['retry-after']) ||
          0;
        expect(Math.max(0, ...clock.waits)).toBeGreaterThanOrEqual(
          asked * 1000,
        );
        await fake.stop();
      }
      await begin(start);
    },
  );

  const lasting: [string, Fault, string, RegExp][] = [
    [
      '401',
      { status: 401, body: { message: 'Bad credentials' } },
      'AuthenticationError',
      /Renew the token/,
    ],
    [
      '403',
      { status: 403, body: { message: 'Resource not accessible' } },
      'NotAllowedError',
      /Resource not accessible.*write access/,
    ],
    [
      '404',
      { status: 404, body: { message: 'Not Found' } },
      'NotFoundError',
      /does not exist, or the token may not see it/,
    ],
    [
      '422',
      { status: 422, body: { message: 'Repository rule violations found' } },
      '(InputError|NotAllowedError)',
      /rule violations/,
    ],
    [
      '503',
      { status: 503, body: { message: 'Unicorn' } },
      'ServiceUnavailableError',
      /answered 503/,
    ],
    [
      'a broken connection',
      'break before',
      'ServiceUnavailableError',
      /connection broke/,
    ],
    [
      'a rate limit of an hour',
      {
        status: 403,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '3600' },
        body: { message: 'API rate limit exceeded' },
      },
      'ServiceUnavailableError',
      /rate limit is used up. Try again in 3600 s/,
    ],
  ];

  it.each(
    starts.flatMap(start =>
      lasting.map(([how, fault, name, message]) => ({
        start,
        how,
        fault,
        name,
        message,
      })),
    ),
  )(
    'leaves nothing half-made where any call always meets $how (branch $start)',
    async ({ start, how, fault, name, message }) => {
      const calls = await callsOf(start);
      for (const { method, path } of calls) {
        await begin(start);
        const before = fake.visible;
        fake.fault = call =>
          call.method === method && call.path === path ? fault : undefined;
        const error = await propose(2).catch(thrown => thrown);
        // A file that is not there is an answer like others.
        const tolerated = path.startsWith('/contents/') && how === '404';
        expect(error instanceof Error).toBe(!tolerated);
        expect(tolerated ? name : error.name).toMatch(new RegExp(`^${name}$`));
        expect(tolerated || message.test(error.message)).toBe(true);
        expect(tolerated || error.message.includes('acme/platform')).toBe(true);
        expectNothingHalfMade();
        expect(
          start === 'absent' && !tolerated ? fake.visible : before,
        ).toEqual(before);

        // And once it works again, the same task ends as if nothing had been.
        fake.fault = () => undefined;
        await propose(2);
        expectDone(start);
        await fake.stop();
      }
      await begin(start);
    },
  );

  it('says so where the branch can be neither opened nor deleted, and adopts it next time', async () => {
    await begin('absent');
    fake.fault = ({ method, path }) =>
      (method === 'POST' && path === '/pulls') || method === 'DELETE'
        ? { status: 403, body: { message: 'No' } }
        : undefined;
    await expect(propose(2)).rejects.toThrow(
      /The branch gitops\/cart of acme\/platform was created, but no pull request.*Run the same task again to adopt it/,
    );
    fake.fault = () => undefined;
    await propose(2);
    expectDone('absent');
  });

  it('leaves a branch that somebody added to, where no pull request can be opened', async () => {
    await begin('absent');
    fake.fault = ({ method, path }) => {
      if (method !== 'POST' || path !== '/pulls') {
        return undefined;
      }
      fake.git.write(BRANCH, { 'note.md': 'Mine\n' });
      return { status: 403, body: { message: 'No' } };
    };
    await expect(propose(2)).rejects.toThrow('No');
    expect(fake.git.read(BRANCH, 'note.md')).toBe('Mine\n');
  });

  it('adopts a pull request that somebody opened meanwhile', async () => {
    await begin('absent');
    fake.fault = ({ method, path, body }) => {
      if (method === 'POST' && path === '/pulls' && fake.pulls.length === 0) {
        fake.pulls.push({
          number: 1,
          title: 'Mine',
          body: String(body?.body),
          head: BRANCH,
          base: 'main',
          state: 'open',
        });
      }
      return undefined;
    };
    await expect(propose(2)).resolves.toMatchObject({
      pullRequest: { number: 1 },
    });
    expectDone('absent');
  });

  it('makes its commit again where the branch moved meanwhile', async () => {
    await begin('open');
    let moved = 0;
    fake.fault = ({ method, path }) => {
      if (method === 'PATCH' && path.startsWith('/git/refs') && moved < 3) {
        moved += 1;
        fake.git.write(BRANCH, { [`note${moved}.md`]: 'Mine\n' });
      }
      return undefined;
    };
    await propose(2);
    expectDone('open');
    expect(fake.git.read(BRANCH, 'note3.md')).toBe('Mine\n');
  });

  it('gives up after 50 rounds, and stops when it is told to', async () => {
    await begin('open');
    fake.fault = ({ method, path }) => {
      if (method === 'PATCH' && path.startsWith('/git/refs')) {
        fake.git.write(BRANCH, { 'note.md': `${fake.calls.length}\n` });
      }
      return undefined;
    };
    await expect(propose(2)).rejects.toThrow('has moved meanwhile');
    fake.calls.length = 0;
    const signal = AbortSignal.abort();
    await expect(
      proposeChanges({
        repository: repositoryOn(fake),
        branch: BRANCH,
        base: 'main',
        title: '',
        body: '',
        message: '',
        changes: () => [],
        signal,
      }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(fake.calls).toEqual([]);
  });
});
