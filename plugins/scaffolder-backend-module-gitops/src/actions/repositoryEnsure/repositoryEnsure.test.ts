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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { exampleInput } from '../__testUtils__/exampleInput';
import { FakeGitOpsRepository } from '../__testUtils__/FakeGitOpsRepository';
import { repositoriesOf } from '../__testUtils__/repositoriesOf';
import { GITOPS_URL, testConfig } from '../__testUtils__/testConfig';
import { MissingRepository } from '../__testUtils__/MissingRepository';
import { createRepositoryEnsureAction } from './repositoryEnsure';
import { examples } from './repositoryEnsure.examples';

type Action = ReturnType<typeof createRepositoryEnsureAction>;
type Input = Parameters<Action['handler']>[0]['input'];

const URL = 'https://github.com/acme/orders';
const input = exampleInput<Input & {}>(examples[0]);

function component(options: { name?: string; owner?: string } = {}): string {
  const { name = 'orders', owner = 'team-shop' } = options;
  return `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec:\n  type: service\n  lifecycle: production\n  owner: ${owner}\n`;
}

function entity(owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'orders',
      namespace: 'default',
      annotations: { 'backstage.io/source-location': `url:${URL}/` },
    },
    spec: { type: 'service', lifecycle: 'production', owner },
  };
}

describe('gitops:repository:ensure', () => {
  async function run(
    options: {
      repository?: FakeGitOpsRepository;
      gitops?: Record<string, string>;
      entities?: Entity[];
      locations?: string[];
      input?: Input;
    } = {},
  ) {
    const context = createMockActionContext<Input>({
      input: options.input ?? input,
    });
    const catalog = catalogServiceMock({ entities: options.entities ?? [] });
    jest.spyOn(catalog, 'getLocations').mockResolvedValue({
      items: (options.locations ?? []).map((target, id) => ({
        id: String(id),
        type: 'url',
        target,
        entityRef: `location:default/generated-${id}`,
      })),
    });
    const action = createRepositoryEnsureAction({
      config: testConfig,
      repositories: repositoriesOf(
        options.repository ?? new MissingRepository(URL),
        new FakeGitOpsRepository(GITOPS_URL, options.gitops ?? {}),
      ),
      catalog,
      auth: mockServices.auth(),
    });
    await action.handler({
      ...context,
      getInitiatorCredentials: async () => mockCredentials.user(),
    });
    return Object.fromEntries(jest.mocked(context.output).mock.calls);
  }

  const addresses = {
    repoUrl: 'github.com?owner=acme&repo=orders',
    repositoryUrl: URL,
    remoteUrl: `${URL}.git`,
    repoContentsUrl: `${URL}/blob/main`,
  };

  it('says that a repository is missing, empty or ready', async () => {
    expect(await run()).toEqual({
      ...addresses,
      registered: false,
      status: 'missing',
      message: `${URL} does not exist yet and will be created.`,
    });

    const empty = new FakeGitOpsRepository(URL, {});
    empty.refs.delete('main');
    expect(await run({ repository: empty })).toMatchObject({
      ...addresses,
      status: 'empty',
    });

    const repository = new FakeGitOpsRepository(URL, {
      'catalog-info.yaml': component(),
    });
    const ready = await run({
      repository,
      entities: [entity('group:default/team-shop')],
      gitops: {
        'applications/dev/orders/application.yaml':
          'metadata:\n  annotations:\n    backstage.io/entity-ref: component:default/orders\n',
      },
    });
    expect(ready).toMatchObject({ ...addresses, status: 'ready' });
  });

  it.each([
    ['nothing', [], false],
    ['it', [`${URL}/tree/main/catalog-info.yaml`], true],
    [
      'it, by another form of address',
      [`${URL}/blob/main/catalog-info.yaml`],
      true,
    ],
    ['another file of it', [`${URL}/tree/main/docs/catalog-info.yaml`], false],
    ['another repository', [`${URL}-2/tree/main/catalog-info.yaml`], false],
  ])(
    'says whether it is registered where %s is',
    async (_, locations, registered) => {
      expect(await run({ locations })).toMatchObject({ registered });
    },
  );

  it.each<[string, Parameters<typeof run>[0], RegExp]>([
    [
      'an entity that it would not look at',
      { input: { ...input, entityRef: 'component:other/orders' } },
      /entityRef: found component:other\/orders, expected component:default\/orders/,
    ],
    [
      'a name that is no DNS label',
      { input: { ...input, name: 'Orders_1' } },
      /name: Use .*lower-case letters/,
    ],
    [
      'a repository of another component',
      {
        repository: new FakeGitOpsRepository(URL, {
          'catalog-info.yaml': component({ name: 'billing' }),
        }),
      },
      /belongs to component "billing"\. Choose another name/,
    ],
    [
      'a repository of another owner',
      {
        repository: new FakeGitOpsRepository(URL, {
          'catalog-info.yaml': component({ owner: 'team-bank' }),
        }),
      },
      /belongs to team-bank/,
    ],
    [
      'a repository without a catalog entry',
      { repository: new FakeGitOpsRepository(URL, { 'README.md': '#' }) },
      /has no catalog-info\.yaml/,
    ],
    [
      'an entity of another owner',
      { entities: [entity('group:default/team-bank')] },
      /belongs to group:default\/team-bank/,
    ],
    [
      'a folder of another entity',
      {
        gitops: {
          'applications/dev/orders/application.yaml':
            'metadata:\n  annotations:\n    backstage.io/entity-ref: component:default/billing\n',
        },
      },
      /applications\/dev\/orders in Git belongs to component:default\/billing/,
    ],
  ])('refuses %s', async (_, options, message) => {
    await expect(run(options)).rejects.toThrow(message);
  });
});
