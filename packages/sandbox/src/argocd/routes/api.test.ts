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
import {
  APPLICATION_SHAPE,
  CLUSTERS_SHAPE,
  differences,
  EVENTS_SHAPE,
  MANAGED_SHAPE,
  PROJECTS_SHAPE,
  TREE_SHAPE,
} from '../__testUtils__/shapes';

jest.setTimeout(60_000);

const error = (code: number, message: string) => ({
  error: message,
  code,
  message,
});

describe('the API', () => {
  let git: GitSandbox;
  let argocd: ArgoCdServer;
  let revision: string;

  beforeAll(async () => {
    git = await GitSandbox.create();
    revision = await git.commit(
      'acme/gitops-platform',
      {
        ...PLATFORM_TREE,
        'applications/dev/cart/application.yaml': webApplication('cart'),
        'applications/dev/cart/values.yaml': webValues('1', 2),
        'applications/dev/shop/application.yaml': webApplication('shop', {
          automated: false,
        }),
        'applications/dev/shop/values.yaml': webValues('1'),
      },
      'First platform\n\nWith two services.\n',
    );
    argocd = await ArgoCdServer.start(git);
    await argocd.untilHealthy('cart-dev', revision);
    await argocd.until('shop-dev', ({ status }) =>
      Boolean(status.reconciledAt),
    );
  });

  afterAll(async () => {
    await argocd.stop();
    await git.dispose();
  });

  describe('refusals', () => {
    const jwt = `${'e30'}.${'e30'}.bm8`;
    it.each<
      [string, { method?: string; token?: string | null }, number, unknown]
    >([
      [
        '/api/v1/applications',
        { token: null },
        401,
        error(16, 'no session information'),
      ],
      [
        '/api/v1/applications',
        { token: 'not-a-token' },
        401,
        error(16, 'no session information'),
      ],
      [
        '/api/v1/applications',
        { token: jwt },
        401,
        error(
          16,
          'invalid session: token signature is invalid: signature is invalid',
        ),
      ],
      [
        '/api/v1/applications?selector=%21%21',
        {},
        500,
        error(
          2,
          "error parsing the selector: unable to parse requirement: found '!', expected: identifier",
        ),
      ],
      [
        '/api/v1/applications?fields=-items.status.resources',
        {},
        500,
        { error: 'failed to marshal error message' },
      ],
      ['/api/v1/applications/nosuch', {}, 403, error(7, 'permission denied')],
      [
        '/api/v1/applications/nosuch/resource-tree',
        {},
        403,
        error(7, 'permission denied'),
      ],
      [
        '/api/v1/applications/nosuch?project=workloads',
        {},
        404,
        error(5, 'applications.argoproj.io "nosuch" not found'),
      ],
      [
        '/api/v1/applications/cart-dev?project=default',
        {},
        404,
        error(5, 'applications.argoproj.io "cart-dev" not found'),
      ],
      [
        '/api/v1/applications/cart-dev?projects=a&projects=b',
        {},
        400,
        error(
          3,
          'multiple projects specified - the get endpoint accepts either zero or one project',
        ),
      ],
      [
        '/api/v1/applications/cart-dev?appNamespace=team-a',
        {},
        403,
        error(7, 'permission denied'),
      ],
      [
        '/api/v1/applicationsets/nosuch',
        {},
        404,
        error(
          5,
          'error getting ApplicationSet: applicationset.argoproj.io "nosuch" not found',
        ),
      ],
      [
        '/api/v1/applications/cart-dev/operation',
        { method: 'DELETE' },
        400,
        error(3, 'Unable to terminate operation. No operation is in progress'),
      ],
      [
        '/api/v1/settings',
        {},
        501,
        error(12, 'The sandbox does not implement GET /api/v1/settings'),
      ],
      [
        '/api/v1/applications/cart-dev',
        { method: 'PUT' },
        501,
        error(
          12,
          'The sandbox does not implement PUT /api/v1/applications/cart-dev',
        ),
      ],
      [
        '/api/v1/settings',
        { token: null },
        401,
        error(16, 'no session information'),
      ],
    ])('%s %j: %i', async (path, options, status, body) => {
      const answer = await argocd.call(path, options);
      expect(answer.json).toEqual(body);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toBe('application/json');
    });

    it.each<[string, RequestInit & { method: string }, number, string]>([
      ['/api/v1/nosuch', { method: 'GET' }, 404, 'Not Found\n'],
      ['/api/v1/applications/a%2Fb', { method: 'GET' }, 404, 'Not Found\n'],
      [
        '/api/v1/applications/cart-dev/sync',
        { method: 'GET' },
        405,
        'Method Not Allowed\n',
      ],
      [
        '/api/v1/applications/cart-dev/sync',
        { method: 'POST', headers: { 'content-type': 'text/plain' } },
        415,
        'Invalid content type\n',
      ],
      [
        '/api/v1/session',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
        },
        415,
        'Invalid content type\n',
      ],
      [
        '/api/v1/applications/cart-dev/operation',
        { method: 'DELETE' },
        415,
        'Invalid content type\n',
      ],
    ])('%s %j: %i', async (path, init, status, text) => {
      const answer = await fetch(`${argocd.url}${path}`, init);
      expect(await answer.text()).toBe(text);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toBe(
        'text/plain; charset=utf-8',
      );
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    });

    it('says what is wrong with the body of a write', async () => {
      const path = '/api/v1/applications/shop-dev/sync';
      for (const [body, message] of [
        ['{bad', 'JSON'],
        ['[]', 'cannot unmarshal'],
        ['{"dryRun": "yes"}', 'dryRun'],
        ['{"manifests": ["{}"]}', 'local manifests'],
      ]) {
        const { status, json } = await argocd.call(path, {
          method: 'POST',
          body,
        });
        expect([400, 501]).toContain(status);
        expect(json.message).toContain(message);
      }
    });
  });

  it('answers with the fields and types of the real one', async () => {
    const at = '/api/v1/applications/cart-dev';
    const shapes: [string, Parameters<typeof differences>[1]][] = [
      [at, APPLICATION_SHAPE],
      ['/api/v1/applications?name=cart-dev', { items: [APPLICATION_SHAPE] }],
      [`${at}/resource-tree`, TREE_SHAPE],
      [`${at}/managed-resources`, MANAGED_SHAPE],
      [`${at}/events`, EVENTS_SHAPE],
      ['/api/v1/projects', PROJECTS_SHAPE],
      ['/api/v1/clusters', CLUSTERS_SHAPE],
      ['/api/v1/projects/workloads', PROJECTS_SHAPE.items[0]],
      [
        '/api/version',
        { Version: 'string', HelmVersion: 'string', Platform: 'string' },
      ],
      [
        '/api/v1/session/userinfo',
        { loggedIn: 'boolean', username: 'string', iss: 'string' },
      ],
      [`${at}/syncwindows`, { canSync: 'boolean' }],
    ];
    for (const [path, shape] of shapes) {
      const answer = await argocd.call(path);
      expect([path, ...differences(answer.json, shape)]).toEqual([path]);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/json');
      expect(answer.headers.get('grpc-metadata-content-type')).toBe(
        'application/grpc',
      );
      expect(answer.headers.get('x-powered-by')).toBeNull();
    }
  });

  it('tells somebody without a session next to nothing', async () => {
    const anonymous = { token: null };
    expect((await argocd.call('/api/version', anonymous)).json).toEqual({
      Version: expect.stringContaining('v3.5.'),
    });
    expect(
      (await argocd.call('/api/v1/session/userinfo', anonymous)).json,
    ).toEqual({});
    expect((await argocd.call('/healthz', anonymous)).text).toBe('ok\n');
  });

  it.each([
    ['', ['applications-dev', 'cart-dev', 'root', 'shop-dev']],
    ['?name=cart-dev', ['cart-dev']],
    ['?name=cart', null],
    ['?selector=environment%3Ddev', ['cart-dev', 'shop-dev']],
    ['?selector=environment%3Dnone', null],
    ['?projects=workloads', ['cart-dev', 'shop-dev']],
    ['?project=bootstrap', ['applications-dev', 'root']],
    ['?projects=workloads&projects=bootstrap&name=root', ['root']],
    [
      `?repo=${encodeURIComponent(PLATFORM)}&selector=environment`,
      ['cart-dev', 'shop-dev'],
    ],
    ['?repo=http%3A%2F%2Fnosuch', null],
    [
      '?appNamespace=argocd&selector=app.kubernetes.io%2Fname%3Dcart',
      ['cart-dev'],
    ],
    ['?appNamespace=team-a', null],
  ])('lists %s', async (query, names) => {
    const { json } = await argocd.call(`/api/v1/applications${query}`);
    expect(Object.keys(json)).toEqual(['metadata', 'items']);
    const projected = await argocd.call(
      `/api/v1/applications${query}${
        query ? '&' : '?'
      }fields=items.metadata.name`,
    );
    expect(projected.json).toEqual({
      items: names && names.map(name => ({ metadata: { name } })),
      metadata: json.metadata,
    });
  });

  it('lists without the health of single resources, and gets with it', async () => {
    const { json } = await argocd.call('/api/v1/applications?name=cart-dev');
    expect(json.items[0].status.resources[1]).toEqual({
      group: 'apps',
      version: 'v1',
      kind: 'Deployment',
      namespace: 'cart-dev',
      name: 'cart',
      status: 'Synced',
    });
    const { status } = await argocd.application('cart-dev');
    expect(status.resources?.[1].health).toEqual({ status: 'Healthy' });
  });

  it('compresses what is asked for compressed', async () => {
    const plain = await argocd.call('/api/v1/applications', {
      headers: { 'accept-encoding': 'identity' },
    });
    const zipped = await argocd.call('/api/v1/applications', {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(zipped.text).toBe(plain.text);
    expect(Number(zipped.headers.get('content-length'))).toBeLessThan(
      plain.text.length / 3,
    );
  });

  it('signs in, by name and password', async () => {
    const signIn = async (body: unknown) =>
      argocd.call('/api/v1/session', { method: 'POST', body, token: null });
    const { json, headers } = await signIn({
      username: 'admin',
      password: 'sandbox',
    });
    const token = String(json.token);
    expect(token.split('.')).toHaveLength(3);
    expect(headers.get('set-cookie')).toBe(
      `argocd.token=${token}; path=/; SameSite=lax; httpOnly`,
    );
    const path = '/api/v1/session/userinfo';
    const admin = { loggedIn: true, username: 'admin', iss: 'argocd' };
    expect((await argocd.call(path, { token })).json).toEqual(admin);
    const byCookie = await argocd.call(path, {
      token: null,
      headers: { cookie: `a=b; argocd.token=${token}` },
    });
    expect(byCookie.json).toEqual(admin);
    expect((await signIn({ username: 'admin', password: '' })).json).toEqual(
      error(16, 'no credentials supplied'),
    );
    const wrong = error(16, 'Invalid username or password');
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const answer = await signIn({ username: 'admin', password: 'wrong' });
      expect([answer.status, answer.json]).toEqual([401, wrong]);
    }
    // Too many failures: for a while, the right password does not help either.
    expect(
      (await signIn({ username: 'admin', password: 'sandbox' })).json,
    ).toEqual(wrong);
    expect((await argocd.call(path, { token })).json).toEqual(admin);
  });

  it('tells the commit of a revision', async () => {
    const at = '/api/v1/applications/cart-dev/revisions';
    expect((await argocd.call(`${at}/${revision}/metadata`)).json).toEqual({
      author: 'Ada <ada@example.com>',
      date: expect.stringMatching(/^2026-.*Z$/),
      message: 'First platform\n\nWith two services.',
    });
    const unknown = '0'.repeat(40);
    const answer = await argocd.call(`${at}/${unknown}/metadata`);
    expect(answer.status).toBe(500);
    expect(answer.json).toMatchObject({ code: 2 });
    expect(answer.json.message).toContain(`not our ref ${unknown}`);
  });

  it('compares target and live state without noise', async () => {
    const { json } = await argocd.call(
      '/api/v1/applications/cart-dev/managed-resources?kind=Deployment&fields=items.name,items.normalizedLiveState,items.predictedLiveState',
    );
    expect(Object.keys(json.items[0])).toEqual([
      'name',
      'normalizedLiveState',
      'predictedLiveState',
    ]);
    expect(json.items[0].normalizedLiveState).toBe(
      json.items[0].predictedLiveState,
    );
    const missing = await argocd.call(
      '/api/v1/applications/shop-dev/managed-resources?kind=Service',
    );
    expect(missing.json.items[0]).toMatchObject({
      liveState: 'null',
      normalizedLiveState: 'null',
      modified: true,
    });
  });

  it('draws the tree down to pods, endpoints and secrets', async () => {
    const { json } = await argocd.call(
      '/api/v1/applications/cart-dev/resource-tree',
    );
    const nodes = JSON.parse(JSON.stringify(json.nodes)) as {
      kind: string;
      name: string;
      parentRefs?: { kind: string }[];
    }[];
    expect(
      nodes.map(({ kind, parentRefs }) => [kind, parentRefs?.[0].kind]),
    ).toEqual([
      ['Endpoints', 'Service'],
      ['Pod', 'ReplicaSet'],
      ['Pod', 'ReplicaSet'],
      ['Secret', 'ExternalSecret'],
      ['Service', undefined],
      ['Deployment', undefined],
      ['ReplicaSet', 'Deployment'],
      ['EndpointSlice', 'Service'],
      ['ExternalSecret', undefined],
    ]);
  });

  it('syncs on request what is not synced by itself', async () => {
    const at = '/api/v1/applications/shop-dev';
    const sync = async (body: unknown) =>
      argocd.call(`${at}/sync`, { method: 'POST', body });
    const before = await argocd.application('shop-dev');
    expect(before.status).toMatchObject({
      sync: { status: 'OutOfSync' },
      health: { status: 'Missing' },
    });

    const dry = await sync({ dryRun: true });
    expect(dry.json.operation).toMatchObject({
      sync: { revision, dryRun: true, syncOptions: ['CreateNamespace=true'] },
      initiatedBy: { username: 'backstage' },
      retry: {},
    });
    expect(dry.json.status.operationState).toBeUndefined();
    const tried = await argocd.until(
      'shop-dev',
      ({ status }) => status.operationState?.phase === 'Succeeded',
    );
    expect(tried.status.history).toBeUndefined();
    expect(
      tried.status.operationState?.syncResult?.resources?.[0].message,
    ).toBe('namespace/shop-dev created (dry run)');

    await sync({
      resources: [{ kind: 'Service', name: 'shop', namespace: 'shop-dev' }],
    });
    const partly = await argocd.until(
      'shop-dev',
      ({ status, operation }) =>
        !operation && status.resources?.[0].status === 'Synced',
    );
    expect(partly.status.sync.status).toBe('OutOfSync');
    expect(partly.status.history).toBeUndefined();

    const [first, second] = await Promise.all([
      sync({ revision: 'main' }),
      sync({}),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 400]);
    expect(first.status === 400 ? first.json : second.json).toEqual(
      error(9, 'another operation is already in progress'),
    );
    const done = await argocd.untilHealthy('shop-dev', revision);
    expect(done.status.history).toMatchObject([
      { id: 0, revision, initiatedBy: { username: 'backstage' } },
    ]);

    const rolled = await argocd.call(`${at}/rollback`, {
      method: 'POST',
      body: { id: 0 },
    });
    expect(rolled.json.operation).toMatchObject({
      sync: { revision, syncStrategy: { apply: {} } },
    });
    await argocd.untilHealthy('shop-dev', revision);
    const unknown = await argocd.call(`${at}/rollback`, {
      method: 'POST',
      body: { id: 99 },
    });
    expect([unknown.status, unknown.json]).toEqual([
      400,
      error(
        3,
        'application argocd/shop-dev does not have deployment with id 99',
      ),
    ]);
  });

  it('leaves the revision of an automated Application to Git', async () => {
    const at = '/api/v1/applications/cart-dev';
    const refused = await argocd.call(`${at}/sync`, {
      method: 'POST',
      body: { revision },
    });
    expect([refused.status, refused.json]).toEqual([
      400,
      error(9, `Cannot sync to ${revision}: auto-sync currently set to main`),
    ]);
    const rolled = await argocd.call(`${at}/rollback`, {
      method: 'POST',
      body: { id: 0 },
    });
    expect([rolled.status, rolled.json]).toEqual([
      400,
      error(9, 'rollback cannot be initiated when auto-sync is enabled'),
    ]);
    const nowhere = await argocd.call(`${at}/sync`, {
      method: 'POST',
      body: { revision: 'nosuch', dryRun: true },
    });
    expect([nowhere.status, nowhere.json.code]).toEqual([400, 9]);
    expect(nowhere.json.message).toContain(
      "unable to resolve 'nosuch' to a commit SHA",
    );
  });

  it('refreshes on request, and every time the version moves', async () => {
    let version = 0;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const { json } = await argocd.call(
        '/api/v1/applications/cart-dev?refresh=normal&fields=metadata.name',
      );
      expect(json.status.sync.status).toBe('Synced');
      expect(json.metadata.annotations).toMatchObject({
        'argocd.argoproj.io/hydrate': 'normal',
      });
      expect(json.metadata.annotations).not.toHaveProperty([
        'argocd.argoproj.io/refresh',
      ]);
      const list = await argocd.call('/api/v1/applications');
      const now = Number(list.json.metadata.resourceVersion);
      expect(now).toBeGreaterThan(version);
      version = now;
    }
  });
});
