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

import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ArgoCdStandIn } from '../__testUtils__/ArgoCdStandIn';
import { componentOf } from '../__testUtils__/componentOf';
import { eventually } from '../__testUtils__/eventually';
import { InMemoryRepository } from '../__testUtils__/InMemoryRepository';
import { rawApplication } from '../__testUtils__/rawApplication';
import { startGitOpsBackend } from '../__testUtils__/startGitOpsBackend';

jest.setTimeout(30_000);

const SOURCE_URL = 'https://git.acme.example/acme/orders';
const VALUES = 'applications/production/orders/values.yaml';
const [OLD, NEW] = ['1', '2'].map(digit => digit.repeat(40));
const image = (tag: string) => `ghcr.io/acme/orders:${tag}`;
const values = (tag: string, source: string) =>
  `image:\n  repository: ghcr.io/acme/orders\n  tag: "${tag}"\n  sourceRevision: "${source}"\n`;

const ORDERS = componentOf('orders', {
  'argocd/app-name': 'orders-dev, orders-production',
  'backstage.io/source-location': `url:${SOURCE_URL}/src/branch/main/`,
});
const TEAM: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-shop', namespace: 'default' },
  spec: { type: 'team', children: [] },
};
const ENTITY_PATH = '/entities/component/default/orders/deployments';
const OWNER_PATH = '/owners/group/default/team-shop/deployments';

const isoSecond = (ms: number) =>
  new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

/** Production after so many deployments, the first two of which were there before. */
function production(options: {
  revisions: { revision: string; at: number }[];
  tags: string[];
  health?: string;
  healthAt?: number;
}) {
  const { revisions, tags, health = 'Healthy' } = options;
  const healthAt = options.healthAt ?? Date.now();
  const source = rawApplication({
    service: 'orders',
    environment: 'production',
  }).spec;
  return rawApplication({
    service: 'orders',
    environment: 'production',
    revision: revisions.at(-1)?.revision,
    health: { status: health, lastTransitionTime: isoSecond(healthAt) },
    status: {
      summary: { images: tags.map(image) },
      reconciledAt: new Date().toISOString(),
      history: revisions.map(({ revision, at }, id) => ({
        id,
        revision,
        deployedAt: isoSecond(at),
        initiatedBy: { username: 'admin' },
        source: Object(source).source,
      })),
    },
  });
}

describe('recorded deployments', () => {
  const started = Date.now();
  const before = [
    { revision: 'a'.repeat(40), at: started - 3_600_000 },
    { revision: 'b'.repeat(40), at: started - 1_800_000 },
  ];
  const source = new InMemoryRepository(SOURCE_URL);
  let main: ArgoCdStandIn;
  let backend: Awaited<ReturnType<typeof startGitOpsBackend>>;

  beforeAll(async () => {
    main = await ArgoCdStandIn.start([
      rawApplication({ service: 'orders', environment: 'dev' }),
      production({
        revisions: before,
        tags: ['1.0.0'],
        healthAt: started - 1_800_000,
      }),
    ]);
    source.commitRanges.set(`${OLD}...${NEW}`, {
      total: 1,
      behind: 0,
      commits: [
        { revision: NEW, title: 'x', date: isoSecond(Date.now() - 60_000) },
      ],
    });
    backend = await startGitOpsBackend({
      argocd: { main },
      entities: [ORDERS, TEAM],
      repositories: [source],
    });
    backend.gitopsRepository.files.set(VALUES, values('1.0.0', OLD));
    await backend.until({ main: 'ok' });
  });

  afterAll(async () => {
    await backend.stop();
    await main.stop();
  });

  beforeEach(() => {
    backend.policy.clear();
    backend.audit.length = 0;
  });

  const inProduction = (body: {
    items: { environment: string }[];
  }): Record<string, unknown>[] =>
    body.items.filter(({ environment }) => environment === 'production');

  it('takes over what Argo CD remembers, and says that nothing is known of how it went', async () => {
    await eventually(async () => {
      const { body, status } = await backend.get(ENTITY_PATH);
      expect(status).toBe(200);
      expect(inProduction(body)).toMatchObject([
        {
          entityRef: 'component:default/orders',
          outcome: 'unknown',
          images: [image('1.0.0')],
          version: '1.0.0',
          revision: 'b'.repeat(40),
          sourceRevision: OLD,
          sourceUrl: `${SOURCE_URL}/commit/${OLD}`,
          deployedBy: 'admin',
        },
        { outcome: 'unknown' },
      ]);
      expect(body).toMatchObject({
        hidden: 0,
        instances: [{ name: 'main', status: 'ok' }],
        recordedSince: expect.any(String),
      });
      expect(
        body.environments.map(
          (one: { environment: string }) => one.environment,
        ),
      ).toEqual(['all', 'dev', 'production']);
    });
  });

  it('records a promotion from its beginning to Healthy, and signals it', async () => {
    backend.publish.mockClear();
    backend.gitopsRepository.files.set(VALUES, values('1.1.0', NEW));
    const deployed = { revision: 'c'.repeat(40), at: Date.now() };
    const revisions = [...before, deployed];
    main.put(
      production({
        revisions,
        tags: ['1.0.0', '1.1.0'],
        health: 'Progressing',
      }),
    );
    await eventually(async () => {
      const { body } = await backend.get(ENTITY_PATH);
      expect(inProduction(body)[0]).toMatchObject({
        kind: 'deployment',
        outcome: 'pending',
        version: '1.1.0',
      });
    });
    main.put(production({ revisions, tags: ['1.1.0'] }));
    await eventually(async () => {
      const { body } = await backend.get(ENTITY_PATH);
      const [latest] = inProduction(body);
      expect(latest).toMatchObject({
        outcome: 'healthy',
        images: [image('1.1.0')],
        sourceRevision: NEW,
        committedAt: expect.any(String),
        canRollBackTo: false,
      });
      expect(latest.leadTimeSeconds).toBeGreaterThanOrEqual(59);
      const [, , figures] = body.environments;
      expect(figures.figures.slice(0, 3)).toMatchObject([
        { name: 'deploymentFrequency', basis: 1, deployments: [latest.id] },
        { name: 'leadTime', basis: 1, value: latest.leadTimeSeconds },
        { name: 'changeFailureRate', basis: 1, value: 0 },
      ]);
    });
    // At most one a second.
    await eventually(async () => {
      expect(backend.publish).toHaveBeenCalledWith(
        expect.objectContaining({ channel: 'gitops:component:default/orders' }),
      );
    });
  });

  it('answers 304 as long as nothing has changed', async () => {
    const { headers, body } = await backend.get(ENTITY_PATH);
    const range = `${ENTITY_PATH}?from=${body.from}&to=${body.to}`;
    const first = await backend.get(range);
    expect(first.status).toBe(200);
    const again = await backend
      .get(range)
      .set('If-None-Match', first.headers.etag);
    expect(again.status).toBe(304);
    expect(headers.etag).toBeDefined();
  });

  it('shows only what was deployed in the time that is asked for', async () => {
    const to = new Date(started - 1_000).toISOString();
    const { body } = await backend.get(`${ENTITY_PATH}?to=${to}`);
    expect(inProduction(body)).toHaveLength(2);
    expect(body.to).toBe(to);
  });

  it.each([
    ['from=yesterday', 'from: found'],
    ['to=2026-13-01', 'to: found'],
    ['from=2026-02-01&to=2026-01-01', 'from: found 2026-02-01'],
    ['from=2020-01-01&to=2026-01-01', 'at most 400 days'],
  ])('refuses %s', async (query, message) => {
    for (const path of [ENTITY_PATH, OWNER_PATH]) {
      const { status, body } = await backend.get(`${path}?${query}`);
      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(message),
      });
    }
  });

  it('counts what the caller may not see, and says nothing else about it', async () => {
    backend.policy.set('gitops.deployment.read', {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'gitops',
      resourceType: 'gitops-resource',
      conditions: {
        rule: 'IN_ENVIRONMENT',
        resourceType: 'gitops-resource',
        params: { environments: ['dev'] },
      },
    });
    for (const path of [ENTITY_PATH, OWNER_PATH]) {
      const { body, text } = await backend.get(path);
      expect(body.hidden).toBe(1);
      expect(inProduction(body)).toEqual([]);
      expect(text).not.toContain('orders-production');
    }
  });

  it('says nothing of secrets to those who may not see their metadata', async () => {
    const rotation = async (path: string) => {
      const { body } = await backend.get(path);
      return body.environments[0].figures.at(-1);
    };
    expect(await rotation(ENTITY_PATH)).toMatchObject({
      name: 'secretRotation',
      reason: expect.stringContaining('No secret has been seen'),
    });
    backend.policy.set('gitops.secret-metadata.read', {
      result: AuthorizeResult.DENY,
    });
    for (const path of [ENTITY_PATH, OWNER_PATH]) {
      expect(await rotation(path)).toMatchObject({
        basis: 0,
        reason: expect.stringContaining('You may not see'),
      });
    }
  });

  it('shows all that an owner has, through the eyes of the caller', async () => {
    const stream = jest.spyOn(backend.catalog, 'streamEntities');
    const { body, status } = await backend.get(OWNER_PATH);
    expect(status).toBe(200);
    expect(stream.mock.lastCall?.[1]).toMatchObject({
      credentials: { principal: { type: 'user' } },
    });
    expect(inProduction(body)).toHaveLength(3);
    expect(body.items[0].entityRef).toBe('component:default/orders');
    expect(backend.audit).toMatchObject([
      {
        eventId: 'owner-deployments-fetch',
        meta: { ownerRef: 'group:default/team-shop' },
        outcome: 'success',
      },
    ]);
  });

  it.each([
    [
      '/entities/component/default/nothing/deployments',
      404,
      'deployments-fetch',
    ],
    [
      '/owners/group/default/nothing/deployments',
      404,
      'owner-deployments-fetch',
    ],
    [
      '/owners/component/default/orders/deployments',
      400,
      'owner-deployments-fetch',
    ],
  ])('refuses %s with %i', async (path, expected, eventId) => {
    const { status } = await backend.get(path);
    expect(status).toBe(expected);
    expect(backend.audit).toMatchObject([
      { eventId, outcome: expect.stringMatching(/Error$/) },
    ]);
  });

  it('refuses who may not read deployments, after it has looked for the entity', async () => {
    backend.policy.set('gitops.deployment.read', {
      result: AuthorizeResult.DENY,
    });
    expect((await backend.get(ENTITY_PATH)).status).toBe(403);
    expect((await backend.get(OWNER_PATH)).status).toBe(403);
    const missing = '/entities/component/default/nothing/deployments';
    expect((await backend.get(missing)).status).toBe(404);
  });
});
