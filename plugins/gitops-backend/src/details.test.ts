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
import type { JsonObject } from '@backstage/types';
import {
  gitopsApplicationLogsReadPermission,
  gitopsApplicationManifestsReadPermission,
  gitopsApplicationReadPermission,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { ArgoCdStandIn } from './__testUtils__/ArgoCdStandIn';
import { componentOf } from './__testUtils__/componentOf';
import { eventually } from './__testUtils__/eventually';
import { rawApplication } from './__testUtils__/rawApplication';
import { startGitOpsBackend } from './__testUtils__/startGitOpsBackend';

jest.setTimeout(30_000);

const base = '/entities/component/default';
const at = (entity: string, part: string, app = 'main/argocd/orders-dev') =>
  `${base}/${entity}/argocd/${app}/${part}`;
const LOGS = 'logs?pod=orders-1&podNamespace=orders-dev';

const pod = {
  version: 'v1',
  kind: 'Pod',
  namespace: 'orders-dev',
  name: 'orders-1',
  uid: 'u1',
  images: ['orders:1'],
};
const event = (name: string, message: string, lastTimestamp: string) => ({
  type: 'Warning',
  reason: 'Failed',
  message,
  count: 3,
  firstTimestamp: '2026-11-21T02:00:00Z',
  lastTimestamp,
  involvedObject: { kind: 'Pod', namespace: 'orders-dev', name },
});
const configMap = (data: JsonObject) =>
  JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', data });

/** Every route, what Argo CD is asked for it, and what it needs beside reading the Application. */
const routes = [
  {
    part: 'events',
    upstream: '/events',
    kept: true,
    eventId: 'events-fetch',
    empty: { items: [] },
  },
  {
    part: 'sync-windows',
    upstream: '/syncwindows',
    kept: false,
    eventId: 'sync-windows-fetch',
    empty: { canSync: false, items: [] },
  },
  {
    part: 'diff',
    upstream: '/managed-resources',
    kept: true,
    eventId: 'diff-fetch',
    permission: gitopsApplicationManifestsReadPermission,
    severity: 'medium',
    empty: { items: [], omitted: 0 },
  },
  {
    part: 'parameters',
    upstream: '/applications/orders-dev',
    kept: true,
    eventId: 'parameters-fetch',
    permission: gitopsApplicationManifestsReadPermission,
    severity: 'medium',
    empty: { items: [], masked: 0 },
  },
  {
    part: LOGS,
    upstream: '/logs',
    kept: false,
    eventId: 'logs-fetch',
    permission: gitopsApplicationLogsReadPermission,
    severity: 'medium',
    empty: { items: [], truncated: false, masked: 0 },
  },
];
const guarded = routes.flatMap(({ part, permission }) =>
  permission ? [{ part, permission }] : [],
);

describe('details of an Application', () => {
  let main: ArgoCdStandIn;
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;

  beforeAll(async () => {
    main = await ArgoCdStandIn.start([
      rawApplication({ service: 'orders', environment: 'dev' }),
      rawApplication({ service: 'billing', environment: 'dev' }),
    ]);
    main.tree = [pod];
    backend = await startGitOpsBackend({
      argocd: { main },
      entities: [
        componentOf('orders', { 'argocd/app-name': 'orders-dev' }),
        componentOf('thief', { 'argocd/app-name': 'orders-dev' }),
        componentOf('billing', { 'argocd/app-name': 'billing-dev' }),
      ],
      instance: { timeout: { seconds: 1 } },
    });
    await backend.until({ main: 'ok' });
  });

  let changes = 0;
  /** Makes another version of the Application, with which nothing is shared. */
  async function change(): Promise<void> {
    changes += 1;
    const image = `orders:${changes}`;
    main.put(
      rawApplication({
        service: 'orders',
        environment: 'dev',
        status: { summary: { images: [image] } },
      }),
    );
    await eventually(async () => {
      const { body } = await backend.get(`${base}/orders/argocd`);
      expect(body.items[0].version.images).toEqual([image]);
    });
  }

  beforeEach(async () => {
    await change();
    main.answers.set('GET /events', {
      body: {
        items: [
          event('orders-1', 'Back-off, token=hunter2', '2026-11-21T02:30:00Z'),
          event('orders-2', 'newer', '2026-11-21T02:31:00Z'),
        ],
      },
    });
    main.answers.set('GET /managed-resources', {
      body: {
        items: [
          {
            kind: 'ConfigMap',
            namespace: 'orders-dev',
            name: 'orders',
            liveState: configMap({ level: 'info', password: 'hunter1' }),
            targetState: configMap({ level: 'debug', password: 'hunter2' }),
          },
          {
            kind: 'ConfigMap',
            name: 'same',
            liveState: configMap({}),
            targetState: configMap({}),
          },
        ],
      },
    });
    main.answers.set('GET /syncwindows', {
      body: {
        canSync: false,
        assignedWindows: [
          { kind: 'deny', schedule: '* * * * *', duration: '1h' },
        ],
        activeWindows: [
          { kind: 'deny', schedule: '* * * * *', duration: '1h' },
        ],
      },
    });
    main.logs = ['started', 'password=hunter2'];
    backend.audit.length = 0;
    main.calls.length = 0;
    main.asked.length = 0;
  });

  afterEach(() => {
    backend.policy.clear();
    main.faults.clear();
    main.answers.clear();
  });

  afterAll(async () => {
    await backend.stop();
    await main.stop();
  });

  const ok = [{ name: 'main', status: 'ok', fetchedAt: expect.any(String) }];
  const queryOf = (end: string) =>
    main.asked.find(({ path }) => path.endsWith(end))?.query;

  it('shows events, newest first and masked', async () => {
    const { body } = await backend.get(at('orders', 'events'));
    expect(body).toEqual({
      items: [
        expect.objectContaining({ name: 'orders-2', message: 'newer' }),
        {
          type: 'Warning',
          reason: 'Failed',
          message: 'Back-off, token=••••••',
          count: 3,
          firstAt: '2026-11-21T02:00:00Z',
          lastAt: '2026-11-21T02:30:00Z',
          kind: 'Pod',
          namespace: 'orders-dev',
          name: 'orders-1',
        },
      ],
      instances: ok,
    });
    expect(queryOf('/events')).not.toHaveProperty('resourceUID');
  });

  it('shows the events of one resource, which must be the Application’s', async () => {
    const named = (uid: string) =>
      at(
        'orders',
        `events?uid=${uid}&resourceName=orders-1&resourceNamespace=orders-dev`,
      );
    expect((await backend.get(named('u1'))).body.items).toHaveLength(2);
    expect(queryOf('/events')).toMatchObject({
      resourceUID: 'u1',
      resourceName: 'orders-1',
      resourceNamespace: 'orders-dev',
    });
    main.asked.length = 0;
    const other = await backend.get(named('u9'));
    expect(other.status).toBe(404);
    expect(other.body.error.message).toMatch(/has no resource orders-1/);
    const part = await backend.get(at('orders', 'events?uid=u1'));
    expect(part.status).toBe(400);
    expect(part.body.error.message).toMatch(/uid and resourceName/);
    expect(queryOf('/events')).toBeUndefined();
    expect(backend.audit.map(({ outcome }) => outcome)).toEqual([
      'success',
      'NotFoundError',
      'InputError',
    ]);
  });

  it('shows what a sync would change, masked', async () => {
    const { body } = await backend.get(at('orders', 'diff'));
    expect(body).toEqual({
      items: [
        {
          group: '',
          kind: 'ConfigMap',
          namespace: 'orders-dev',
          name: 'orders',
          change: 'modified',
          hunks: [
            {
              liveStart: 1,
              desiredStart: 1,
              lines: [
                ' apiVersion: v1',
                ' data:',
                '-  level: info',
                '+  level: debug',
                '   password: ••••••',
                ' kind: ConfigMap',
              ],
            },
          ],
          masked: 1,
          maskedChanges: 1,
        },
      ],
      omitted: 0,
      instances: ok,
    });
  });

  it('shows fifty differing resources, and counts the others', async () => {
    main.answers.set('GET /managed-resources', {
      body: {
        items: Array.from({ length: 60 }, (_, index) => ({
          kind: 'ConfigMap',
          name: `c${index}`,
          targetState: configMap({ index }),
        })),
      },
    });
    const { body } = await backend.get(at('orders', 'diff'));
    expect(body.items).toHaveLength(50);
    expect(body.omitted).toBe(10);
  });

  it('shows parameters and the sync policy', async () => {
    const { body } = await backend.get(at('orders', 'parameters'));
    expect(body).toEqual({
      items: [
        {
          repoUrl: expect.stringMatching(/gitops-platform\.git$/),
          path: 'charts/my-microservice',
          targetRevision: 'main',
          revision: 'a'.repeat(40),
          revisionUrl: expect.stringMatching(/\/commit\/a{40}$/),
          type: 'directory',
          parameters: [],
          valueFiles: [],
        },
      ],
      syncPolicy: {
        automated: true,
        prune: true,
        selfHeal: true,
        options: [],
      },
      masked: 0,
      instances: ok,
    });
  });

  it('shows sync windows, and which is in the way', async () => {
    const { body } = await backend.get(at('orders', 'sync-windows'));
    expect(body).toEqual({
      canSync: false,
      reason: 'The sync window (* * * * *, for 1h) denies syncs',
      items: [
        {
          kind: 'deny',
          active: true,
          schedule: '* * * * *',
          duration: '1h',
          manualSync: false,
        },
      ],
      instances: ok,
    });
  });

  it('shows the log of a pod, masked', async () => {
    const { body } = await backend.get(
      at('orders', `${LOGS}&container=app&tailLines=50&previous=true`),
    );
    expect(body).toEqual({
      items: [
        { time: '2026-11-21T02:30:00.5Z', text: 'started' },
        { time: '2026-11-21T02:30:01.5Z', text: 'password=••••••' },
      ],
      truncated: false,
      masked: 1,
      instances: ok,
    });
    expect(queryOf('/logs')).toMatchObject({
      namespace: 'orders-dev',
      podName: 'orders-1',
      container: 'app',
      tailLines: '50',
      previous: 'true',
      follow: 'false',
    });
    expect(backend.audit).toMatchObject([
      {
        eventId: 'logs-fetch',
        meta: { pod: 'orders-1', podNamespace: 'orders-dev', container: 'app' },
      },
    ]);
  });

  it('asks for the log of the first container where there are several', async () => {
    main.tree = [{ ...pod, uid: 'u3', images: ['orders:1', 'proxy:1'] }];
    main.answers.set('GET /resource', {
      body: {
        manifest: JSON.stringify({
          spec: {
            containers: [{ name: 'orders' }, { name: 'proxy' }],
            initContainers: [{ name: 'migrate' }],
          },
        }),
      },
    });
    await backend.get(at('orders', LOGS));
    expect(queryOf('/logs')).toMatchObject({ container: 'orders' });
    const { body } = await backend.get(at('orders', 'resources'));
    expect(body.items[0].containers).toEqual(['orders', 'proxy', 'migrate']);
    main.tree = [pod];
  });

  it('asks for what runs now where the log before is not wanted', async () => {
    await backend.get(at('orders', `${LOGS}&previous=false`));
    expect(queryOf('/logs')).not.toHaveProperty('previous');
    expect(queryOf('/logs')).toMatchObject({ tailLines: '200' });
  });

  it.each([
    ['pod=orders-2&podNamespace=orders-dev', 404],
    ['pod=orders-1&podNamespace=other', 404],
    ['pod=orders-1', 400],
    ['pod=orders-1&podNamespace=orders-dev&tailLines=1001', 400],
  ])('asks for no log of %s', async (query, status) => {
    const answer = await backend.get(at('orders', `logs?${query}`));
    expect(answer.status).toBe(status);
    expect(main.calls).not.toContain('/api/v1/applications/orders-dev/logs');
  });

  it('shows how far Rollouts are, and the tree without one that cannot be read', async () => {
    const rollout = {
      group: 'argoproj.io',
      version: 'v1alpha1',
      kind: 'Rollout',
      namespace: 'orders-dev',
      name: 'orders',
      uid: 'r1',
    };
    main.tree = [rollout];
    main.answers.set('GET /resource', {
      body: {
        manifest: JSON.stringify({
          spec: { strategy: { canary: { steps: [{ setWeight: 20 }] } } },
          status: { phase: 'Progressing', message: 'token=hunter2' },
        }),
      },
    });
    const { body } = await backend.get(at('orders', 'resources'));
    expect(body.items[0].rollout).toMatchObject({
      phase: 'Progressing',
      message: 'token=••••••',
      steps: ['set weight 20 %'],
    });
    main.tree = [rollout, pod];
    main.answers.set('GET /resource', { status: 500, body: {} });
    const { body: without } = await backend.get(
      at('thief', 'resources', 'main/argocd/orders-dev'),
    );
    expect(without.instances).toMatchObject([{ status: 'ok' }]);
    expect(without.items).toHaveLength(1);
    main.tree = [pod];
  });

  describe.each(routes)('GET …/$part', route => {
    const { part, upstream, eventId, empty, kept } = route;

    it('asks once for all who look, and answers 304', async () => {
      const [{ headers }] = await Promise.all([
        backend.get(at('orders', part)),
        backend.get(at('orders', part)),
      ]);
      const again = await backend
        .get(at('orders', part))
        .set('If-None-Match', headers.etag);
      expect(again.status).toBe(304);
      expect(main.calls.filter(path => path.endsWith(upstream))).toHaveLength(
        1,
      );
      expect(backend.audit).toMatchObject(
        Array(3).fill({
          eventId,
          outcome: 'success',
          meta: {
            entityRef: 'component:default/orders',
            instance: 'main',
            namespace: 'argocd',
            name: 'orders-dev',
          },
        }),
      );
      expect(backend.severities.get(eventId)).toBe(route.severity ?? 'low');
    });

    it('says what failed where the instance does', async () => {
      main.faults.set(upstream.replace('orders', 'billing'), 'down');
      const { body, status } = await backend.get(
        at('billing', part, 'main/argocd/billing-dev'),
      );
      expect(status).toBe(200);
      expect(body).toMatchObject({
        ...empty,
        instances: [
          {
            name: 'main',
            status: 'error',
            error: expect.stringMatching(/^Argo CD instance 'main' cannot be/),
          },
        ],
      });
    });

    it(`shows ${
      kept ? 'the last answer as stale' : 'nothing old'
    }`, async () => {
      const { body } = await backend.get(at('orders', part));
      main.faults.set(upstream, 'down');
      await change();
      const later = await backend.get(at('orders', part));
      expect(later.body).toMatchObject({
        items: kept ? body.items : [],
        instances: [
          {
            status: kept ? 'stale' : 'error',
            error: expect.stringMatching(/^Argo CD instance 'main' cannot be/),
          },
        ],
      });
    });

    it.each([
      ['that the entity does not claim', 'orders', 'main/argocd/billing-dev'],
      ['that does not exist', 'orders', 'main/argocd/nothing'],
      ['on an unknown instance', 'orders', 'other/argocd/orders-dev'],
    ])('answers the same 404 for an Application %s', async (_, entity, app) => {
      const { body, status } = await backend.get(at(entity, part, app));
      expect(status).toBe(404);
      const [instance, namespace, name] = app.split('/');
      expect(body.error.message).toBe(
        `component:default/orders has no Application ${namespace}/${name} on instance ${instance} that you may see`,
      );
      expect(main.calls).toEqual([]);
    });

    it('answers 403 to whoever may not read Applications', async () => {
      backend.policy.set(gitopsApplicationReadPermission.name, {
        result: AuthorizeResult.DENY,
      });
      expect((await backend.get(at('orders', part))).status).toBe(403);
      expect(main.calls).toEqual([]);
      expect(backend.audit).toMatchObject([
        { eventId, outcome: 'NotAllowedError' },
      ]);
    });
  });

  describe.each(guarded)('GET …/$part', ({ part, permission }) => {
    it('needs its own permission', async () => {
      backend.policy.set(permission.name, { result: AuthorizeResult.DENY });
      const { body, status } = await backend.get(at('orders', part));
      expect(status).toBe(403);
      expect(body.error.message).toContain(permission.name);
      expect(main.calls).toEqual([]);
    });

    it('needs a proved claim', async () => {
      const { body, status } = await backend.get(at('thief', part));
      expect(status).toBe(403);
      expect(body.error.message).toMatch(/component:default\/thief/);
      expect(main.calls).toEqual([]);
    });
  });

  it.each(['events', 'sync-windows'])(
    'shows %s with an unproved claim, as it does resources',
    async part => {
      expect((await backend.get(at('thief', part))).status).toBe(200);
    },
  );
});
