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
import type { Application } from '../types';

jest.setTimeout(60_000);

describe('filling and patching', () => {
  let git: GitSandbox;
  let argocd: ArgoCdServer;

  const post = async (path: string, body: unknown) =>
    argocd.call(`/_sandbox${path}`, { method: 'POST', token: null, body });

  beforeAll(async () => {
    git = await GitSandbox.create();
    argocd = await ArgoCdServer.start(git, { tools: false });
    await post('/applications', {
      count: 12,
      prefix: 'svc',
      namespaces: ['x-dev', 'y-dev'],
      labels: { environment: 'dev' },
    });
  });

  afterAll(async () => {
    await argocd.stop();
    await git.dispose();
  });

  it('makes Applications that look as if they were deployed', async () => {
    const { spec, status, metadata } = await argocd.application('svc-02');
    expect(spec.destination.namespace).toBe('y-dev');
    expect(metadata.labels).toMatchObject({
      environment: 'dev',
      'app.kubernetes.io/name': 'svc-02',
    });
    expect(status).toMatchObject({
      sync: { status: 'Synced' },
      health: { status: 'Healthy' },
    });
    const at = '/api/v1/applications/svc-02';
    const tree = await argocd.call(`${at}/resource-tree`);
    expect(tree.text).toContain('"kind":"Pod"');
    const managed = await argocd.call(`${at}/managed-resources`);
    expect(managed.json.items.length).toBe(2);
    const refreshed = await argocd.call(`${at}?refresh=hard`);
    expect(refreshed.json.status.sync.status).toBe('Synced');
    const sync = await argocd.call(`${at}/sync`, { method: 'POST', body: {} });
    expect(sync.status).toBe(501);
  });

  it('changes what a patch says, and takes away what it nulls', async () => {
    const answer = await post('/applications/svc-01', {
      metadata: { name: 'other', labels: { environment: null, tier: 'gold' } },
      status: { sync: { status: 'OutOfSync' }, conditions: [{ type: 'X' }] },
    });
    expect(answer.status).toBe(200);
    const { metadata, status } = await argocd.application('svc-01');
    expect(metadata.name).toBe('svc-01');
    expect(metadata.labels).toMatchObject({ tier: 'gold' });
    expect(metadata.labels).not.toHaveProperty('environment');
    expect(status.sync).toMatchObject({ status: 'OutOfSync' });
    expect(status.sync.revision).toBeDefined();
    expect(status.conditions).toEqual([{ type: 'X' }]);
  });

  it('changes so many a second, one after the other', async () => {
    const changes = async () =>
      (await argocd.call('/_sandbox/changes', { token: null })).json;
    const started = await post('/changes', { perSecond: 1000, seconds: 0.012 });
    expect([started.status, started.json]).toEqual([
      202,
      { running: true, made: 0, wanted: 12 },
    ]);
    while ((await changes()).running) {
      await new Promise(done => setTimeout(done, 10));
    }
    expect(await changes()).toEqual({ running: false, made: 12, wanted: 12 });
    const changed = await argocd.call(
      '/api/v1/applications?fields=items.metadata.name,items.status.health',
    );
    const healths = JSON.parse(changed.text)
      .items.filter(({ metadata }: Application) => /^svc/.test(metadata.name))
      .map(({ status }: Application) => status.health.status);
    expect(healths).toEqual(Array(12).fill('Progressing'));
  });

  it.each<[string, unknown, number, string]>([
    ['/changes', { perSecond: 0, seconds: 1 }, 400, 'perSecond'],
    ['/rollouts/x-dev/nosuch/resume', {}, 404, 'x-dev/nosuch'],
    ['/applications', { count: 12, prefix: 'svc' }, 409, 'svc-01'],
    ['/applications', { count: 0 }, 400, 'count'],
    ['/applications', { count: 1, prefix: 'A b' }, 400, 'prefix'],
    ['/applications', { count: 1, sort: 'x' }, 400, 'sort'],
    ['/applications/nosuch', {}, 404, 'nosuch'],
  ])('%s %j: %i', async (path, body, status, message) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(status);
    expect(answer.json.message).toContain(message);
  });

  it('takes JSON only, so that no page of another site can write', async () => {
    const answer = await fetch(`${argocd.url}/_sandbox/applications`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"count":1}',
    });
    expect(answer.status).toBe(415);
  });
});
