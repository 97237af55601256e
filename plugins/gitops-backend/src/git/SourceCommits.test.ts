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

import { NotFoundError } from '@backstage/errors';
import { mockServices } from '@backstage/backend-test-utils';
import type {
  CommitRange,
  GitOpsRepository,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { SourceCommits } from './SourceCommits';

const range = {
  repositoryUrl: 'https://git.example/acme/orders.git',
  base: 'a'.repeat(40),
  head: 'b'.repeat(40),
};
const found: CommitRange = {
  total: 1,
  behind: 0,
  commits: [{ revision: range.head, title: 'Add a price' }],
};

describe('SourceCommits', () => {
  const listCommits = jest.fn<
    Promise<CommitRange>,
    Parameters<GitOpsRepository['listCommits']>
  >();
  const onArrival = jest.fn();
  let commits: SourceCommits;

  beforeEach(() => {
    jest.useFakeTimers();
    listCommits.mockReset().mockResolvedValue(found);
    onArrival.mockReset();
    const repository: Partial<GitOpsRepository> = { listCommits };
    commits = SourceCommits.create({
      repositories: { forUrl: () => repository as GitOpsRepository },
      beside: ['https://git.example/acme/gitops-platform'],
      logger: mockServices.logger.mock(),
      onArrival,
    });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('reads a range once, in the background, and tells of it', async () => {
    expect(commits.known(range)).toEqual({ known: false });
    expect(listCommits).not.toHaveBeenCalled();
    expect(commits.between(range)).toEqual({ known: false });
    expect(commits.between(range)).toEqual({ known: false });
    await jest.advanceTimersByTimeAsync(0);
    expect(onArrival).toHaveBeenCalledTimes(1);
    expect(commits.between(range)).toEqual({ known: true, range: found });
    expect(listCommits.mock.calls).toMatchObject([
      [{ base: range.base, head: range.head, max: 50 }],
    ]);
    jest.advanceTimersByTime(24 * 3_600_000);
    expect(commits.between(range)).toEqual({ known: true, range: found });
    expect(listCommits).toHaveBeenCalledTimes(1);
  });

  it.each([
    [new NotFoundError('no such commit'), /does not know one of the two/],
    [new Error('https://internal is down'), /could not be read/],
  ])(
    'says why it does not know, and does not insist',
    async (error, reason) => {
      listCommits.mockRejectedValueOnce(error);
      commits.between(range);
      await jest.advanceTimersByTimeAsync(0);
      expect(commits.between(range)).toEqual({
        known: false,
        reason: expect.stringMatching(reason),
      });
      expect(JSON.stringify(commits.known(range))).not.toContain('internal');
      await jest.advanceTimersByTimeAsync(0);
      expect(listCommits).toHaveBeenCalledTimes(1);
      expect(onArrival).toHaveBeenCalledTimes(1);

      await jest.advanceTimersByTimeAsync(5 * 60_000);
      commits.between(range);
      await jest.advanceTimersByTimeAsync(0);
      expect(commits.between(range)).toEqual({ known: true, range: found });
    },
  );

  it.each([
    ['a branch', { base: 'main' }, 'Git does not name whole commits.'],
    [
      'a part of a hash',
      { head: 'abcdef1' },
      'Git does not name whole commits.',
    ],
    [
      "somebody else's repository",
      { repositoryUrl: 'https://git.example/victim/orders' },
      expect.stringContaining('does not lie beside'),
    ],
    [
      'no repository',
      { repositoryUrl: '' },
      expect.stringContaining('does not lie beside'),
    ],
  ])('never reads %s', async (_, differs, reason) => {
    expect(commits.between({ ...range, ...differs })).toEqual({
      known: false,
      reason,
    });
    await jest.advanceTimersByTimeAsync(0);
    expect(listCommits).not.toHaveBeenCalled();
  });
});
