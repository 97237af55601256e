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
import type { GitOpsRepository } from '../../git';
import { checkServiceName } from './checkServiceName';
import { readServiceNameFacts } from './readServiceNameFacts';
import { ServicesInGit } from './ServicesInGit';

const config = {
  url: 'https://git.example/acme/gitops-platform',
  branch: 'main',
  path: 'applications/{environment}/{service}',
  version: { kind: 'helm-values' as const, file: 'values.yaml', paths: [] },
};

function repositoryOf(files: Record<string, string>, url = config.url) {
  const calls: string[] = [];
  const fake: Partial<GitOpsRepository> = {
    url,
    getDefaultBranch: async () => 'main',
    getBranch: async name => {
      calls.push('branch');
      return name === 'main' ? 'c1' : undefined;
    },
    listFiles: async ({ prefix }) => {
      calls.push('list');
      return Object.keys(files)
        .filter(path => !prefix || path.startsWith(`${prefix}/`))
        .map(path => ({ path, id: `blob of ${files[path]}` }));
    },
    readFile: async ({ path }) => {
      calls.push(path);
      return files[path];
    },
  };
  return { repository: fake as GitOpsRepository, calls, files };
}

const application = (ref: string) =>
  `metadata:\n  annotations:\n    backstage.io/entity-ref: ${ref}\n`;

function platform() {
  return repositoryOf({
    'README.md': 'hello',
    'applications/dev/orders/application.yaml': application(
      'component:default/orders',
    ),
    'applications/dev/orders/values.yaml':
      'route: { host: Orders.dev.acme.example }',
    'applications/staging/orders/values.yaml':
      'route: { host: orders.staging.acme.example }',
    'applications/dev/billing/application.yaml': '{',
    'applications/dev/billing/values.yaml': 'replicas: 1',
  });
}

describe('ServicesInGit', () => {
  it('finds hosts and folders, and reads only what changed', async () => {
    const { repository, calls, files } = platform();
    const services = ServicesInGit.create({
      repository,
      config,
      freshForMs: 0,
    });
    expect(await services.hosts()).toEqual([
      {
        host: 'orders.dev.acme.example',
        service: 'orders',
        environment: 'dev',
        path: 'applications/dev/orders/values.yaml',
      },
      {
        host: 'orders.staging.acme.example',
        service: 'orders',
        environment: 'staging',
        path: 'applications/staging/orders/values.yaml',
      },
    ]);

    calls.length = 0;
    files['applications/dev/billing/values.yaml'] = 'route: { host: bill.x }';
    expect(await services.hosts()).toHaveLength(3);
    expect(calls).toEqual([
      'branch',
      'list',
      'applications/dev/billing/values.yaml',
    ]);

    expect(await services.foldersOf('orders')).toEqual([
      {
        path: 'applications/dev/orders',
        environment: 'dev',
        entityRef: 'component:default/orders',
      },
      { path: 'applications/staging/orders', environment: 'staging' },
    ]);
    expect(await services.foldersOf('billing')).toEqual([
      { path: 'applications/dev/billing', environment: 'dev' },
    ]);
  });

  it('shares one listing, and asks again after a failure', async () => {
    const { repository, calls } = platform();
    const services = ServicesInGit.create({ repository, config });
    const list = repository.listFiles.bind(repository);
    repository.listFiles = async () => {
      throw new Error('Git is down');
    };
    await expect(services.hosts()).rejects.toThrow('Git is down');
    repository.listFiles = list;
    await Promise.all([services.hosts(), services.hosts()]);
    await services.foldersOf('orders');
    expect(calls.filter(call => call === 'list')).toHaveLength(1);
    expect(
      calls.filter(call => call === 'applications/dev/orders/values.yaml'),
    ).toHaveLength(1);
  });

  it('defines nothing before the branch exists', async () => {
    const { repository } = platform();
    const services = ServicesInGit.create({
      repository,
      config: { ...config, branch: 'trunk' },
    });
    expect(await services.hosts()).toEqual([]);
  });
});

describe('readServiceNameFacts', () => {
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'orders',
      annotations: {
        'backstage.io/source-location':
          'url:https://git.example/acme/orders/tree/main/',
      },
    },
    spec: { owner: 'team-shop' },
  };

  it('gathers catalog, repository and folders', async () => {
    const own = repositoryOf({
      'catalog-info.yaml':
        'kind: System\nmetadata: {name: shop}\n---\nkind: Component\nmetadata: {name: orders}\nspec: {owner: team-shop}\n',
    });
    const { repository } = platform();
    const facts = await readServiceNameFacts({
      name: 'orders',
      owner: 'group:default/team-shop',
      repositoryUrl: 'https://git.example/acme/orders',
      findEntity: async () => ({ entity }),
      repository: own.repository,
      services: [ServicesInGit.create({ repository, config })],
    });
    expect(facts).toMatchObject({
      entity: {
        owner: 'team-shop',
        repositoryUrl: 'https://git.example/acme/orders',
      },
      repository: { empty: false, component: 'orders', owner: 'team-shop' },
      folders: [
        { entityRef: 'component:default/orders' },
        { path: 'applications/staging/orders' },
      ],
    });
    expect(checkServiceName(facts).message).toMatch(/belongs to no entity/);
  });

  it('takes a missing repository for a fact and passes other failures on', async () => {
    const { repository } = repositoryOf({});
    const options = {
      name: 'billing',
      findEntity: async () => undefined,
      repository,
      services: [],
    };
    repository.getDefaultBranch = async () => {
      throw new NotFoundError('no such repository');
    };
    expect(await readServiceNameFacts(options)).toMatchObject({
      repository: undefined,
      folders: [],
    });
    repository.getDefaultBranch = async () => {
      throw new Error('rate limit');
    };
    await expect(readServiceNameFacts(options)).rejects.toThrow('rate limit');
  });
});
