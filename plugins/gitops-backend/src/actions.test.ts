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

import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { gitopsApplicationReadPermission } from '@gitops-platform/backstage-plugin-gitops-common';
import { ArgoCdStandIn } from './__testUtils__/ArgoCdStandIn';
import { componentOf } from './__testUtils__/componentOf';
import { rawApplication } from './__testUtils__/rawApplication';
import { startGitOpsBackend } from './__testUtils__/startGitOpsBackend';
import {
  createGitOpsConditionalDecision,
  gitopsConditions,
} from './permissions';

jest.setTimeout(30_000);

const FIND = 'test:find-argocd-applications';
const GET = 'test:get-argocd-application';
const EXPLAIN = 'test:explain-argocd-application';
const EXPLAIN_DELIVERY = 'test:explain-delivery';
const ordersDev = {
  name: 'orders',
  instance: 'main',
  appNamespace: 'argocd',
  app: 'orders-dev',
};
const job = {
  group: 'batch',
  kind: 'Job',
  namespace: 'orders-dev',
  name: 'orders-migrate',
};

describe('actions', () => {
  let main: ArgoCdStandIn;
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;

  beforeAll(async () => {
    main = await ArgoCdStandIn.start([
      rawApplication({
        service: 'orders',
        environment: 'dev',
        health: { status: 'Degraded' },
        status: {
          operationState: {
            phase: 'Failed',
            message:
              'one or more synchronization tasks completed unsuccessfully',
            startedAt: '2026-11-20T10:00:00Z',
            finishedAt: '2026-11-20T10:00:02Z',
            syncResult: {
              resources: [
                {
                  ...job,
                  version: 'v1',
                  hookType: 'PreSync',
                  hookPhase: 'Failed',
                  message: 'Job has reached the specified backoff limit',
                },
              ],
            },
          },
        },
      }),
      rawApplication({ service: 'orders', environment: 'production' }),
      rawApplication({ service: 'billing', environment: 'dev' }),
    ]);
    main.tree = [
      {
        version: 'v1',
        kind: 'Pod',
        namespace: 'orders-dev',
        name: 'orders-1',
        uid: 'u1',
        health: { status: 'Degraded', message: 'Back-off pulling image' },
        info: [{ name: 'Status Reason', value: 'ImagePullBackOff' }],
      },
    ];
    main.answers.set('GET /managed-resources', { body: { items: [] } });
    backend = await startGitOpsBackend({
      argocd: { main },
      entities: [
        componentOf('orders', {
          'argocd/app-name': 'orders-dev,orders-production',
        }),
        componentOf('thief', { 'argocd/app-name': 'orders-dev' }),
      ],
      gitops: { bindings: { mode: 'strict' } },
    });
    await backend.until({ main: 'ok' });
  });

  afterEach(() => {
    backend.policy.clear();
    backend.audit.length = 0;
    main.faults.clear();
  });

  afterAll(async () => {
    await backend.stop();
    await main.stop();
  });

  const invoke = async (
    id: string,
    input: JsonObject,
    credentials = mockCredentials.user('user:default/jane'),
  ) => (await backend.actions.invoke({ id, input, credentials })).output;

  it('are four, which read only and say when to use them', async () => {
    const { actions } = await backend.actions.list();
    expect(actions.map(({ id }) => id)).toEqual([
      FIND,
      GET,
      EXPLAIN,
      EXPLAIN_DELIVERY,
    ]);
    for (const { attributes, description, schema } of actions) {
      expect(attributes).toEqual({
        readOnly: true,
        idempotent: true,
        destructive: false,
      });
      expect(description).toMatch(/Use it /);
      // A schema of another zod comes out empty.
      expect(schema.input).toMatchObject({
        properties: { name: { type: 'string' } },
        required: expect.arrayContaining(['name']),
      });
      expect(schema.output).toMatchObject({
        properties: { instances: { type: 'array' } },
      });
    }
  });

  it.each<[JsonObject, string[]]>([
    [{}, ['orders-dev', 'orders-production']],
    [{ environment: 'production' }, ['orders-production']],
    [{ health: 'Degraded', instance: 'main' }, ['orders-dev']],
    [{ instance: 'second' }, []],
  ])('find what an entity claims: %j', async (filter, expected) => {
    const output = await invoke(FIND, { name: 'orders', ...filter });
    expect(output).toMatchObject({
      applications: expected.map(app => ({ app, claim: 'proved' })),
      hidden: 0,
      instances: [{ name: 'main', status: 'ok' }],
    });
    expect(backend.audit).toEqual([
      {
        eventId: 'application-fetch',
        meta: {
          entityRef: 'component:default/orders',
          action: 'find-argocd-applications',
          requestedBy: 'user:default/jane',
        },
        outcome: 'success',
      },
    ]);
  });

  it('get one with its latest deployments', async () => {
    const output = await invoke(GET, {
      ...ordersDev,
      app: 'orders-production',
    });
    expect(output).toEqual({
      application: {
        instance: 'main',
        appNamespace: 'argocd',
        app: 'orders-production',
        project: 'workloads-production',
        environment: 'production',
        cluster: 'in-cluster',
        destinationNamespace: 'orders-production',
        sync: 'Synced',
        health: 'Healthy',
        healthSince: '2026-11-20T10:00:05Z',
        reasons: [],
        autoSync: true,
        images: [`ghcr.io/acme/orders:1.14.2@sha256:${'b'.repeat(64)}`],
        revisions: ['a'.repeat(40)],
        deployedAt: '2026-11-20T10:00:01Z',
        claim: 'proved',
        links: expect.arrayContaining([
          'https://argocd.main.acme.example/applications/argocd/orders-production',
        ]),
      },
      deployments: [
        {
          deployedAt: '2026-11-20T10:00:01Z',
          initiatedBy: 'automated',
          revisions: [
            expect.objectContaining({
              revision: 'a'.repeat(40),
              author: 'Jane <jane@acme.example>',
            }),
          ],
        },
        expect.objectContaining({ deployedAt: '2026-11-20T10:00:00Z' }),
      ],
      instances: [{ name: 'main', status: 'ok' }],
    });
    expect(backend.audit).toMatchObject([
      {
        eventId: 'application-fetch',
        meta: {
          action: 'get-argocd-application',
          name: 'orders-production',
          requestedBy: 'user:default/jane',
        },
        outcome: 'success',
      },
    ]);
  });

  it('explain why one is not well, with the evidence and what to do', async () => {
    const output = await invoke(EXPLAIN, ordersDev);
    expect(output).toEqual({
      well: false,
      sync: 'Synced',
      health: 'Degraded',
      reasons: [
        {
          kind: 'hook',
          message:
            'PreSync hook Job orders-migrate failed: Job has reached the specified backoff limit',
          resource: job,
          since: '2026-11-20T10:00:02Z',
        },
        {
          kind: 'resource',
          message:
            'Pod orders-1 is Degraded: ImagePullBackOff: Back-off pulling image',
          resource: {
            group: '',
            kind: 'Pod',
            namespace: 'orders-dev',
            name: 'orders-1',
          },
        },
      ],
      failingResources: [
        expect.objectContaining({ name: 'orders-1', others: 0 }),
      ],
      operation: expect.objectContaining({
        phase: 'Failed',
        resources: [expect.objectContaining({ ...job, hook: 'PreSync' })],
      }),
      nextSteps: [
        expect.stringMatching(/log of the hook/),
        expect.stringMatching(/results of the last sync/),
        expect.stringMatching(/image of Pod orders-1/),
        expect.stringMatching(/events of Pod orders-1/),
      ],
      instances: [{ name: 'main', status: 'ok' }],
    });
    expect(backend.audit).toMatchObject([
      {
        eventId: 'application-explain',
        meta: { action: 'explain-argocd-application' },
        outcome: 'success',
      },
    ]);
  });

  it('explain with what is known where the instance fails, and say so', async () => {
    main.faults.set('resource-tree', 'unauthorized');
    expect(await invoke(EXPLAIN, ordersDev)).toMatchObject({
      reasons: [{ kind: 'operation' }],
      failingResources: [],
      instances: [
        {
          name: 'main',
          status: 'stale',
          error: expect.stringMatching(/refuses the backend's credentials/),
        },
      ],
    });
  });

  it('explain that there is nothing to explain', async () => {
    expect(
      await invoke(EXPLAIN, { ...ordersDev, app: 'orders-production' }),
    ).toMatchObject({ well: true, reasons: [], nextSteps: [] });
  });

  it('explain the delivery of an entity, in prose and in rows', async () => {
    const output = await invoke(EXPLAIN_DELIVERY, { name: 'orders' });
    expect(output).toMatchObject({
      summary: expect.stringMatching(
        /^dev on in-cluster is broken and runs 1\.14\.2\. orders-dev is Degraded: [^]*\nstaging is not there\.[^]*\nproduction on in-cluster is well and runs 1\.14\.2, as dev does\.$/,
      ),
      rows: [
        {
          environment: 'dev',
          cluster: 'in-cluster',
          state: 'broken',
          version: '1.14.2',
          applications: [{ name: 'orders-dev', health: 'Degraded' }],
          findings: [
            {
              kind: 'notHealthy',
              remedy: { label: 'Look at the Application' },
            },
          ],
          actions: [{ kind: 'rollback' }],
        },
        { environment: 'staging', state: 'missing' },
        {
          environment: 'production',
          state: 'well',
          behind: { environment: 'dev', same: true },
        },
      ],
      findings: [],
      instances: [{ system: 'argocd', name: 'main', status: 'ok' }],
    });
    expect(backend.audit).toEqual(
      ['secret-metadata-fetch', 'delivery-fetch'].map(eventId => ({
        eventId,
        meta: {
          entityRef: 'component:default/orders',
          action: 'explain-delivery',
          requestedBy: 'user:default/jane',
        },
        outcome: 'success',
      })),
    );
  });

  it('explain the delivery without what the caller may not see', async () => {
    backend.policy.set(gitopsApplicationReadPermission.name, {
      result: AuthorizeResult.DENY,
    });
    const output = await invoke(EXPLAIN_DELIVERY, { name: 'orders' });
    expect(output).toMatchObject({
      summary: expect.stringContaining(
        'The caller may not see its Applications',
      ),
      rows: [],
      parts: expect.arrayContaining([
        { part: 'applications', status: 'forbidden' },
      ]),
    });
    expect(JSON.stringify(output)).not.toContain('orders-dev');
  });

  const ofApplications: [string, JsonObject][] = [
    [FIND, { name: 'orders' }],
    [GET, ordersDev],
    [EXPLAIN, ordersDev],
  ];
  const all: [string, JsonObject][] = [
    ...ofApplications,
    [EXPLAIN_DELIVERY, { name: 'orders' }],
  ];

  it.each(ofApplications)(
    '%s is refused without the permission',
    async (id, input) => {
      backend.policy.set(gitopsApplicationReadPermission.name, {
        result: AuthorizeResult.DENY,
      });
      await expect(invoke(id, input)).rejects.toThrow(
        expect.objectContaining({ name: 'NotAllowedError' }),
      );
      expect(backend.audit).toMatchObject([{ outcome: 'NotAllowedError' }]);
    },
  );

  it.each(all)('%s is refused to who is no person', async (id, input) => {
    for (const credentials of [
      mockCredentials.service(),
      mockCredentials.none(),
    ]) {
      await expect(
        backend.actions.invoke({ id, input, credentials }),
      ).rejects.toThrow(/answers people only/);
    }
    expect(backend.audit).toMatchObject(
      Array(2).fill({ outcome: 'NotAllowedError' }),
    );
  });

  it.each(all)('%s knows no entity that is not there', async (id, input) => {
    await expect(invoke(id, { ...input, name: 'nobody' })).rejects.toThrow(
      'There is no entity component:default/nobody that you may read',
    );
    expect(backend.audit).toMatchObject([{ outcome: 'NotFoundError' }]);
  });

  it.each([GET, EXPLAIN])(
    '%s says the same of what is hidden, claimed by another, or nowhere',
    async id => {
      backend.policy.set(
        gitopsApplicationReadPermission.name,
        createGitOpsConditionalDecision(
          gitopsApplicationReadPermission,
          gitopsConditions.inEnvironment({ environments: ['production'] }),
        ),
      );
      for (const app of ['orders-dev', 'billing-dev', 'nowhere']) {
        await expect(invoke(id, { ...ordersDev, app })).rejects.toThrow(
          `component:default/orders has no Application argocd/${app} on instance main that you may see`,
        );
      }
      expect(await invoke(FIND, { name: 'orders' })).toMatchObject({
        applications: [{ app: 'orders-production' }],
        hidden: 1,
      });
    },
  );

  it('show of an unproved claim its name, where proof is asked for', async () => {
    expect(await invoke(FIND, { name: 'thief' })).toMatchObject({
      applications: [
        {
          app: 'orders-dev',
          claim: 'unproved',
          health: 'Unknown',
          images: [],
          reasons: [],
        },
      ],
    });
    for (const id of [GET, EXPLAIN]) {
      await expect(invoke(id, { ...ordersDev, name: 'thief' })).rejects.toThrow(
        /component:default\/thief/,
      );
    }
  });
});
