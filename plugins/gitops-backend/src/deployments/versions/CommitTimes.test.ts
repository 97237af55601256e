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
  InMemoryGitHost,
  InMemoryRepository,
} from '../../__testUtils__/InMemoryRepository';
import { storedApplication } from '../../__testUtils__/storedApplication';
import { CommitTimes } from './CommitTimes';

const REPOSITORY = 'https://git.acme.example/acme/orders';
const [OLD, NEW] = ['1', '2'].map(digit => digit.repeat(40));

describe('CommitTimes', () => {
  const repository = new InMemoryRepository(REPOSITORY);
  const host = new InMemoryGitHost([repository]);
  repository.commits.set(OLD, {
    revision: OLD,
    title: 'x',
    date: '2026-11-21T10:00:00+01:00',
  });
  const load = jest.fn(async () => {});
  const times = CommitTimes.create({
    repositories: { forUrl: url => host.create(url) },
    metadata: { load, known: () => ({ date: '2026-11-20T00:00:00Z' }) },
    logger: mockServices.logger.mock(),
  });
  const elsewhere = storedApplication();
  const itsOwn = storedApplication({
    sources: [
      { repoUrl: 'https://charts.acme.example', chart: 'shop' },
      { repoUrl: `${REPOSITORY}.git` },
    ],
  });

  it.each([
    ['that the host knows', elsewhere, OLD, '2026-11-21T09:00:00.000Z'],
    ['that the host does not know', elsewhere, NEW, undefined],
    ['that is none', elsewhere, 'main', undefined],
    ['that Argo CD reads', itsOwn, OLD, '2026-11-20T00:00:00.000Z'],
  ])('knows a commit %s', async (_, app, revision, expected) => {
    expect(await times.of({ app, repository: REPOSITORY, revision })).toBe(
      expected,
    );
  });

  it('asks Argo CD for the source that is in that repository', () => {
    expect(load).toHaveBeenCalledTimes(1);
    expect(load).toHaveBeenCalledWith(
      expect.objectContaining({ revision: OLD, sourceIndex: 1 }),
    );
  });
});
