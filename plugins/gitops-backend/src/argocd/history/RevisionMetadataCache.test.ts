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
import type { ArgoCdClient } from '@gitops-platform/backstage-plugin-gitops-node';
import { instancesWith } from '../../__testUtils__/instancesWith';
import { storedApplication } from '../../__testUtils__/storedApplication';
import { RevisionMetadataCache } from './RevisionMetadataCache';

const repoUrl = 'https://github.com/acme/gitops';
const revision = 'a'.repeat(40);
const instances = ['main', 'edge', 'lab'];
const onEach = (more: { chart?: string; revision: string }) =>
  instances.map(instance => ({
    app: storedApplication({ instance }),
    sourceIndex: 0,
    repoUrl,
    ...more,
  }));

function setUp(client: Partial<Parameters<typeof instancesWith>[0]>) {
  return RevisionMetadataCache.create({
    instances: instancesWith(client, instances),
    logger: mockServices.logger.mock(),
  });
}

describe('RevisionMetadataCache', () => {
  it('asks one instance for a commit that several have deployed', async () => {
    const getRevisionMetadata = jest.fn(async () => ({ author: 'Jane' }));
    const cache = setUp({ getRevisionMetadata });
    const commits = onEach({ revision });
    await Promise.all(commits.map(commit => cache.load(commit)));
    expect(getRevisionMetadata).toHaveBeenCalledTimes(1);
    for (const commit of commits) {
      expect(cache.known(commit)).toMatchObject({ author: 'Jane' });
    }
  });

  it('asks another instance where one has failed', async () => {
    const getRevisionMetadata = jest
      .fn<ReturnType<ArgoCdClient['getRevisionMetadata']>, []>()
      .mockRejectedValueOnce(new Error('no access to the repository'))
      .mockResolvedValue({ author: 'Jane' });
    const cache = setUp({ getRevisionMetadata });
    const [main, edge] = onEach({ revision });
    await cache.load(main);
    await cache.load(main);
    expect(getRevisionMetadata).toHaveBeenCalledTimes(1);
    await cache.load(edge);
    expect(cache.known(main)).toMatchObject({ author: 'Jane' });
  });

  it('asks every instance for what a chart of some version is', async () => {
    const getChartDetails = jest.fn(async () => ({
      description: 'A shop',
      maintainers: [],
    }));
    const cache = setUp({ getChartDetails });
    const charts = onEach({ chart: 'orders', revision: '1.2.3' });
    await Promise.all(charts.map(chart => cache.load(chart)));
    expect(getChartDetails).toHaveBeenCalledTimes(instances.length);
  });
});
