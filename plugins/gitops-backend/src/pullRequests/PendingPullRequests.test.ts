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

import { mockServices } from '@backstage/backend-test-utils';
import {
  GitOpsRepository,
  PullRequest,
  withEntityRef,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { PendingPullRequests } from './PendingPullRequests';
import { PullRequestList } from './PullRequestList';

const orders = 'component:default/orders';
const pullRequest = (number: number, body: string): PullRequest => ({
  number,
  title: `Create service ${number}`,
  body,
  url: `https://git.example/acme/gitops/pull/${number}`,
  state: 'open',
  head: 'gitops/orders',
  base: 'main',
  headRevision: 'c1',
  createdAt: '2026-01-01T00:00:00Z',
});

function setUp(options: { waitMs?: number } = {}) {
  const findPullRequests = jest.fn<
    Promise<PullRequest[]>,
    Parameters<GitOpsRepository['findPullRequests']>
  >(async () => [
    pullRequest(1, withEntityRef('Please merge.', orders)),
    pullRequest(2, withEntityRef('', 'component:default/billing')),
    pullRequest(3, 'Something else'),
  ]);
  const onChange = jest.fn();
  const logger = mockServices.logger.mock();
  const repository: Partial<GitOpsRepository> = {
    url: 'https://git.example/acme/gitops',
    fullName: 'acme/gitops',
    findPullRequests,
  };
  const viewed: string[] = [];
  const pending = PendingPullRequests.create({
    viewed: () => viewed,
    lists: [
      PullRequestList.create({
        repository: repository as GitOpsRepository,
        logger,
        onChange,
        ...options,
      }),
    ],
  });
  return { findPullRequests, onChange, logger, pending, viewed };
}

describe('PendingPullRequests', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('shares one list among all entities for ten seconds', async () => {
    const { findPullRequests, pending } = setUp();
    const [first, second] = await Promise.all([
      pending.of(orders),
      pending.of('component:default/billing'),
    ]);
    expect(first).toEqual({
      items: [
        {
          repository: 'acme/gitops',
          number: 1,
          title: 'Create service 1',
          url: 'https://git.example/acme/gitops/pull/1',
          createdAt: '2026-01-01T00:00:00Z',
        },
      ],
    });
    expect(second.items).toMatchObject([{ number: 2 }]);
    expect(await pending.of('component:default/other')).toEqual({ items: [] });
    jest.advanceTimersByTime(9_000);
    await pending.of(orders);
    expect(findPullRequests.mock.calls).toEqual([[{ state: 'open' }]]);
    jest.advanceTimersByTime(1_000);
    await pending.of(orders);
    expect(findPullRequests).toHaveBeenCalledTimes(2);
  });

  it('says why it does not know, keeps what it knew, and does not insist', async () => {
    const { findPullRequests, onChange, logger, pending } = setUp();
    await pending.of(orders);
    findPullRequests.mockRejectedValue(new Error('GitHub is down'));
    jest.advanceTimersByTime(10_000);
    expect(await pending.of(orders)).toMatchObject({
      items: [{ number: 1 }],
      error:
        'The open pull requests of acme/gitops could not be read: GitHub is down.',
    });
    await pending.of(orders);
    expect(findPullRequests).toHaveBeenCalledTimes(2);
    expect(logger.warn).toHaveBeenCalledTimes(1);

    findPullRequests.mockResolvedValue([]);
    jest.advanceTimersByTime(10_000);
    await pending.of(orders);
    await jest.advanceTimersByTimeAsync(0);
    expect(await pending.of(orders)).toEqual({ items: [] });
    // First list, failure, recovery.
    expect(onChange).toHaveBeenCalledTimes(3);
  });

  it('waits two seconds for an answer, and not at all after that', async () => {
    const { findPullRequests, onChange, pending } = setUp();
    let answer: (found: PullRequest[]) => void = () => {};
    findPullRequests.mockReturnValue(
      new Promise(resolve => {
        answer = resolve;
      }),
    );
    const first = pending.of(orders);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await first).toEqual({
      items: [],
      error:
        'The open pull requests of acme/gitops could not be read: no answer yet.',
    });
    expect((await pending.of(orders)).error).toBeDefined();

    answer([pullRequest(1, withEntityRef('', orders))]);
    await jest.advanceTimersByTimeAsync(0);
    expect(await pending.of(orders)).toMatchObject({ items: [{ number: 1 }] });
    expect(findPullRequests).toHaveBeenCalledTimes(1);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('notices by itself that a pull request is gone, while somebody waits for it', async () => {
    const { findPullRequests, onChange, pending, viewed } = setUp();
    await pending.of(orders);
    pending.start();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(findPullRequests).toHaveBeenCalledTimes(1);

    viewed.push(orders);
    findPullRequests.mockResolvedValue([]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(pending.known(orders)).toEqual({ items: [] });
    expect(onChange).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(findPullRequests).toHaveBeenCalledTimes(2);
    pending.stop();
  });
});
