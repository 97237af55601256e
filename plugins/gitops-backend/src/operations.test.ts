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

import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import {
  gitopsApplicationForcePermission,
  gitopsApplicationReadPermission,
  gitopsApplicationRefreshPermission,
  gitopsApplicationSyncPermission,
  gitopsApplicationTerminatePermission,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { ArgoCdStandIn } from './__testUtils__/ArgoCdStandIn';
import { componentOf } from './__testUtils__/componentOf';
import { rawApplication } from './__testUtils__/rawApplication';
import { startGitOpsBackend } from './__testUtils__/startGitOpsBackend';
import {
  createGitOpsConditionalDecision,
  gitopsConditions,
} from './permissions';

jest.setTimeout(30_000);

const base = '/entities/component/default';
const orders = `${base}/orders/argocd/main/argocd/orders-dev`;
const on = {
  gitops: { operations: { enabled: true } },
  config: { permission: { enabled: true } },
};
const deployment = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  namespace: 'orders-dev',
  name: 'orders',
};
const chosen = {
  group: 'apps',
  kind: 'Deployment',
  namespace: 'orders-dev',
  name: 'orders',
};
const running = {
  phase: 'Running',
  startedAt: '2026-11-21T02:30:00Z',
  message: 'waiting for completion of hook batch/Job/orders-migrate',
  operation: {
    initiatedBy: { username: 'backstage' },
    info: [{ name: 'requested-by', value: 'user:default/jane' }],
  },
  syncResult: {
    resources: [
      { ...deployment, status: 'Synced', message: 'configured' },
      {
        ...deployment,
        group: 'batch',
        kind: 'Job',
        name: 'orders-migrate',
        hookType: 'PreSync',
        hookPhase: 'Running',
      },
    ],
  },
};

/** The Application with another status; `spec` as it is. */
const ordersWith = (status: JsonObject, metadata: JsonObject = {}) => {
  const raw = rawApplication({ service: 'orders', environment: 'dev', status });
  return { ...raw, metadata: { ...(raw.metadata as JsonObject), ...metadata } };
};

describe('operations', () => {
  let main: ArgoCdStandIn;
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;

  beforeAll(async () => {
    main = await ArgoCdStandIn.start([
      ordersWith({}),
      rawApplication({ service: 'billing', environment: 'dev' }),
    ]);
    main.resources = [{ ...deployment, status: 'OutOfSync' }];
    backend = await startGitOpsBackend({
      ...on,
      argocd: { main },
      entities: [
        componentOf('orders', { 'argocd/app-name': 'orders-dev' }),
        componentOf('thief', { 'argocd/app-name': 'orders-dev' }),
      ],
      instance: { timeout: { seconds: 1 } },
    });
    await backend.until({ main: 'ok' });
  });

  afterEach(async () => {
    backend.policy.clear();
    main.faults.clear();
    main.answers.clear();
    await show(ordersWith({}));
    backend.audit.length = 0;
    main.calls.length = 0;
    main.writes.length = 0;
  });

  afterAll(async () => {
    await backend.stop();
    await main.stop();
  });

  const operations = async () =>
    (await backend.get(`${orders}/operations`)).body;

  let count = 0;
  /** Puts the Application, and waits until the backend has seen it. */
  async function show(application: JsonObject): Promise<void> {
    count += 1;
    const namespace = `seen-${count}`;
    const spec = application.spec as JsonObject;
    main.put({
      ...application,
      spec: { ...spec, destination: { name: 'in-cluster', namespace } },
    });
    for (;;) {
      const { body } = await backend.get(`${base}/orders/argocd`);
      if (body.items[0]?.destinationNamespace === namespace) {
        backend.audit.length = 0;
        return;
      }
    }
  }

  const writes = () =>
    main.writes.map(({ method, path }) => `${method} ${path}`);
  const message = (body: { error: { message: string } }) => body.error.message;

  describe('that are possible', () => {
    it('syncs what was chosen, in the name of the person, and says what auto-sync does beside it', async () => {
      const { body, status } = await backend.post(`${orders}/sync`, {
        prune: true,
        force: true,
        resources: [chosen],
      });
      expect(status).toBe(202);
      expect(body).toEqual({
        message: expect.stringMatching(
          /^Argo CD syncs 1 resource of orders-dev to what Git says.* Auto-sync is on: it syncs the other/,
        ),
      });
      expect(main.writes).toEqual([
        {
          method: 'POST',
          path: '/api/v1/applications/orders-dev/sync',
          body: {
            appNamespace: 'argocd',
            project: 'workloads-dev',
            dryRun: false,
            prune: true,
            strategy: { hook: { force: true } },
            resources: [chosen],
            infos: [{ name: 'requested-by', value: 'user:default/mock' }],
          },
        },
      ]);
      expect(backend.audit).toEqual([
        {
          eventId: 'application-sync',
          meta: {
            entityRef: 'component:default/orders',
            instance: 'main',
            namespace: 'argocd',
            name: 'orders-dev',
            dryRun: false,
            prune: true,
            force: true,
            resources: 1,
            chosen: [expect.stringContaining(chosen.name)],
          },
          outcome: 'success',
        },
      ]);
      expect(backend.severities.get('application-sync')).toBe('medium');
    });

    it('syncs everything, never to another revision', async () => {
      const { status } = await backend.post(`${orders}/sync`, { dryRun: true });
      expect(status).toBe(202);
      expect(main.writes[0].body).toEqual({
        appNamespace: 'argocd',
        project: 'workloads-dev',
        dryRun: true,
        prune: false,
        infos: [{ name: 'requested-by', value: 'user:default/mock' }],
      });
      const other = await backend.post(`${orders}/sync`, {
        revision: 'b'.repeat(40),
      });
      expect(other.status).toBe(400);
      expect(main.writes).toHaveLength(1);
    });

    it('refreshes, also where manifests cannot be generated', async () => {
      await show(
        ordersWith({ conditions: [{ type: 'ComparisonError', message: 'x' }] }),
      );
      main.calls.length = 0;
      const { body, status } = await backend.post(`${orders}/refresh`, {
        hard: true,
      });
      expect(status).toBe(202);
      expect(body.message).toMatch(/rendered orders-dev anew/);
      expect(main.calls).toContain('/api/v1/applications/orders-dev');
      expect(main.writes).toEqual([]);
      expect(backend.audit).toMatchObject([
        {
          eventId: 'application-refresh',
          meta: { hard: true },
          outcome: 'success',
        },
      ]);
      expect(backend.severities.get('application-refresh')).toBe('medium');
    });

    it('terminates what runs', async () => {
      await show(ordersWith({ operationState: running }));
      const { body, status } = await backend.post(`${orders}/terminate`);
      expect(status).toBe(202);
      expect(body.message).toMatch(/^Argo CD ends the operation of orders-dev/);
      expect(writes()).toEqual([
        'DELETE /api/v1/applications/orders-dev/operation',
      ]);
      expect(backend.audit).toMatchObject([
        { eventId: 'application-terminate', outcome: 'success' },
      ]);
    });
  });

  describe('GET operations', () => {
    it('shows progress, asked for once by all who look, and what is possible', async () => {
      await show(ordersWith({ operationState: running }));
      main.calls.length = 0;
      const [body] = await Promise.all([operations(), operations()]);
      expect(body).toEqual({
        actions: [
          {
            action: 'sync',
            possible: false,
            reason: expect.stringMatching(
              /^An operation that user:default\/jane asked for has been running since 2026-11-21T02:30:00Z/,
            ),
          },
          {
            action: 'force',
            possible: false,
            reason: expect.stringMatching(/has been running/),
          },
          { action: 'refresh', possible: true },
          { action: 'terminate', possible: true },
        ],
        operation: {
          phase: 'Running',
          message: running.message,
          startedAt: running.startedAt,
          initiatedBy: 'backstage',
          requestedBy: 'user:default/jane',
          resources: [
            {
              group: 'batch',
              kind: 'Job',
              namespace: 'orders-dev',
              name: 'orders-migrate',
              hook: 'PreSync',
              phase: 'Running',
            },
            { ...chosen, status: 'Synced', message: 'configured' },
          ],
          omitted: 0,
        },
        instances: [
          { name: 'main', status: 'ok', fetchedAt: expect.any(String) },
        ],
      });
      expect(main.calls).toEqual(['/api/v1/applications/orders-dev']);
    });

    it('has an ETag, and asks nothing again for a while', async () => {
      const { headers } = await backend.get(`${orders}/operations`);
      main.calls.length = 0;
      const again = await backend
        .get(`${orders}/operations`)
        .set('If-None-Match', headers.etag);
      expect(again.status).toBe(304);
      expect(main.calls).toEqual([]);
    });

    it('asks anew after an operation', async () => {
      await operations();
      await backend.post(`${orders}/sync`);
      main.calls.length = 0;
      await operations();
      expect(main.calls).toContain('/api/v1/applications/orders-dev');
    });

    it('says of each action which permission is missing', async () => {
      backend.policy.set(gitopsApplicationForcePermission.name, {
        result: AuthorizeResult.DENY,
      });
      backend.policy.set(
        gitopsApplicationRefreshPermission.name,
        createGitOpsConditionalDecision(
          gitopsApplicationRefreshPermission,
          gitopsConditions.inEnvironment({ environments: ['production'] }),
        ),
      );
      expect((await operations()).actions).toEqual([
        { action: 'sync', possible: true },
        {
          action: 'force',
          possible: false,
          reason: expect.stringMatching(/permission gitops.application.force/),
        },
        {
          action: 'refresh',
          possible: false,
          reason: expect.stringMatching(
            /permission gitops.application.refresh/,
          ),
        },
        {
          action: 'terminate',
          possible: false,
          reason: expect.stringMatching(/nothing to terminate/),
        },
      ]);
    });

    it('says how to prove an unproved claim', async () => {
      const { body } = await backend.get(
        `${base}/thief/argocd/main/argocd/orders-dev/operations`,
      );
      expect(body.operation).toMatchObject({ phase: 'Succeeded' });
      expect(body.actions).toEqual(
        ['sync', 'force', 'refresh', 'terminate'].map(action => ({
          action,
          possible: false,
          reason: expect.stringMatching(/component:default\/thief/),
        })),
      );
    });

    it('shows what the store knows where the instance fails', async () => {
      await show(ordersWith({ operationState: running }));
      main.faults.set('applications/orders-dev', 'hang');
      const body = await operations();
      expect(body).toMatchObject({
        actions: [
          { action: 'sync', possible: false },
          { action: 'force', possible: false },
          { action: 'refresh', possible: true },
          { action: 'terminate', possible: true },
        ],
        operation: { phase: 'Running', resources: [], omitted: 0 },
        instances: [
          {
            name: 'main',
            status: 'stale',
            error: expect.stringMatching(/^Argo CD instance 'main' /),
          },
        ],
      });
      expect(JSON.stringify(body)).not.toContain('127.0.0.1');
    });
  });

  describe('that are refused before the call', () => {
    const nothingWritten = (eventId: string, outcome: string) => {
      expect(main.writes).toEqual([]);
      expect(backend.audit).toMatchObject([{ eventId, outcome }]);
    };

    it.each<[string, JsonObject, JsonObject, RegExp]>([
      [
        'an operation that runs',
        { operationState: running },
        {},
        /user:default\/jane asked for has been running since/,
      ],
      [
        'an Application that is being deleted',
        {},
        { deletionTimestamp: '2026-11-21T02:30:00Z' },
        /is being deleted/,
      ],
      [
        'manifests that cannot be generated',
        {
          conditions: [
            { type: 'ComparisonError', message: 'no/such/path: not there' },
          ],
        },
        {},
        /no\/such\/path: not there/,
      ],
    ])('409 for a sync beside %s', async (_, status, metadata, reason) => {
      await show(ordersWith(status, metadata));
      const answer = await backend.post(`${orders}/sync`, { dryRun: true });
      expect(answer.status).toBe(409);
      expect(message(answer.body)).toMatch(reason);
      nothingWritten('application-sync', 'ConflictError');
      expect((await operations()).actions[0]).toEqual({
        action: 'sync',
        possible: false,
        reason: message(answer.body),
      });
    });

    it('409 for a sync in a window that denies it, and not in one that lets people sync', async () => {
      const now = new Date();
      const window = {
        kind: 'deny',
        schedule: `${now.getUTCMinutes()} ${now.getUTCHours()} * * *`,
        duration: '2h',
      };
      const windows = (canSync: boolean) => ({
        body: {
          canSync,
          activeWindows: [window],
          assignedWindows: [window],
        },
      });
      main.answers.set('GET /syncwindows', windows(false));
      const denied = await backend.post(`${orders}/sync`);
      expect(denied.status).toBe(409);
      expect(message(denied.body)).toMatch(
        /sync window .* denies syncs until \d{4}-\d\d-\d\d \d\d:\d\d UTC$/,
      );
      nothingWritten('application-sync', 'ConflictError');
      main.answers.set('GET /syncwindows', windows(true));
      await show(ordersWith({ reconciledAt: '2026-11-21T02:30:00Z' }));
      expect((await backend.post(`${orders}/sync`)).status).toBe(202);
    });

    it('409 for a termination where nothing runs', async () => {
      const answer = await backend.post(`${orders}/terminate`);
      expect(answer.status).toBe(409);
      expect(message(answer.body)).toMatch(/nothing to terminate/);
      nothingWritten('application-terminate', 'ConflictError');
    });

    it('400 for resources that the Application does not have, by name', async () => {
      const answer = await backend.post(`${orders}/sync`, {
        resources: [
          chosen,
          { ...chosen, namespace: 'elsewhere' },
          { group: '', kind: 'Secret', name: 'orders' },
        ],
      });
      expect(answer.status).toBe(400);
      expect(message(answer.body)).toMatch(
        /argocd\/orders-dev has no Deployment.apps elsewhere\/orders, no Secret orders:/,
      );
      nothingWritten('application-sync', 'InputError');
      const many = await backend.post(`${orders}/sync`, {
        resources: Array.from({ length: 500 }, (_, i) => ({
          ...chosen,
          name: `n${i}`,
        })),
      });
      expect(message(many.body)).toMatch(
        /no Deployment.apps orders-dev\/n9 and 490 more:/,
      );
    });

    it.each([
      ['sync', gitopsApplicationSyncPermission, {}],
      ['sync', gitopsApplicationSyncPermission, { force: true }],
      ['sync', gitopsApplicationForcePermission, { force: true }],
      ['refresh', gitopsApplicationRefreshPermission, {}],
      ['terminate', gitopsApplicationTerminatePermission, {}],
    ])('403 for a %s without %s', async (action, permission, body) => {
      const decisions: PolicyDecision[] = [
        { result: AuthorizeResult.DENY },
        createGitOpsConditionalDecision(
          permission,
          gitopsConditions.inEnvironment({ environments: ['production'] }),
        ),
      ];
      for (const decision of decisions) {
        backend.audit.length = 0;
        backend.policy.set(permission.name, decision);
        const answer = await backend.post(`${orders}/${action}`, body);
        expect(answer.status).toBe(403);
        expect(message(answer.body)).toContain(permission.name);
        nothingWritten(`application-${action}`, 'NotAllowedError');
      }
    });

    it('asks for no permission to force where nobody forces', async () => {
      backend.policy.set(gitopsApplicationForcePermission.name, {
        result: AuthorizeResult.DENY,
      });
      expect((await backend.post(`${orders}/sync`)).status).toBe(202);
    });

    it.each(['sync', 'refresh', 'terminate'])(
      '403 for a %s without proof of the claim',
      async action => {
        const answer = await backend.post(
          `${base}/thief/argocd/main/argocd/orders-dev/${action}`,
        );
        expect(answer.status).toBe(403);
        expect(message(answer.body)).toMatch(/component:default\/thief/);
        nothingWritten(`application-${action}`, 'NotAllowedError');
      },
    );

    it.each(['sync', 'refresh', 'terminate'])(
      'in the same words for a %s whether or not the Application exists',
      async action => {
        const ask = async (app: string) => {
          const { body, status } = await backend.post(
            `${base}/orders/argocd/main/argocd/${app}/${action}`,
          );
          return { status, message: message(body).replace(app, 'APP') };
        };
        backend.policy.set(gitopsApplicationReadPermission.name, {
          result: AuthorizeResult.DENY,
        });
        const denied = await ask('orders-dev');
        expect(denied.status).toBe(403);
        expect(await ask('nowhere')).toEqual(denied);
        expect(await ask('billing-dev')).toEqual(denied);

        backend.policy.set(
          gitopsApplicationReadPermission.name,
          createGitOpsConditionalDecision(
            gitopsApplicationReadPermission,
            gitopsConditions.inEnvironment({ environments: ['production'] }),
          ),
        );
        const hidden = await ask('orders-dev');
        expect(hidden.status).toBe(404);
        expect(await ask('nowhere')).toEqual(hidden);
        expect(await ask('billing-dev')).toEqual(hidden);
        expect(main.calls).toEqual([]);
      },
    );
  });

  describe('that Argo CD refuses or fails', () => {
    it.each<[string, string, number, JsonObject, number, RegExp]>([
      [
        'sync',
        'POST /sync',
        400,
        { message: 'another operation is already in progress', code: 9 },
        409,
        /another operation of this Application has just begun/,
      ],
      [
        'sync',
        'POST /sync',
        400,
        { message: 'application is deleting', code: 9 },
        409,
        /as the Application is now/,
      ],
      [
        'sync',
        'POST /sync',
        403,
        { message: 'cannot sync: blocked by sync window', code: 7 },
        409,
        /a sync window .* denies it now/,
      ],
      [
        'sync',
        'POST /sync',
        403,
        {
          message:
            'permission denied: applications, sync, workloads-dev/orders-dev, sub: backstage, iat: 2026-11-21T02:29:55Z',
          code: 7,
        },
        503,
        /p, role:backstage, applications, sync, \*\/\*, allow$/,
      ],
      [
        'terminate',
        'DELETE /operation',
        403,
        { message: 'permission denied: applications, sync', code: 7 },
        503,
        /does not let the backend's account terminate .* p, role:backstage, applications, sync, \*\/\*, allow$/,
      ],
      [
        'terminate',
        'DELETE /operation',
        400,
        {
          message: 'Unable to terminate operation. No operation is in progress',
          code: 3,
        },
        409,
        /has ended meanwhile/,
      ],
      [
        'sync',
        'POST /sync',
        404,
        { message: 'applications "orders-dev" not found', code: 5 },
        404,
        /no Application argocd\/orders-dev any more/,
      ],
      [
        'sync',
        'POST /sync',
        400,
        { message: 'something odd', code: 3 },
        503,
        /refuses the request/,
      ],
      [
        'sync',
        'POST /sync',
        500,
        { message: 'dial tcp 10.0.0.1:6379', code: 2 },
        503,
        /answers with an error of its own/,
      ],
      [
        'sync',
        'POST /sync',
        503,
        {},
        503,
        /^It is unknown whether the sync has begun.*look at the Application's operation/,
      ],
    ])('%s, %s %i %j', async (action, call, upstream, body, status, words) => {
      await show(
        ordersWith(action === 'terminate' ? { operationState: running } : {}),
      );
      main.answers.set(call, { status: upstream, body });
      const answer = await backend.post(`${orders}/${action}`);
      expect(answer.status).toBe(status);
      expect(message(answer.body)).toMatch(words);
      expect(answer.text).not.toMatch(/127\.0\.0\.1|10\.0\.0\.1|sub: /);
      // Never repeated.
      expect(main.writes).toHaveLength(1);
    });

    it.each(['down', 'hang', 'truncated'] as const)(
      'says that it is unknown whether a sync began where its answer is lost: %s',
      async fault => {
        main.faults.set('/sync', fault);
        main.answers.set('GET /syncwindows', { body: { canSync: true } });
        main.faults.set('/syncwindows', 'down');
        const answer = await backend.post(`${orders}/sync`);
        expect(answer.status).toBe(503);
        expect(message(answer.body)).toMatch(
          /^It is unknown whether the sync has begun/,
        );
        expect(
          main.calls.filter(path => path.endsWith('orders-dev/sync')),
        ).toHaveLength(1);
      },
    );

    it('begins nothing where it cannot tell whether it is possible', async () => {
      main.faults.set('applications/orders-dev', 'unauthorized');
      const answer = await backend.post(`${orders}/sync`);
      expect(answer.status).toBe(503);
      expect(message(answer.body)).toMatch(/refuses the backend's credentials/);
      expect(main.writes).toEqual([]);
    });
  });
});

describe('operations that are switched off', () => {
  it.each<
    [
      string,
      Pick<Parameters<typeof startGitOpsBackend>[0], 'gitops' | 'config'>,
      RegExp,
    ]
  >([
    ['by default', { config: on.config }, /gitops\.operations\.enabled/],
    ['without permissions', { gitops: on.gitops }, /permission\.enabled/],
    [
      'with permissions switched off',
      { ...on, config: { permission: { enabled: false } } },
      /permission\.enabled/,
    ],
  ])('%s', async (_, options, remedy) => {
    const main = await ArgoCdStandIn.start([
      rawApplication({ service: 'orders', environment: 'dev' }),
    ]);
    const backend = await startGitOpsBackend({
      ...options,
      argocd: { main },
      entities: [componentOf('orders', { 'argocd/app-name': 'orders-dev' })],
    });
    await backend.until({ main: 'ok' });
    const { body } = await backend.get(`${orders}/operations`);
    expect(body).toMatchObject({
      actions: [],
      operation: { phase: 'Succeeded' },
    });
    backend.policy.set(gitopsApplicationSyncPermission.name, {
      result: AuthorizeResult.DENY,
    });
    for (const action of ['sync', 'refresh', 'terminate']) {
      const answer = await backend.post(`${orders}/${action}`);
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toMatch(remedy);
    }
    expect(main.writes).toEqual([]);
    expect(backend.audit).toMatchObject([
      { eventId: 'operations-fetch', outcome: 'success' },
      { eventId: 'application-sync', outcome: 'NotAllowedError' },
      { eventId: 'application-refresh', outcome: 'NotAllowedError' },
      { eventId: 'application-terminate', outcome: 'NotAllowedError' },
    ]);
    await backend.stop();
    await main.stop();
  });
});
