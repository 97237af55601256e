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
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { catalogApplication } from '../__testUtils__/catalogApplication';
import type { ClustersConfig } from '../config/CatalogConfig';
import { InstanceProvider, type Reader } from '../entities/InstanceProvider';
import { providedClusters } from './providedClusters';

const SHARED = 'https://10.0.0.1';
const schedule = { frequency: { minutes: 1 }, timeout: { minutes: 1 } };

function reader(
  name: string,
  options: { servers?: string[]; answers?: boolean } = {},
): Reader {
  const { servers, answers = true } = options;
  return {
    name,
    reading: servers && {
      applications: servers.map((server, at) =>
        catalogApplication(`app-${at}`, { destination: { server } }),
      ),
      clusters: [{ name: 'eks', server: SHARED }],
    },
    refresh: async () => answers,
  };
}

async function setUp(
  readers: Reader[],
  clusters: Partial<ClustersConfig> = {},
) {
  const scheduler = mockServices.scheduler();
  const logger = mockServices.logger.mock();
  const applied = new Map<string, Entity[]>();
  const applyMutation = jest.fn<
    Promise<void>,
    [string, EntityProviderMutation]
  >(async (name, mutation) => {
    const entities = mutation.type === 'full' ? mutation.entities : [];
    applied.set(
      name,
      entities.map(({ entity }) => entity),
    );
  });
  const providers = InstanceProvider.createAll({
    readers,
    entities: providedClusters({
      config: { enabled: true, owner: 'team-a', apiServer: false, ...clusters },
      instances: readers.map(({ name }) => name),
    }),
    scheduler,
    schedule,
    logger,
  });
  for (const provider of providers) {
    const name = provider.getProviderName();
    await provider.connect({
      applyMutation: mutation => applyMutation(name, mutation),
      refresh: async () => {},
    });
  }
  return {
    applied,
    applyMutation,
    logger,
    run: (instance: string) =>
      scheduler.triggerTask(`gitops-clusters:${instance}`),
    names: (instance: string) =>
      applied.get(`gitops-clusters:${instance}`)?.map(one => one.metadata.name),
  };
}

describe('providedClusters', () => {
  it('provides a cluster of two instances once, that of its own cluster for each', async () => {
    const own = 'https://kubernetes.default.svc';
    const { run, names } = await setUp([
      reader('main', { servers: [own] }),
      reader('second', { servers: [own, 'https://10.0.0.2'] }),
    ]);
    await run('second');
    await run('main');
    expect(names('main')).toEqual(['main-eks', 'main-in-cluster']);
    expect(names('second')).toEqual([
      expect.stringMatching(/^second-cluster-/),
      'second-in-cluster',
    ]);
  });

  it('provides nothing while its instance does not answer', async () => {
    const { run, applyMutation } = await setUp([
      reader('main', { servers: [], answers: false }),
    ]);
    await run('main');
    expect(applyMutation).not.toHaveBeenCalled();
  });

  it('takes nothing away where its account has lost its permissions', async () => {
    const { run, applyMutation } = await setUp([
      {
        name: 'main',
        reading: { applications: [], clusters: [] },
        refresh: async () => true,
      },
    ]);
    await run('main');
    expect(applyMutation).not.toHaveBeenCalled();
  });

  it('provides nothing while its list of clusters is not known', async () => {
    const { run, applyMutation } = await setUp([
      {
        name: 'main',
        reading: { applications: [] },
        refresh: async () => true,
      },
    ]);
    await run('main');
    expect(applyMutation).not.toHaveBeenCalled();
  });

  it('does not wait for an earlier instance that has never answered', async () => {
    const { run, names } = await setUp([
      reader('main', { answers: false }),
      reader('second', { servers: [] }),
    ]);
    await run('second');
    expect(names('second')).toEqual(['second-eks']);
  });

  it('goes by what an earlier instance answered last', async () => {
    const { run, names } = await setUp([
      reader('main', { servers: [], answers: false }),
      reader('second', { servers: [] }),
    ]);
    await run('second');
    expect(names('second')).toEqual([]);
  });

  it('shows an address only where that is wanted, and a system where there is one', async () => {
    const servers = ['https://kubernetes.default.svc'];
    const { run, applied } = await setUp([reader('main', { servers })], {
      apiServer: true,
      system: 'platform',
    });
    await run('main');
    const [eks, own] = applied.get('gitops-clusters:main') ?? [];
    expect(eks).toMatchObject({
      metadata: { annotations: { 'kubernetes.io/api-server': SHARED } },
      spec: {
        type: 'kubernetes-cluster',
        owner: 'team-a',
        system: 'platform',
      },
    });
    expect(own.metadata.annotations).not.toHaveProperty([
      'kubernetes.io/api-server',
    ]);
  });

  it('says when the catalog takes nothing', async () => {
    const { run, applyMutation, logger } = await setUp([
      reader('main', { servers: [] }),
    ]);
    applyMutation.mockRejectedValue(new Error('database is locked'));
    await run('main');
    expect(logger.error).toHaveBeenCalledWith(
      "The clusters of Argo CD instance 'main' could not be written to the catalog",
      expect.objectContaining({ message: 'database is locked' }),
    );
  });
});
