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
import { gitopsInstanceReadPermission } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  mockCredentials,
  startTestBackend,
  mockServices,
} from '@backstage/backend-test-utils';
import { ArgoCdStandIn } from './__testUtils__/ArgoCdStandIn';
import { componentOf } from './__testUtils__/componentOf';
import { rawApplication } from './__testUtils__/rawApplication';
import { startGitOpsBackend } from './__testUtils__/startGitOpsBackend';
import { formatApplicationRef } from './permissions/applicationResourceRef';
import { gitopsConditions } from './permissions';
import { gitopsPlugin } from './plugin';

jest.setTimeout(30_000);

describe('gitopsPlugin', () => {
  let main: ArgoCdStandIn;
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;

  beforeAll(async () => {
    main = await ArgoCdStandIn.start([
      rawApplication({ service: 'orders', environment: 'dev' }),
    ]);
    backend = await startGitOpsBackend({
      argocd: { main },
      entities: [componentOf('orders', { 'argocd/app-name': 'orders-dev' })],
    });
    await backend.until({ main: 'ok' });
  });

  afterAll(async () => {
    await backend.stop();
    await main.stop();
  });

  it('shows how the instances fare to those who may see it', async () => {
    const { body, headers, status } = await backend.get('/instances');
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        system: 'argocd',
        name: 'main',
        status: 'ok',
        since: expect.any(String),
        fetchedAt: expect.any(String),
        version: 'v3.5.7',
        circuit: 'closed',
        reading: 'stream',
        applications: 1,
      },
    ]);
    const again = await backend
      .get('/instances')
      .set('If-None-Match', headers.etag);
    expect(again.status).toBe(304);

    backend.audit.length = 0;
    backend.policy.set(gitopsInstanceReadPermission.name, {
      result: AuthorizeResult.DENY,
    });
    const refused = await backend.get('/instances');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toMatch(/gitops\.instance\.read/);
    expect(backend.audit).toMatchObject([
      { eventId: 'instances-fetch', outcome: 'NotAllowedError' },
    ]);
  });

  it.each([
    '/instances',
    '/entities/component/default/orders/argocd',
    '/forms/environments',
  ])('lets neither strangers nor services in: %s', async path => {
    const stranger = await backend
      .get(path)
      .set('Authorization', mockCredentials.none.header());
    expect(stranger.status).toBe(401);
    const service = await backend
      .get(path)
      .set('Authorization', mockCredentials.service.header());
    expect(service.status).toBe(403);
  });

  it('applies conditions to a resource that the permission framework names', async () => {
    const ref = (entityRef: string) =>
      formatApplicationRef({
        instance: 'main',
        namespace: 'argocd',
        name: 'orders-dev',
        entityRef,
      });
    const item = (id: string, resourceRef: string, claims: string[]) => ({
      id,
      resourceRef,
      resourceType: 'gitops-resource',
      conditions: gitopsConditions.isEntityOwner({ claims }),
    });
    const team = ['group:default/team-shop'];
    const { body } = await backend.applyConditions([
      item('own', ref('component:default/orders'), team),
      item('foreign', ref('component:default/orders'), ['group:default/x']),
      item('unclaimed', ref('component:default/other'), team),
      item('malformed', 'component:default/orders', team),
    ]);
    expect(body.items).toEqual([
      { id: 'own', result: 'ALLOW' },
      { id: 'foreign', result: 'DENY' },
      { id: 'unclaimed', result: 'DENY' },
      { id: 'malformed', result: 'DENY' },
    ]);
  });

  it('stops the backend at start-up where the configuration is wrong', async () => {
    await expect(
      startTestBackend({
        features: [
          gitopsPlugin,
          mockServices.rootConfig.factory({
            data: { gitops: { environments: 'dev' } },
          }),
        ],
      }),
    ).rejects.toThrow(/gitops\.environments/);
  });
});
