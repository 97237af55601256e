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
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  EntityRoutes,
  EntitySecrets,
} from '@gitops-platform/backstage-plugin-gitops-common';
import request from 'supertest';
import { componentOf } from '../__testUtils__/componentOf';
import { eventually } from '../__testUtils__/eventually';
import { EntityAccess } from '../permissions/EntityAccess';
import { gitopsResourceRef } from '../permissions/gitopsResourceRef';
import { ResourceAuthorizer } from '../permissions/ResourceAuthorizer';
import { gitopsRules } from '../permissions/rules';
import { createGitOpsRouter } from '../router';
import { EntitySignals } from '../signals/EntitySignals';
import {
  applicationsOf,
  findingOf,
  overviewOf,
  pathOf,
  routeOf,
  routesPart,
  secretsPart,
} from './__testUtils__/facts';
import { addDeliveryRoutes } from './addDeliveryRoutes';
import { DeliveryAccess } from './DeliveryAccess';
import { DeliveryReader, type DeliverySources } from './DeliveryReader';
import { valueOf, type Part } from './facts/Part';

jest.setTimeout(20_000);

const PATH = '/api/gitops/v1/entities/component/default/orders/delivery';

/** What a part says, or what it does instead. */
function says<T>(part: Part<T>) {
  return jest.fn(async (): Promise<T> => {
    const value = valueOf(part);
    if (value === undefined) {
      throw new Error('The part says nothing');
    }
    return value;
  });
}

async function start() {
  const reads = {
    applications: says(
      applicationsOf([overviewOf('dev'), overviewOf('production')]),
    ),
    secrets: says<EntitySecrets>(
      secretsPart({
        items: [pathOf('dev'), pathOf('production')],
        findings: [
          findingOf('secretOverdue', {
            environment: 'production',
            severity: 'warning',
          }),
        ],
      }),
    ),
    routes: says<EntityRoutes>(routesPart({ items: [routeOf('production')] })),
    deployments: jest.fn(async () => []),
  };
  const sources: DeliverySources = Object.fromEntries(
    Object.entries(reads).map(([name, read]) => [name, { read }]),
  );
  const denied = new Set<string>();
  const audit: string[] = [];
  const publish = jest.fn(async () => {});
  const plugin = createBackendPlugin({
    pluginId: 'gitops',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          catalog: catalogServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
        },
        async init(deps) {
          deps.permissionsRegistry.addResourceType({
            resourceRef: gitopsResourceRef,
            rules: Object.values(gitopsRules),
          });
          const access = EntityAccess.create({
            ...deps,
            authorizer: ResourceAuthorizer.create(deps),
          });
          const signals = EntitySignals.create({
            signals: { publish },
            logger: deps.logger,
            version: () => 1,
            intervalMs: 1,
          });
          const router = await createGitOpsRouter({ validateResponses: true });
          addDeliveryRoutes(router, {
            access,
            delivery: DeliveryAccess.create({
              ...deps,
              access,
              knowsSecrets: true,
            }),
            reader: DeliveryReader.create({
              config: {
                environments: ['dev', 'production'].map(name => ({
                  name,
                  aliases: [],
                  clusters: [],
                })),
                repositories: [],
              },
              sources,
              git: {
                of: () => ({
                  versions: new Map(),
                  elsewhere: new Map(),
                  abortedRollouts: new Map(),
                  fingerprint: () => '',
                }),
              },
              commits: {
                between: () => ({ known: false }),
                known: () => ({ known: false }),
              },
              writers: {
                current: () => new Map(),
                known: () => new Map(),
              },
              signals,
              integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
              logger: deps.logger,
              waitMs: 100,
            }),
          });
          deps.httpRouter.use(router);
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () =>
          catalogServiceMock({ entities: [componentOf('orders', {})] }),
      }),
      mockServices.permissions.mock({
        authorizeConditional: async asked =>
          asked.map(({ permission }) => ({
            result: denied.has(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      }).factory,
      mockServices.auditor.mock({
        createEvent: async ({ eventId }) => ({
          success: async () => {
            audit.push(eventId);
          },
          fail: async () => {
            audit.push(`${eventId} failed`);
          },
        }),
      }).factory,
    ],
  });
  return {
    audit,
    denied,
    get: () => request(backend.server).get(PATH),
    publish,
    reads,
    stop: () => backend.stop(),
  };
}

describe('the route of the delivery', () => {
  let backend: Awaited<ReturnType<typeof start>>;

  beforeEach(async () => {
    backend = await start();
  });

  afterEach(() => backend.stop());

  const statusesOf = (body: {
    parts: { part: string; status: string }[];
  }): Record<string, string> =>
    Object.fromEntries(body.parts.map(({ part, status }) => [part, status]));

  it('joins all parts, and audits the look at secrets as such', async () => {
    const { body, status } = await backend.get();
    expect(status).toBe(200);
    expect(statusesOf(body)).toEqual({
      applications: 'ok',
      git: 'unconfigured',
      secrets: 'ok',
      routes: 'ok',
      deployments: 'ok',
    });
    expect(body.rows).toMatchObject([
      { environment: 'dev', state: 'well', secrets: { present: 1 } },
      {
        environment: 'production',
        state: 'attention',
        routes: [{ host: 'orders.production.example' }],
        findings: [{ kind: 'secretOverdue' }],
      },
    ]);
    expect(backend.audit).toEqual(['secret-metadata-fetch', 'delivery-fetch']);
  });

  it.each([
    ['gitops.application.read', 'applications', /orders-dev/],
    ['gitops.secret-metadata.read', 'secrets', /secretOverdue|expected/],
    ['gitops.route.read', 'routes', /orders\.production\.example/],
    ['gitops.deployment.read', 'deployments', /canRollBackTo/],
  ] as const)(
    'leaves out what needs %s, reads none of it, and shows the rest',
    async (permission, part, words) => {
      backend.denied.add(permission);
      const { body, status, text } = await backend.get();
      expect(status).toBe(200);
      expect(statusesOf(body)).toMatchObject({ [part]: 'forbidden' });
      expect(text).not.toMatch(words);
      expect(backend.reads[part]).not.toHaveBeenCalled();
      expect(backend.audit).toContain('delivery-fetch');
      expect(backend.audit.includes('secret-metadata-fetch')).toBe(
        part !== 'secrets',
      );
    },
  );

  it.each([
    ['applications', ['unknown', 'unknown']],
    ['secrets', ['unknown', 'unknown']],
    ['routes', ['unknown', 'unknown']],
    ['deployments', ['well', 'attention']],
  ] as const)(
    'shows the rest where the %s fail, with rows that are %j',
    async (part, states) => {
      backend.reads[part].mockRejectedValue(
        new Error('http://internal:1234 is down'),
      );
      const { body, status, text } = await backend.get();
      expect(status).toBe(200);
      expect(statusesOf(body)).toMatchObject({ [part]: 'error' });
      expect(text).not.toContain('internal');
      expect(body.rows.map(({ state }: { state: string }) => state)).toEqual(
        states,
      );
    },
  );

  it('does not wait for a part that hangs, and tells once it is there', async () => {
    let answer: (routes: EntityRoutes) => void = () => {};
    backend.reads.routes.mockReturnValueOnce(
      new Promise(resolve => {
        answer = resolve;
      }),
    );
    const { body } = await backend.get();
    expect(statusesOf(body)).toMatchObject({
      applications: 'ok',
      routes: 'error',
    });
    expect(backend.publish).not.toHaveBeenCalled();
    answer(await backend.reads.routes());
    await eventually(async () => {
      expect(backend.publish).toHaveBeenCalledWith(
        expect.objectContaining({ channel: 'gitops:component:default/orders' }),
      );
    });
  });

  it('answers 304 to whoever has it, and waits for news where that is preferred', async () => {
    const { headers } = await backend.get();
    const again = await backend.get().set('If-None-Match', headers.etag);
    expect(again.status).toBe(304);
    const waited = await backend
      .get()
      .set('If-None-Match', headers.etag)
      .set('Prefer', 'wait=1');
    expect(waited.status).toBe(304);
    expect(waited.headers['preference-applied']).toBe('wait');
  });
});
