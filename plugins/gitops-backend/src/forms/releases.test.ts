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
import { mockCredentials } from '@backstage/backend-test-utils';
import type {
  FormCheck,
  RecordedDeployment,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { ArgoCdStandIn } from '../__testUtils__/ArgoCdStandIn';
import { componentOf } from '../__testUtils__/componentOf';
import { InMemoryRepository } from '../__testUtils__/InMemoryRepository';
import { GITOPS_URL, rawApplication } from '../__testUtils__/rawApplication';
import { startGitOpsBackend } from '../__testUtils__/startGitOpsBackend';
import { GitOpsPlatform } from './GitOpsPlatform';
import { ReleaseForm } from './ReleaseForm';
import { RollbackField } from './RollbackField';

jest.setTimeout(60_000);

const orders = componentOf('orders', {
  'argocd/app-selector': 'app.kubernetes.io/name=orders',
  'backstage.io/source-location': `url:${
    new URL(GITOPS_URL).origin
  }/acme/orders/src/branch/main/`,
});
const DIGEST = `sha256:${'b'.repeat(64)}`;
const PLATFORM = `
organisation: acme
repository: { url: ${GITOPS_URL}.git, branch: main }
registry: ghcr.io/acme
placeholderImage: { repository: ghcr.io/stefanprodan/podinfo, tag: 6.9.2 }
secretStore: { kind: ClusterSecretStore, name: vault }
environments:
  - { name: dev, domain: dev.acme.example, cluster: in-cluster, writer: ci }
  - { name: staging, domain: staging.acme.example, cluster: in-cluster, writer: promotion }
  - { name: production, domain: acme.example, cluster: in-cluster, writer: promotion, registry: ecr.example/acme }
`;

const values = (tag: string, digest = DIGEST, revision = 'd'.repeat(40)) =>
  `image:\n  repository: ghcr.io/acme/orders\n  tag: ${tag}\n  digest: ${digest}\n  sourceRevision: ${revision}\nreplicas: 2\n`;
const application = (service: string) =>
  `metadata: { annotations: { backstage.io/entity-ref: component:default/${service} } }\n`;

function fill(files: Map<string, string>) {
  files.set('platform.yaml', PLATFORM);
  for (const [environment, text] of Object.entries({
    dev: values('1.14.2'),
    staging: values('1.14.2'),
    production: values('1.13.0', `sha256:${'a'.repeat(64)}`, 'c'.repeat(40)),
  })) {
    const folder = `applications/${environment}/orders`;
    files.set(`${folder}/values.yaml`, text);
    files.set(`${folder}/application.yaml`, application('orders'));
  }
}

describe('the check of a promotion', () => {
  let argocd: ArgoCdStandIn;
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;
  let source: InMemoryRepository;

  beforeAll(async () => {
    argocd = await ArgoCdStandIn.start([
      rawApplication({ service: 'orders', environment: 'dev' }),
      rawApplication({
        service: 'orders',
        environment: 'staging',
        health: { status: 'Degraded', message: 'Pod crashes' },
      }),
      rawApplication({ service: 'orders', environment: 'production' }),
    ]);
    source = new InMemoryRepository(
      `${new URL(GITOPS_URL).origin}/acme/orders`,
    );
    jest.spyOn(source, 'listCommits').mockImplementation(async () => ({
      total: 1,
      behind: 0,
      commits: [{ revision: 'd'.repeat(40), title: 'Sell more' }],
    }));
    backend = await startGitOpsBackend({
      argocd: { main: argocd },
      entities: [orders],
      repositories: [source],
    });
    fill(backend.gitopsRepository.files);
    await backend.until({ main: 'ok' });
  });

  afterEach(() => {
    backend.policy.clear();
    backend.gitopsRepository.failure = undefined;
    backend.ownershipEntityRefs.splice(0, 1, 'group:default/team-shop');
  });

  afterAll(async () => {
    await backend.stop();
    await argocd.stop();
  });

  const check = async (
    kind: 'promotion' | 'rollback',
    parameters: Record<string, string>,
  ): Promise<FormCheck> => {
    const query = new URLSearchParams({
      service: 'component:default/orders',
      ...parameters,
    });
    const { body, status } = await backend.get(`/forms/${kind}?${query}`);
    expect(status).toBe(200);
    return body;
  };

  const options = [
    { value: 'staging', label: 'staging', description: '1.14.2' },
    { value: 'production', label: 'production', description: '1.13.0' },
  ];

  it('names the environments that promotion writes to, as long as none is chosen', async () => {
    const asked = { status: 'ok', options, message: 'Choose an environment.' };
    expect(await check('promotion', {})).toEqual(asked);
    expect(await check('rollback', {})).toEqual(asked);
  });

  it('tells nobody what runs for another entity of the same name', async () => {
    const { files } = backend.gitopsRepository;
    for (const environment of ['staging', 'production']) {
      files.set(
        `applications/${environment}/orders/application.yaml`,
        'metadata: { annotations: { backstage.io/entity-ref: component:other/orders } }\n',
      );
    }
    const verdict = await check('promotion', {});
    fill(files);
    expect(verdict).toMatchObject({ status: 'refused', options: [] });
  });

  it('shows what would change: versions, commits, lines, and an image that is copied', async () => {
    const verdict = await check('promotion', {
      environment: 'production',
      from: 'dev',
    });
    expect(verdict).toMatchObject({
      status: 'ok',
      message: expect.stringMatching(
        /pull request is opened.*copies the image/,
      ),
      options,
      change: {
        from: { label: '1.13.0' },
        to: {
          label: '1.14.2',
          images: [`ecr.example/acme/orders:1.14.2@${DIGEST}`],
          sourceRevision: 'd'.repeat(40),
        },
        commits: {
          environment: 'dev',
          same: false,
          total: 1,
          commits: [{ revision: 'd'.repeat(40), message: 'Sell more' }],
        },
        copiesImage: true,
      },
    });
    const lines = verdict.change?.diff?.split('\n') ?? [];
    expect(lines.slice(0, 2)).toEqual([
      expect.stringMatching(
        /^--- a\/applications\/production\/orders\/values\.yaml/,
      ),
      expect.stringMatching(
        /^\+\+\+ b\/applications\/production\/orders\/values\.yaml/,
      ),
    ]);
    expect(lines).toContain('-  tag: 1.13.0');
    expect(lines).toContain('+  tag: 1.14.2');
    expect(lines).toContain(' replicas: 2');
  });

  it('refuses what is not healthy, and a reason overrides that', async () => {
    expect(
      await check('promotion', { environment: 'production' }),
    ).toMatchObject({
      status: 'refused',
      overridable: true,
      message: expect.stringMatching(
        /orders-staging is Degraded.*give a reason/,
      ),
      change: { to: { label: '1.14.2' } },
    });
  });

  it('says so where nothing changes', async () => {
    expect(await check('promotion', { environment: 'staging' })).toMatchObject({
      status: 'ok',
      message: expect.stringMatching(/^Nothing changes: Git names 1\.14\.2/),
      change: { commits: { same: true }, diff: '' },
    });
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['CI writes it', { environment: 'dev' }, /written by CI alone/],
    ['it is unknown', { environment: 'qa' }, /no environment "qa"/],
    [
      'it comes first',
      { environment: 'staging', from: 'production' },
      /does not come before/,
    ],
    ['nobody has it', { service: 'component:default/x' }, /no entity/],
  ])(
    'refuses, and nothing overrides it, where %s',
    async (_, query, message) => {
      const verdict = await check('promotion', query);
      expect(verdict).toMatchObject({
        status: 'refused',
        message: expect.stringMatching(message),
      });
      expect(verdict.overridable).toBeUndefined();
    },
  );

  it('refuses where nobody says of what', async () => {
    const { body } = await backend.get('/forms/promotion');
    expect(body).toEqual({ status: 'refused', message: 'Choose a component.' });
  });

  it.each(['promotion', 'rollback'] as const)(
    '%s: tells nothing to those who do not own it, or may not read it',
    async kind => {
      const environment = 'production';
      backend.ownershipEntityRefs.splice(0, 1, 'group:default/x');
      expect(await check(kind, { environment })).toEqual({
        status: 'refused',
        message: expect.stringMatching(/You do not own/),
      });
      backend.ownershipEntityRefs.splice(0, 1, 'group:default/team-shop');
      backend.policy.set(
        kind === 'promotion'
          ? 'gitops.application.read'
          : 'gitops.deployment.read',
        { result: AuthorizeResult.DENY },
      );
      expect(await check(kind, { environment })).toEqual({
        status: 'refused',
        message: expect.stringMatching(/You need the permission/),
      });
    },
  );

  it('is unavailable where Git does not answer: the task looks again', async () => {
    backend.gitopsRepository.failure = new Error('Git is away');
    expect(await check('promotion', { environment: 'production' })).toEqual({
      status: 'unavailable',
      message: expect.stringMatching(/could not be checked: Git is away/),
    });
  });

  it('rollback: goes back to nothing that nobody saw healthy', async () => {
    expect(
      await check('rollback', { environment: 'production' }),
    ).toMatchObject({
      status: 'refused',
      message: expect.stringMatching(/There is no version to go back to/),
    });
  });
});

describe('the check of a rollback', () => {
  const recorded = (
    id: string,
    more: Partial<RecordedDeployment>,
  ): RecordedDeployment => ({
    id,
    application: { instance: 'main', namespace: 'argocd', name: 'orders' },
    environment: 'production',
    cluster: 'c',
    kind: 'deployment',
    outcome: 'healthy',
    version: `v${id}`,
    images: [`ghcr.io/acme/orders:v${id}`],
    deployedAt: `2026-05-0${id}T10:00:00Z`,
    canRollBackTo: true,
    ...more,
  });
  const items = [
    recorded('4', { outcome: 'degraded', canRollBackTo: false }),
    recorded('3', {}),
    recorded('2', {}),
  ];

  function check(query: { environment: string; deployment?: string }) {
    const repository = new InMemoryRepository(GITOPS_URL);
    fill(repository.files);
    const repositories = { forUrl: () => repository };
    const form = ReleaseForm.create({
      door: {
        open: async () => ({
          entity: orders,
          entityRef: 'component:default/orders',
          credentials: mockCredentials.user(),
          filter: { conditional: false, allows: () => true },
        }),
      },
      platform: GitOpsPlatform.create({
        config: {
          url: GITOPS_URL,
          branch: 'main',
          path: 'applications/{environment}/{service}',
          version: {
            kind: 'helm-values',
            file: 'values.yaml',
            paths: ['image.tag', 'image.digest'],
          },
        },
        repositories,
      }),
      repositories,
    });
    const field = new RollbackField({
      form,
      deployments: { list: async () => items },
    });
    return field.check({
      service: 'orders',
      credentials: mockCredentials.user(),
      ...query,
    });
  }

  it('shows the last good one, and what else there is to choose', async () => {
    expect(await check({ environment: 'production' })).toMatchObject({
      status: 'ok',
      change: { from: { label: '1.13.0' }, to: { label: 'v3' } },
      options: [
        { value: '3', label: 'v3', selected: true },
        { value: '2', label: 'v2', selected: false },
        { value: '4', label: 'v4', selected: false },
      ],
    });
  });

  it('doubts one that was not good, and a reason overrides that', async () => {
    expect(
      await check({ environment: 'production', deployment: '4' }),
    ).toMatchObject({
      status: 'refused',
      overridable: true,
      message: expect.stringMatching(/v4 is not known to be good/),
      change: { to: { label: 'v4' } },
    });
  });

  it('refuses one that there is not', async () => {
    const verdict = await check({ environment: 'production', deployment: 'x' });
    expect(verdict).toMatchObject({
      status: 'refused',
      message: expect.stringMatching(/no deployment x in production/),
      options: [{ value: '3' }, { value: '2' }, { value: '4' }],
    });
    expect(verdict.overridable).toBeUndefined();
  });
});
