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

import type { CommitRange } from '../git';
import { describeRelease } from './describeRelease';
import { readSourceCommits } from './readSourceCommits';
import type { ReleasePlan } from './Release';

const GITOPS = 'https://github.com/acme/gitops-platform';
const plan: ReleasePlan = {
  status: 'change',
  service: 'orders',
  environment: 'production',
  from: {
    label: 'v1',
    images: ['r/orders:v1'],
    sourceRevision: 'a'.repeat(40),
  },
  to: { label: 'v2', images: ['r/orders:v2'], sourceRevision: 'b'.repeat(40) },
  release: { images: [] },
  files: [],
  copies: [],
  notes: [],
};
const entityRef = 'component:default/orders';
const range: CommitRange = {
  total: 3,
  behind: 0,
  commits: [
    { revision: 'b'.repeat(40), title: 'Fix #7, @all', author: 'Ann' },
    { revision: 'c'.repeat(40), title: '</td> `x`' },
  ],
};

describe('describeRelease', () => {
  it('names versions, commits and who asked, and what others wrote has no effect', () => {
    const { title, body, message } = describeRelease({
      kind: 'promotion',
      plan: {
        ...plan,
        notes: ['A note'],
        copies: [{ from: 'r/a@sha256:1', to: 's/a@sha256:1' }],
      },
      entityRef,
      origin: 'staging',
      commits: {
        ...range,
        url: 'https://github.com/acme/orders/compare/a...b',
      },
      askedBy: 'user:default/ann',
    });
    expect(title).toBe('Promote orders v2 to production');
    expect(body).toContain('| now | `v1` | `r/orders:v1` |');
    expect(body).toContain('| after | `v2` | `r/orders:v2` |');
    expect(body).toContain(
      '3 source commits that this brings ([compare](https://github.com/acme/orders/compare/a...b)):',
    );
    expect(body).toContain('- and 1 more');
    expect(body).toContain('`promote-image`');
    expect(body).toContain('- `r/a@sha256:1` to `s/a@sha256:1`');
    expect(body).toContain('- ` A note `');
    expect(body).toContain('user:default/ann');
    expect(body).not.toMatch(/#7|@all/);
    expect(message).toMatch(
      /^Promote orders v2 to production\n\nFrom v1 to v2, the version of staging\./,
    );
    expect(message).not.toContain('Reason');
  });

  it('records a doubt and the reason in spite of it, in both', () => {
    const { body, message } = describeRelease({
      kind: 'promotion',
      plan: { ...plan, doubt: 'orders-staging is Degraded.' },
      entityRef,
      origin: 'staging',
      commits: { reason: 'unknown' },
      reason: 'It is\nthe load test',
    });
    for (const text of [body, message]) {
      expect(text).toContain('orders-staging is Degraded.');
      expect(text).toContain('It is the load test');
    }
    expect(body).toContain('Source commits: ` unknown `');
  });

  it('says of a rollback what it takes away', () => {
    const { title, body } = describeRelease({
      kind: 'rollback',
      plan,
      entityRef,
      origin: '2026-05-01T10:00:00Z',
      commits: { ...range, total: 1, commits: range.commits.slice(0, 1) },
      reason: 'It leaks',
    });
    expect(title).toBe('Roll back orders in production to v2');
    expect(body).toContain('1 source commit that this takes away:');
    expect(body).toContain('**Reason:** ` It leaks `');
  });

  it.each([
    [{ total: 0, behind: 0, commits: [] }, 'No source commit lies in between.'],
    [
      { total: 0, behind: 2, commits: [] },
      '2 source commits that this takes away, which is unusual.',
    ],
  ])('says of %j: %s', (commits, text) => {
    const { body } = describeRelease({
      kind: 'promotion',
      plan,
      entityRef,
      origin: 'dev',
      commits,
    });
    expect(body).toContain(text);
  });
});

it('keeps what a version file says from having an effect', () => {
  const label = '1`\n\nCloses #1, @all <!-- x -->';
  const { title, body, message } = describeRelease({
    kind: 'promotion',
    plan: {
      ...plan,
      from: { label, images: [label] },
      to: { label, images: [label] },
      copies: [{ from: `r/${label}`, to: `s/${label}` }],
    },
    entityRef,
    origin: 'dev',
    commits: {},
  });
  expect(title).toBe(
    'Promote orders 1???Closes ?1, ?all ??-- x --? to production',
  );
  expect(message).not.toMatch(/[@#<]|\n\nCloses/);
  // Within code, which it does not end.
  expect(body).not.toMatch(/^Closes/m);
  expect(body).toContain('`r/1   Closes');
});

describe('readSourceCommits', () => {
  const listCommits = jest.fn(async () => range);
  const repositories = {
    forUrl: jest.fn((url: string) => ({ url, listCommits })),
  };
  const read = (more: Partial<Parameters<typeof readSourceCommits>[0]> = {}) =>
    readSourceCommits({
      from: plan.from,
      to: plan.to,
      sourceUrl: 'https://github.com/acme/orders',
      gitopsUrl: GITOPS,
      repositories,
      ...more,
    });
  afterEach(() => jest.clearAllMocks());

  it('compares the commits that the two versions were built from', async () => {
    expect(await read()).toEqual({
      ...range,
      url: `https://github.com/acme/orders/compare/${'a'.repeat(
        40,
      )}...${'b'.repeat(40)}`,
    });
    expect(listCommits).toHaveBeenCalledWith(
      expect.objectContaining({ base: 'a'.repeat(40), head: 'b'.repeat(40) }),
    );
  });

  it.each([
    ['another organisation', 'https://github.com/board/plans'],
    ['another host', 'https://internal/acme/orders'],
    ['nobody knows where', undefined],
  ])('does not look at a repository of %s', async (_, sourceUrl) => {
    expect(await read({ sourceUrl })).toEqual({
      reason: expect.stringMatching(/not known, or does not lie beside/),
    });
    expect(repositories.forUrl).not.toHaveBeenCalled();
  });

  it('says which version names no source commit', async () => {
    const from = { label: 'v1', images: [] };
    expect(await read({ from })).toEqual({
      reason: 'Git does not say from which source commit v1 was built.',
    });
  });

  it.each(['main', 'mallory:main', 'abc123'])(
    'does not ask for %s, which is no whole commit',
    async sourceRevision => {
      const to = { ...plan.to, sourceRevision };
      expect(await read({ to })).toEqual({
        reason: 'Git does not name whole source commits.',
      });
      expect(repositories.forUrl).not.toHaveBeenCalled();
    },
  );

  it('says why Git does not tell', async () => {
    listCommits.mockRejectedValueOnce(new Error('acme/orders is not there'));
    expect(await read()).toEqual({
      reason: 'The source commits are not known: acme/orders is not there',
    });
  });

  it('stops where the task is stopped', async () => {
    listCommits.mockRejectedValueOnce(new Error('aborted'));
    await expect(read({ signal: AbortSignal.abort() })).rejects.toThrow(
      'aborted',
    );
  });
});
