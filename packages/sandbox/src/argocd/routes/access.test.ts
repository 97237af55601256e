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

import { ArgoCdServer } from '../__testUtils__/ArgoCdServer';
import { GitSandbox } from '../__testUtils__/GitSandbox';
import {
  PLATFORM,
  PLATFORM_TREE,
  webApplication,
  webValues,
} from '../__testUtils__/platformTree';
import type { Application, SyncWindow } from '../types';

jest.setTimeout(60_000);

const IAT = '\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z';

/** A project of its own, with roles; Applications of it may be in namespaces of a team. */
const project = (spec: { syncWindows?: Partial<SyncWindow>[] } = {}) => ({
  upsert: true,
  project: {
    metadata: { name: 'team' },
    spec: {
      sourceRepos: ['*'],
      destinations: [{ server: '*', namespace: 'team-*' }],
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
      sourceNamespaces: ['team-*'],
      roles: [
        {
          name: 'reader',
          policies: ['p, proj:team:reader, applications, get, team/*, allow'],
        },
      ],
      ...spec,
    },
  },
});

const application = (name: string, namespace?: string) => ({
  metadata: { name, ...(namespace ? { namespace } : {}) },
  spec: {
    project: 'team',
    source: { repoURL: PLATFORM, path: 'plain', targetRevision: 'main' },
    destination: { name: 'in-cluster', namespace: 'team-dev' },
    syncPolicy: { syncOptions: ['CreateNamespace=true'] },
  },
});

const configMap = (name: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: { a: "1" }\n`;

describe('who may do what', () => {
  let git: GitSandbox;
  let argocd: ArgoCdServer;
  let admin: string;

  const call = async (
    method: string,
    path: string,
    options: { body?: unknown; token?: string } = {},
  ) => argocd.call(path, { token: admin, ...options, method });

  const names = async (token: string) => {
    const { json } = await call(
      'GET',
      '/api/v1/applications?fields=items.metadata.name',
      { token },
    );
    const items: Application[] | null = JSON.parse(JSON.stringify(json.items));
    return items?.map(({ metadata }) => metadata.name);
  };

  beforeAll(async () => {
    git = await GitSandbox.create();
    await git.commit('acme/gitops-platform', {
      ...PLATFORM_TREE,
      'applications/dev/cart/application.yaml': webApplication('cart'),
      'applications/dev/cart/values.yaml': webValues('1'),
      'plain/a.yaml': configMap('a'),
    });
    argocd = await ArgoCdServer.start(git);
    await argocd.untilHealthy('cart-dev');
    const { json } = await argocd.call('/api/v1/session', {
      method: 'POST',
      token: null,
      body: { username: 'admin', password: 'sandbox' },
    });
    admin = String(json.token);
    await call('POST', '/api/v1/projects', { body: project() });
  });

  afterAll(async () => {
    await argocd.stop();
    await git.dispose();
  });

  it('lists what an account may see, and tells no more', async () => {
    expect(await names('sandbox-reader-token')).toContain('cart-dev');
    // The tree of this test has no project workloads-dev.
    expect(await names('sandbox-dev-token')).toBeUndefined();
    const token = 'sandbox-dev-token';
    for (const [path, status, body] of [
      ['/api/v1/applications/cart-dev', 403, { message: 'permission denied' }],
      [
        '/api/v1/applications/cart-dev?project=workloads',
        403,
        { message: 'permission denied' },
      ],
      [
        '/api/v1/applications/cart-dev?project=workloads-dev',
        404,
        { message: 'applications.argoproj.io "cart-dev" not found' },
      ],
      ['/api/v1/clusters', 200, { metadata: {}, items: null }],
      ['/api/v1/projects', 200, { items: null }],
      ['/api/v1/applicationsets', 200, { items: null }],
      [
        '/api/v1/projects/workloads',
        403,
        {
          message: expect.stringMatching(
            new RegExp(
              `^permission denied: projects, get, workloads, sub: dev-team, iat: ${IAT}$`,
            ),
          ),
        },
      ],
    ] as const) {
      const answer = await call('GET', path, { token });
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.json).toMatchObject(body);
    }
  });

  it.each([
    ['POST', '/api/v1/applications/cart-dev/sync', 'applications, sync,'],
    ['POST', '/api/v1/applications/cart-dev/rollback', undefined],
    ['DELETE', '/api/v1/applications/cart-dev/operation', undefined],
    ['DELETE', '/api/v1/applications/cart-dev', 'applications, delete,'],
    ['DELETE', '/api/v1/projects/workloads', 'projects, delete,'],
    ['POST', '/api/v1/projects', 'projects, create,'],
    ['POST', '/api/v1/applications', 'applications, create,'],
  ])('refuses a reader: %s %s', async (method, path, detail) => {
    const body = path.endsWith('projects') ? project() : application('new');
    const answer = await call(method, path, {
      token: 'sandbox-reader-token',
      body,
    });
    expect([answer.status, answer.json.code]).toEqual([403, 7]);
    expect(answer.json.message).toContain(
      `permission denied${detail ? `: ${detail}` : ''}`,
    );
  });

  it('knows tokens of project roles', async () => {
    const at = '/api/v1/projects/team/roles';
    const { json } = await call('POST', `${at}/reader/token`, { body: {} });
    const token = String(json.token);
    expect(
      (await call('GET', '/api/v1/session/userinfo', { token })).json,
    ).toMatchObject({ username: 'proj:team:reader' });
    await call('POST', '/api/v1/applications', { body: application('mine') });
    expect(await names(token)).toEqual(['mine']);
    const refused = await call('POST', '/api/v1/applications/mine/sync', {
      token,
      body: {},
    });
    expect(refused.json.message).toContain(
      'permission denied: applications, sync, team/mine, sub: proj:team:reader',
    );
    const missing = await call('POST', `${at}/nosuch/token`, { body: {} });
    expect([missing.status, missing.json.message]).toEqual([
      404,
      "project 'team' does not have role 'nosuch'",
    ]);
  });

  it('takes Applications in namespaces that their project allows', async () => {
    const body = application('elsewhere', 'team-apps');
    const created = await call('POST', '/api/v1/applications', { body });
    expect(created.json.metadata).toMatchObject({ namespace: 'team-apps' });
    const at = '/api/v1/applications/elsewhere';
    expect((await call('GET', `${at}?project=team`)).status).toBe(404);
    const query = '?appNamespace=team-apps&project=team';
    await call('POST', `${at}/sync`, {
      body: { appNamespace: 'team-apps', project: 'team' },
    });
    for (;;) {
      const { json } = await call('GET', `${at}${query}`);
      if (json.status.history) {
        break;
      }
      await new Promise(done => setTimeout(done, 20));
    }
    const managed = await call('GET', `${at}/managed-resources${query}`);
    expect(JSON.parse(managed.text).items[0].targetState).toContain(
      '"argocd.argoproj.io/tracking-id":"team-apps_elsewhere:/ConfigMap:team-dev/a"',
    );
    const events = await call('GET', `${at}/events${query}`);
    expect(events.text).toContain('"namespace":"team-apps"');
    const listed = await call(
      'GET',
      '/api/v1/applications?appNamespace=team-apps',
    );
    expect(JSON.parse(listed.text).items).toHaveLength(1);
    for (const other of [
      application('elsewhere', 'other-apps'),
      {
        ...application('elsewhere', 'team-apps'),
        spec: { ...application('x').spec, project: 'workloads' },
      },
    ]) {
      const refused = await call('POST', '/api/v1/applications', {
        body: other,
      });
      expect(refused.status).toBe(400);
      expect(refused.json.message).toContain('app is not allowed in project');
    }
    await call('DELETE', `${at}${query}`);
    await argocd.untilGone('elsewhere?appNamespace=team-apps');
  });

  it('makes Applications only as their project and their repository allow', async () => {
    const base = application('wrong').spec;
    for (const [spec, status, message] of [
      [
        { ...base, source: { ...base.source, path: 'no/such' } },
        400,
        'app path does not exist',
      ],
      [
        { ...base, destination: { name: 'in-cluster', namespace: 'x' } },
        400,
        'do not match any of the allowed destinations',
      ],
      [{ ...base, project: 'nosuch' }, 400, 'or the project does not exist'],
    ] as const) {
      const answer = await call('POST', '/api/v1/applications', {
        body: { metadata: { name: 'wrong' }, spec },
      });
      expect([answer.status, answer.json.message]).toEqual([
        status,
        expect.stringContaining(message),
      ]);
    }
    const unchecked = await call(
      'POST',
      '/api/v1/applications?validate=false',
      {
        body: {
          metadata: { name: 'wrong' },
          spec: { ...base, source: { ...base.source, path: 'no/such' } },
        },
      },
    );
    expect(unchecked.status).toBe(200);
    await argocd.until('wrong', ({ status }) =>
      status.conditions?.some(({ type }) => type === 'ComparisonError'),
    );
    await call('DELETE', '/api/v1/applications/wrong?cascade=false');
    await argocd.untilGone('wrong');
  });

  describe('sync windows', () => {
    const deny = { kind: 'deny', schedule: '* * * * *', duration: '1h' };
    const windows = async (...syncWindows: Partial<SyncWindow>[]) =>
      call('POST', '/api/v1/projects', { body: project({ syncWindows }) });
    const at = '/api/v1/applications/windowed';

    beforeAll(async () => {
      const body = application('windowed');
      await call('POST', '/api/v1/applications', { body });
    });
    afterEach(async () => windows());

    it('refuse a sync, also a dry one, whoever asks', async () => {
      await windows({ ...deny, applications: ['windowed'] });
      const shown = { ...deny, manualSync: false };
      expect((await call('GET', `${at}/syncwindows`)).json).toEqual({
        activeWindows: [shown],
        assignedWindows: [shown],
        canSync: false,
      });
      for (const [token, dryRun] of [
        [admin, false],
        [admin, true],
        ['sandbox-reader-token', false],
      ] as const) {
        const answer = await call('POST', `${at}/sync`, {
          token,
          body: { dryRun },
        });
        expect([answer.status, answer.json]).toEqual([
          403,
          {
            error: 'cannot sync: blocked by sync window',
            code: 7,
            message: 'cannot sync: blocked by sync window',
          },
        ]);
      }
    });

    it('let by hand what they hold back otherwise', async () => {
      await windows(
        { ...deny, namespaces: ['team-*'], manualSync: true },
        { ...deny, kind: 'allow', schedule: '0 0 1 1 *', clusters: ['*'] },
      );
      const { json } = await call('GET', `${at}/syncwindows`);
      expect(json).toMatchObject({
        activeWindows: [{ kind: 'deny', manualSync: true }],
        assignedWindows: [{ kind: 'deny' }, { kind: 'allow' }],
        canSync: true,
      });
      const answer = await call('POST', `${at}/sync`, { body: {} });
      expect(answer.status).toBe(200);
      await argocd.untilHealthy('windowed');
    });

    it.each([
      [{ ...deny, applications: ['*'], schedule: '1' }, 500, 'parse schedule'],
      [{ ...deny, applications: ['*'], duration: 'x' }, 500, 'parse duration'],
      [{ ...deny, applications: ['*'], kind: 'maybe' }, 500, "kind 'maybe'"],
      [deny, 400, 'requires one of application, cluster or namespace'],
    ])('%j is refused', async (given, status, message) => {
      const answer = await windows(given);
      expect(answer.status).toBe(status);
      expect(answer.json.message).toContain(message);
    });
  });

  it('deletes a project only when nothing is in it any more', async () => {
    const remove = async () => call('DELETE', '/api/v1/projects/team');
    const used = await remove();
    expect([used.status, used.json.message]).toEqual([
      400,
      'project is referenced by 2 applications',
    ]);
    for (const name of ['mine', 'windowed']) {
      await call('DELETE', `/api/v1/applications/${name}`);
      await argocd.untilGone(name);
    }
    expect((await remove()).json).toEqual({});
    expect((await remove()).status).toBe(404);
  });
});
