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
import type { ArgoApplicationSet } from '@gitops-platform/backstage-plugin-gitops-node';
import { instancesWith } from '../../__testUtils__/instancesWith';
import { ApplicationSetCache } from './ApplicationSetCache';

const set: ArgoApplicationSet = {
  namespace: 'argocd',
  name: 'apps',
  labels: {},
  generators: ['git'],
  conditions: [],
  applications: 0,
  applicationsByHealth: {},
};

describe('ApplicationSetCache', () => {
  const listApplicationSets = jest.fn(async () => [set]);
  let cache: ApplicationSetCache;

  beforeEach(() => {
    jest.useFakeTimers();
    listApplicationSets.mockReset().mockResolvedValue([set]);
    cache = ApplicationSetCache.create({
      instances: instancesWith({ listApplicationSets }),
      logger: mockServices.logger.mock(),
    });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('lists once for all who ask, and again half a minute later', async () => {
    const both = await Promise.all([cache.of('main'), cache.of('main')]);
    expect(both).toMatchObject([{ sets: [set] }, { sets: [set] }]);
    await cache.of('main');
    expect(listApplicationSets).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(30_000);
    await cache.of('main');
    expect(listApplicationSets).toHaveBeenCalledTimes(2);
  });

  it('keeps what it has where the instance fails, and says so until it answers', async () => {
    await cache.of('main');
    listApplicationSets.mockRejectedValue(new Error('https://secret.internal'));
    jest.advanceTimersByTime(30_000);
    for (let time = 0; time < 3; time += 1) {
      expect(await cache.of('main')).toMatchObject({
        sets: [set],
        error: expect.stringMatching(
          /^Argo CD instance 'main' could not be read/,
        ),
      });
    }
    // A failing instance is not asked by everybody who looks.
    expect(listApplicationSets).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(10_000);
    listApplicationSets.mockResolvedValue([]);
    expect(await cache.of('main')).toMatchObject({ sets: [] });
    expect((await cache.of('main')).error).toBeUndefined();
  });

  it('does not wait for ever, and takes what comes late', async () => {
    let answer: (sets: ArgoApplicationSet[]) => void = () => {};
    listApplicationSets.mockReturnValue(
      new Promise(resolve => {
        answer = resolve;
      }),
    );
    const asked = cache.of('main');
    await jest.advanceTimersByTimeAsync(4_000);
    expect(await asked).toEqual({
      sets: undefined,
      error: expect.stringMatching(/takes long to list/),
    });
    answer([set]);
    await jest.advanceTimersByTimeAsync(0);
    expect(await cache.of('main')).toMatchObject({ sets: [set] });
    expect(listApplicationSets).toHaveBeenCalledTimes(1);
  });

  it('knows nothing of an instance that is not configured', async () => {
    expect((await cache.of('nowhere')).sets).toBeUndefined();
  });
});
