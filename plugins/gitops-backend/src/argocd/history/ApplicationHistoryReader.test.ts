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
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  ArgoHistoryEntry,
  parseApplication,
  readGitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { componentOf } from '../../__testUtils__/componentOf';
import { InMemoryRepository } from '../../__testUtils__/InMemoryRepository';
import { instancesWith } from '../../__testUtils__/instancesWith';
import { GITOPS_URL, rawApplication } from '../../__testUtils__/rawApplication';
import type { StoredApplication } from '../store';
import { SourceVersions } from '../version/SourceVersions';
import { VersionFileReader } from '../version/VersionFileReader';
import { ApplicationHistoryReader } from './ApplicationHistoryReader';
import { RevisionMetadataCache } from './RevisionMetadataCache';

const repoUrl = 'https://github.com/acme/gitops';
const COMMIT = 'c'.repeat(40);
const sha = (index: number) => index.toString(16).padStart(40, '0');

function appWith(history: ArgoHistoryEntry[]): StoredApplication {
  const raw = rawApplication({ service: 'orders', environment: 'dev' });
  return { ...parseApplication(raw), instance: 'main', version: 1, history };
}

function setUp(client: Parameters<typeof instancesWith>[0]) {
  const logger = mockServices.logger.mock();
  const instances = instancesWith(client);
  const repository = new InMemoryRepository(GITOPS_URL);
  const readFile = jest.spyOn(repository, 'readFile');
  const reader = ApplicationHistoryReader.create({
    instances,
    metadata: RevisionMetadataCache.create({ instances, logger }),
    versions: SourceVersions.create({
      reader: VersionFileReader.create({
        repositories: { forUrl: () => repository },
      }),
      config: readGitOpsConfig(
        new ConfigReader({
          gitops: {
            environments: [{ name: 'dev' }],
            repositories: [{ url: GITOPS_URL }],
          },
        }),
      ),
      logger,
      onArrival: () => {},
    }),
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    waitMs: 50,
  });
  return { reader, logger, readFile, repository };
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
    const { reader, logger } = setUp({ getRevisionMetadata: ask });
    const app = appWith(deployments(10));
    const [{ items }] = await Promise.all([reader.read(app), reader.read(app)]);
    await reader.read(app);
    expect(ask).toHaveBeenCalledTimes(10);
    expect(most).toBe(4);
    expect(items[2].revisions).toEqual([
      {
        revision: sha(2),
        kind: 'commit',
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
    const { reader } = setUp({
      getRevisionMetadata: () =>
        new Promise(resolve => {
          answer = () => resolve({ author: 'Jane' });
        }),
    });
    const app = appWith(deployments(1));
    const early = await reader.read(app);
    expect(early.items[0].revisions[0].author).toBeUndefined();
    answer();
    const late = await reader.read(app);
    expect(late.items[0].revisions[0].author).toBe('Jane');
  });

  it('asks of each source what its kind of revision has', async () => {
    const getRevisionMetadata = jest.fn(async () => ({ author: 'Jane' }));
    const getChartDetails = jest.fn(async () => ({
      description: 'Orders chart',
      maintainers: ['Joe', 'Jim'],
      home: 'https://charts.example/orders',
    }));
    const getOciMetadata = jest.fn(async () => ({
      description: 'Orders manifests',
      authors: 'Ann',
      createdAt: '2026-01-01T00:00:00Z',
      sourceUrl: 'data:text/html,x',
    }));
    const { reader } = setUp({
      getRevisionMetadata,
      getChartDetails,
      getOciMetadata,
    });
    const sources = [
      { repoUrl: 'registry.example/charts', chart: 'orders' },
      { repoUrl, ref: 'values' },
      { repoUrl: 'oci://registry.example/orders' },
    ];
    const digest = `sha256:${'a'.repeat(64)}`;
    const entry = {
      id: 1,
      deployedAt: '2026-01-01T00:00:00Z',
      revisions: ['1.2.3', sha(1), digest],
      sources,
    };
    const app = { ...appWith([entry]), sources };
    const { items } = await reader.read(app);
    expect(items[0].revisions).toEqual([
      {
        revision: '1.2.3',
        kind: 'chart',
        author: 'Joe, Jim',
        message: 'Orders chart',
        url: 'https://charts.example/orders',
      },
      {
        revision: sha(1),
        kind: 'commit',
        author: 'Jane',
        url: `${repoUrl}/commit/${sha(1)}`,
      },
      {
        revision: digest,
        kind: 'oci',
        author: 'Ann',
        date: '2026-01-01T00:00:00Z',
        message: 'Orders manifests',
      },
    ]);
    expect(getRevisionMetadata.mock.calls).toEqual([
      [app, sha(1), { sourceIndex: 1 }],
    ]);
    expect(getChartDetails.mock.calls).toEqual([
      [app, '1.2.3', { sourceIndex: 0 }],
    ]);
    expect(getOciMetadata.mock.calls).toEqual([
      [app, digest, { sourceIndex: 2 }],
    ]);
  });

  it('names the deployment where the sources were others then', async () => {
    const getRevisionMetadata = jest.fn(async () => ({}));
    const { reader } = setUp({ getRevisionMetadata });
    const app = appWith([
      {
        id: 7,
        deployedAt: '2026-01-01T00:00:00Z',
        revisions: [sha(1), sha(2)],
        sources: [{ repoUrl }, { repoUrl: `${repoUrl}-other` }],
      },
    ]);
    const { items } = await reader.read(app);
    expect(items[0].revisions).toHaveLength(2);
    expect(getRevisionMetadata.mock.calls).toEqual([
      [app, sha(1), { sourceIndex: 0, versionId: 7 }],
      [app, sha(2), { sourceIndex: 1, versionId: 7 }],
    ]);
  });

  describe('what Git named', () => {
    const entity: Entity = componentOf('orders', {
      'github.com/project-slug': 'acme/orders',
    });
    const ours = (count: number) =>
      deployments(count).map(entry => ({
        ...entry,
        sources: [{ repoUrl: GITOPS_URL, path: 'charts/my-microservice' }],
      }));

    it('shows images and source commits of each deployment, read once per revision', async () => {
      const { reader, readFile } = setUp({
        getRevisionMetadata: async () => ({}),
      });
      readFile.mockImplementation(async file =>
        'ref' in file && file.ref === sha(0)
          ? "image: { repository: ghcr.io/acme/orders, tag: 1.10, sourceRevision: '' }"
          : `image: { repository: ghcr.io/acme/orders, tag: 1.11, digest: 'sha256:1', sourceRevision: ${COMMIT} }`,
      );
      const app = appWith(ours(2));
      const { items } = await reader.read(app, entity);
      expect(items).toMatchObject([
        {
          id: 0,
          images: ['ghcr.io/acme/orders:1.10'],
          sourceRevision: undefined,
          sourceUrl: undefined,
        },
        {
          id: 1,
          images: ['ghcr.io/acme/orders:1.11@sha256:1'],
          sourceRevision: COMMIT,
          sourceUrl: `https://github.com/acme/orders/commit/${COMMIT}`,
        },
      ]);
      await reader.read(app, entity);
      expect(readFile.mock.calls).toMatchObject([
        [{ ref: sha(0), path: 'applications/dev/orders/values.yaml' }],
        [{ ref: sha(1) }],
      ]);
    });

    it('leaves them out where Git fails', async () => {
      const { reader, repository, logger } = setUp({
        getRevisionMetadata: async () => ({}),
      });
      repository.failure = new Error('Git is down');
      const { items } = await reader.read(appWith(ours(1)), entity);
      expect(items[0]).toMatchObject({ id: 0, images: undefined });
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringMatching(/Git is down/),
      );
    });
  });
});
