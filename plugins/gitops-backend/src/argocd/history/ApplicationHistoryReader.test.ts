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
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  ArgoCdClient,
  ArgoHistoryEntry,
  parseApplication,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { rawApplication } from '../../__testUtils__/rawApplication';
import { ArgoCdInstances } from '../ArgoCdInstances';
import type { StoredApplication } from '../store';
import { ApplicationHistoryReader } from './ApplicationHistoryReader';
import { RevisionMetadataCache } from './RevisionMetadataCache';

const repoUrl = 'https://github.com/acme/gitops';
const sha = (index: number) => index.toString(16).padStart(40, '0');

function appWith(history: ArgoHistoryEntry[]): StoredApplication {
  const raw = rawApplication({ service: 'orders', environment: 'dev' });
  return { ...parseApplication(raw), instance: 'main', version: 1, history };
}

function setUp(getRevisionMetadata: ArgoCdClient['getRevisionMetadata']) {
  const logger = mockServices.logger.mock();
  const instances = ArgoCdInstances.create([
    {
      config: { name: 'main', frontendUrl: 'https://argocd.acme.example' },
      client: {
        getRevisionMetadata,
        getResourceTree: async () => [],
        listManagedResources: async () => [],
        close: async () => {},
      },
      watcher: {
        start: () => {},
        stop: async () => {},
        status: () => ({
          name: 'main',
          status: 'ok',
          circuit: 'closed',
          reading: 'stream',
          applications: 1,
        }),
      },
    },
  ]);
  const reader = ApplicationHistoryReader.create({
    instances,
    metadata: RevisionMetadataCache.create({ instances, logger }),
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    waitMs: 50,
  });
  return { reader, logger };
}

const deployments = (count: number): ArgoHistoryEntry[] =>
  Array.from({ length: count }, (_, id) => ({
    id,
    deployedAt: '2026-01-01T00:00:00Z',
    revisions: [sha(id)],
    sources: [{ repoUrl }],
  }));

describe('ApplicationHistoryReader', () => {
  it('asks four revisions at a time, each once, and not again for a while where it failed', async () => {
    let running = 0;
    let most = 0;
    const ask = jest.fn(async (_: unknown, revision: string) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      if (revision === sha(3)) {
        throw new Error('unknown revision');
      }
      return { author: 'Jane', message: 'Subject\n\nBody' };
    });
    const { reader, logger } = setUp(ask);
    const app = appWith(deployments(10));
    const [{ items }] = await Promise.all([reader.read(app), reader.read(app)]);
    await reader.read(app);
    expect(ask).toHaveBeenCalledTimes(10);
    expect(most).toBe(4);
    expect(items[2].revisions).toEqual([
      {
        revision: sha(2),
        author: 'Jane',
        date: undefined,
        message: 'Subject',
        url: `${repoUrl}/commit/${sha(2)}`,
      },
    ]);
    expect(items[3].revisions[0]).toMatchObject({ author: undefined });
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('does not wait for ever, and has what was late the next time', async () => {
    let answer: () => void = () => {};
    const { reader } = setUp(
      () =>
        new Promise(resolve => {
          answer = () => resolve({ author: 'Jane' });
        }),
    );
    const app = appWith(deployments(1));
    const early = await reader.read(app);
    expect(early.items[0].revisions[0].author).toBeUndefined();
    answer();
    const late = await reader.read(app);
    expect(late.items[0].revisions[0].author).toBe('Jane');
  });

  it('tells sources apart, and asks nothing of a chart version', async () => {
    const ask = jest.fn(async () => ({ author: 'Jane' }));
    const { reader } = setUp(ask);
    const sources = [
      { repoUrl: 'registry.example/charts', chart: 'orders' },
      { repoUrl, ref: 'values' },
    ];
    const app = {
      ...appWith([
        {
          id: 1,
          deployedAt: '2026-01-01T00:00:00Z',
          revisions: ['1.2.3', sha(1)],
          sources,
        },
      ]),
      sources,
    };
    const { items } = await reader.read(app);
    expect(items[0].revisions).toMatchObject([
      { revision: '1.2.3' },
      { revision: sha(1), author: 'Jane' },
    ]);
    expect(ask.mock.calls).toEqual([[app, sha(1), { sourceIndex: 1 }]]);
  });
});
