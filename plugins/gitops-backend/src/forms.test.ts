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

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ServiceUnavailableError } from '@backstage/errors';
import { componentOf } from './__testUtils__/componentOf';
import { InMemoryRepository } from './__testUtils__/InMemoryRepository';
import { GITOPS_URL } from './__testUtils__/rawApplication';
import { startGitOpsBackend } from './__testUtils__/startGitOpsBackend';

jest.setTimeout(30_000);

const owner = 'group:default/team-shop';
const host = new URL(GITOPS_URL).origin;
const platformYaml = `
organisation: acme
repository: { url: ${GITOPS_URL}.git, branch: main }
registry: ghcr.io/acme
placeholderImage: { repository: ghcr.io/stefanprodan/podinfo, tag: 6.9.2 }
secretStore: { kind: ClusterSecretStore, name: vault }
environments:
  - { name: dev, domain: dev.acme.example, cluster: in-cluster, writer: ci }
  - { name: staging, domain: staging.acme.example, cluster: in-cluster, writer: promotion }
  - { name: production, domain: acme.example, cluster: in-cluster, writer: promotion }
`;

function query(parameters: Record<string, string>): string {
  return `?${new URLSearchParams(parameters)}`;
}

async function setUp(gitops?: { repositories: [] }) {
  const backend = await startGitOpsBackend({
    argocd: {},
    gitops,
    entities: [
      componentOf('orders', {
        'backstage.io/source-location': `url:${host}/acme/orders/src/branch/main/`,
      }),
      componentOf('secret', {
        'backstage.io/source-location': `url:${host}/acme/secret/src/branch/main/`,
      }),
    ],
    repositories: [
      new InMemoryRepository(`${host}/acme/orders`, {
        'catalog-info.yaml': `kind: Component\nmetadata: { name: orders }\nspec: { owner: ${owner} }`,
      }),
      new InMemoryRepository(`${host}/acme/monolith`, {
        'README.md': 'A monolith',
      }),
      new InMemoryRepository(`${host}/board/plans`, {
        'catalog-info.yaml':
          'kind: Component\nmetadata: { name: takeover }\nspec: { owner: board }',
      }),
    ],
  });
  const { files } = backend.gitopsRepository;
  files.set('platform.yaml', platformYaml);
  files.set(
    'applications/dev/orders/application.yaml',
    'metadata: { annotations: { backstage.io/entity-ref: component:default/orders } }',
  );
  files.set(
    'applications/dev/orders/values.yaml',
    'route: { host: shop.dev.acme.example }',
  );
  files.set(
    'applications/dev/legacy/application.yaml',
    'metadata: { annotations: { backstage.io/entity-ref: component:old/legacy } }',
  );
  const check = async (name: string, parameters: Record<string, string>) => {
    const { body, status } = await backend.get(
      `/forms/${name}${query(parameters)}`,
    );
    return { status, body };
  };
  return { ...backend, check };
}

describe('the checks of the wizard', () => {
  let backend: Awaited<ReturnType<typeof setUp>>;

  beforeAll(async () => {
    backend = await setUp();
  });

  afterEach(() => {
    backend.gitopsRepository.failure = undefined;
    backend.policy.clear();
    backend.audit.length = 0;
  });

  afterAll(async () => {
    await backend.stop();
  });

  it.each<[string, Record<string, string>, object]>([
    ['a free name', { value: 'cart' }, { status: 'ok' }],
    [
      'the own service',
      { value: 'orders', owner, repository: `${host}/acme/orders` },
      { status: 'ok', message: expect.stringMatching(/is yours/) },
    ],
    [
      'a malformed name',
      { value: '../x' },
      { status: 'refused', message: expect.stringMatching(/lower-case/) },
    ],
    [
      'an entity of another owner',
      { value: 'orders', owner: 'group:default/team-x' },
      { status: 'refused', message: expect.stringMatching(/team-shop/) },
    ],
    [
      'a repository of something else',
      { value: 'cart', owner, repository: `${host}/acme/monolith` },
      { status: 'refused', message: expect.stringMatching(/catalog-info/) },
    ],
    [
      'a repository of another organisation, of which nothing is told',
      { value: 'cart', owner, repository: `${host}/board/plans` },
      { status: 'ok' },
    ],
    [
      'a folder of something else',
      { value: 'legacy', owner },
      { status: 'refused', message: expect.stringMatching(/old\/legacy/) },
    ],
    [
      'a repository that is no repository',
      { value: 'cart', owner, repository: 'nonsense' },
      { status: 'refused', message: expect.any(String) },
    ],
  ])('name: %s', async (_, parameters, verdict) => {
    const { status, body } = await backend.check('name', parameters);
    expect(status).toBe(200);
    expect(body).toEqual(verdict);
    expect(backend.audit).toEqual([
      { eventId: 'form-check', meta: { check: 'name' }, outcome: 'success' },
    ]);
  });

  it('name: tells nothing of an entity that the person may not see', async () => {
    const { getEntityByRef } = backend.catalog;
    backend.catalog.getEntityByRef = async (ref, options) =>
      options && 'credentials' in options && isUser(options.credentials)
        ? undefined
        : getEntityByRef.call(backend.catalog, ref, options);
    const { body } = await backend.check('name', { value: 'secret', owner });
    backend.catalog.getEntityByRef = getEntityByRef;
    expect(body).toEqual({
      status: 'refused',
      message: '"secret" is taken by another component. Choose another name.',
    });
  });

  it.each<[string, Record<string, string>, object]>([
    [
      'a free host',
      { value: 'cart', service: 'cart' },
      {
        status: 'ok',
        message:
          'cart.dev.acme.example, cart.staging.acme.example, cart.acme.example',
      },
    ],
    [
      'its own host',
      { value: 'shop', service: 'orders' },
      { status: 'ok', message: expect.any(String) },
    ],
    [
      'a host of another service',
      { value: 'shop', service: 'cart' },
      { status: 'refused', message: expect.stringMatching(/"orders"/) },
    ],
  ])('host: %s', async (_, parameters, verdict) => {
    expect((await backend.check('host', parameters)).body).toEqual(verdict);
  });

  it('environments: come from the configuration, described by Git', async () => {
    expect((await backend.check('environments', {})).body).toEqual({
      status: 'ok',
      options: [
        {
          value: 'dev',
          label: 'dev',
          description: 'dev.acme.example',
          selected: true,
        },
        {
          value: 'staging',
          label: 'staging',
          description: 'staging.acme.example',
          selected: false,
        },
        {
          value: 'production',
          label: 'production',
          description: 'acme.example',
          selected: false,
        },
      ],
    });
  });

  it('files: shows what the task would write, and what a second run would not', async () => {
    const value = JSON.stringify({
      name: 'cart',
      owner,
      environments: ['dev'],
      repositoryUrl: `${host}/acme/cart`,
    });
    const { body } = await backend.check('files', { value });
    expect(body).toMatchObject({
      status: 'ok',
      files: [
        {
          repository: 'acme/gitops-platform',
          path: 'applications/dev/cart/application.yaml',
          change: 'added',
          content: expect.stringContaining('component:default/cart'),
        },
        { path: 'applications/dev/cart/values.yaml', change: 'added' },
      ],
    });
    for (const file of body.files) {
      backend.gitopsRepository.files.set(file.path, file.content);
    }
    const again = await backend.check('files', { value });
    expect(again.body).toMatchObject({
      status: 'ok',
      message: expect.stringMatching(/Nothing changes/),
      files: [{ change: 'unchanged' }, { change: 'unchanged' }],
    });
  });

  it.each<[string, object, RegExp]>([
    ['an unknown environment', { environments: ['qa'] }, /qa/],
    ['a host of another service', { host: 'shop' }, /"orders"/],
    ['a taken name', { name: 'legacy' }, /old\/legacy/],
    ['an unknown field', { naem: 'x' }, /naem/],
    [
      'an own chart where CI does not write, before it is there',
      { chart: 'own', environments: ['dev', 'staging'] },
      /found staging with chart own.*start with dev alone/,
    ],
  ])('files: refuses %s', async (_, values, message) => {
    const value = JSON.stringify({
      name: 'basket',
      owner,
      environments: ['dev'],
      ...values,
    });
    const { body } = await backend.check('files', {
      value,
      repository: `${host}/acme/basket`,
    });
    expect(body).toEqual({
      status: 'refused',
      message: expect.stringMatching(message),
    });
  });

  it.each(['name', 'host', 'environments', 'files'])(
    '%s: is for those who may start a task',
    async name => {
      backend.policy.set('scaffolder.task.create', {
        result: AuthorizeResult.DENY,
      });
      const { status } = await backend.check(name, { value: '{}' });
      expect(status).toBe(403);
      expect(backend.audit).toMatchObject([{ outcome: 'NotAllowedError' }]);
    },
  );

  it.each([
    ['an unknown check', 'colour', {}],
    ['a value that is too long', 'name', { value: 'a'.repeat(4_001) }],
    ['values that are not JSON', 'files', { value: '{' }],
    ['values that are no object', 'files', { value: '[]' }],
    ['no values', 'files', {}],
  ])('answers 400 to %s', async (_, name, parameters) => {
    expect((await backend.check(name, parameters)).status).toBe(400);
  });
});

describe('the files of a service that exists', () => {
  it.each<[string, string, string, boolean]>([
    ['are shown to its owner', owner, 'orders', true],
    ['not to whoever types its owner', 'group:default/team-x', 'orders', false],
    ['to nobody where the catalog does not have it', owner, 'cart', false],
  ])('%s', async (_, membership, name, shown) => {
    const backend = await setUp();
    const { files } = backend.gitopsRepository;
    const ask = (environments: string[], replicas: number) =>
      backend.check('files', {
        value: JSON.stringify({
          name,
          owner,
          environments,
          replicas,
          repositoryUrl: `${host}/acme/${name}`,
        }),
      });
    const folder = `applications/dev/${name}`;
    files.delete(`${folder}/application.yaml`);
    files.delete(`${folder}/values.yaml`);
    const planned = await ask(['dev'], 2);
    for (const { path, content } of planned.body.files) {
      files.set(path, content);
    }
    backend.ownershipEntityRefs.splice(0, 1, membership);
    const { body } = await ask(['dev', 'staging'], 3);
    await backend.stop();

    expect(body.status).toBe('ok');
    const seen = new Map(
      body.files.map(
        ({ path, change, content }: Record<string, string | undefined>) => [
          path,
          [change, content === undefined ? 'left out' : 'shown'],
        ],
      ),
    );
    const content = shown ? 'shown' : 'left out';
    expect(seen.get(`${folder}/application.yaml`)).toEqual([
      'unchanged',
      content,
    ]);
    expect(seen.get(`${folder}/values.yaml`)).toEqual(['modified', content]);
    expect(seen.get(`applications/staging/${name}/values.yaml`)).toEqual([
      'added',
      'shown',
    ]);
  });
});

describe('the checks of the wizard without Git', () => {
  it('say what is the matter, and stop nobody', async () => {
    const backend = await setUp();
    backend.gitopsRepository.failure = new ServiceUnavailableError(
      'GitHub answered 503',
    );
    for (const name of ['name', 'host']) {
      const { status, body } = await backend.check(name, { value: 'cart' });
      expect(status).toBe(200);
      expect(body).toEqual({
        status: 'unavailable',
        message: expect.stringMatching(/GitHub answered 503\. The task checks/),
      });
    }
    const { body } = await backend.check('environments', {});
    expect(body).toMatchObject({
      status: 'ok',
      options: [
        { value: 'dev' },
        { value: 'staging' },
        { value: 'production' },
      ],
    });
    const overview = await backend.get(
      '/entities/component/default/orders/argocd',
    );
    expect(overview.body).toMatchObject({
      pullRequests: [],
      pullRequestsError: expect.stringMatching(/GitHub answered 503/),
    });

    backend.gitopsRepository.failure = undefined;
    backend.gitopsRepository.files.set('platform.yaml', 'organisation: 1');
    const broken = await backend.check('host', { value: 'cart' });
    expect(broken.body).toEqual({
      status: 'unavailable',
      message: expect.stringMatching(/platform\.yaml/),
    });
    await backend.stop();
  });

  it('say that no repository is configured', async () => {
    const backend = await setUp({ repositories: [] });
    const { body } = await backend.check('name', { value: 'cart' });
    expect(body).toEqual({
      status: 'unavailable',
      message: expect.stringMatching(/gitops\.repositories/),
    });
    await backend.stop();
  });
});

function isUser(credentials: unknown): boolean {
  return JSON.stringify(credentials).includes('"type":"user"');
}
