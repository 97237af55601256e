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
  createBackendModule,
  createServiceFactory,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type ServiceMock,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import { gitOpsRepositoryProvidersExtensionPoint } from '@gitops-platform/backstage-plugin-gitops-node';
import request from 'supertest';
import { gitopsPlugin } from '../plugin';
import type { ArgoCdStandIn } from './ArgoCdStandIn';
import { InMemoryGitHost, InMemoryRepository } from './InMemoryRepository';
import { GITOPS_URL } from './rawApplication';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };

/** Starts the real plugin against stand-ins, with everything beside it under the test's control. */
export async function startGitOpsBackend(options: {
  argocd: Record<string, ArgoCdStandIn>;
  entities?: Entity[];
  gitops?: JsonObject;
  /** Beside `gitops`. */
  config?: JsonObject;
  instance?: JsonObject;
  repositories?: InMemoryRepository[];
  /** In the place of a logger that says nothing. */
  logger?: ServiceMock<LoggerService>;
}) {
  const gitopsRepository = new InMemoryRepository(GITOPS_URL);
  const gitHost = new InMemoryGitHost([
    ...(options.repositories ?? []),
    gitopsRepository,
  ]);
  const catalog = catalogServiceMock({ entities: options.entities ?? [] });
  /** By permission name; everything else is allowed. */
  const policy = new Map<string, PolicyDecision>();
  const decide = (permission: { name: string }) =>
    policy.get(permission.name) ?? ALLOW;
  const permissions = mockServices.permissions.mock({
    authorize: async asked =>
      asked.map(({ permission }) => ({
        result:
          decide(permission).result === AuthorizeResult.ALLOW
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      })),
    authorizeConditional: async asked =>
      asked.map(({ permission }) => decide(permission)),
  });
  const audit: { eventId: string; meta?: JsonObject; outcome: string }[] = [];
  /** What the audit's failures hold. */
  const refusals: Error[] = [];
  /** Of the audit's events, by their id. */
  const severities = new Map<string, string | undefined>();
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ eventId, meta, severityLevel }) => {
      severities.set(eventId, severityLevel);
      return {
        success: async more => {
          audit.push({
            eventId,
            meta: { ...meta, ...more?.meta },
            outcome: 'success',
          });
        },
        fail: async ({ error }) => {
          refusals.push(error);
          audit.push({ eventId, meta, outcome: error.name });
        },
      };
    },
  });
  /** What the person who asks belongs to. */
  const ownershipEntityRefs = ['group:default/team-shop'];
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async () => ({
      userEntityRef: 'user:default/mock',
      ownershipEntityRefs: [...ownershipEntityRefs],
    }),
  });
  const publish = jest.fn(async () => {});
  const actions = actionsRegistryServiceMock();

  const testBackend = await startTestBackend({
    features: [
      gitopsPlugin,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      ...(options.logger ? [options.logger.factory] : []),
      permissions.factory,
      auditor.factory,
      userInfo.factory,
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish }),
      }),
      createBackendModule({
        pluginId: 'gitops',
        moduleId: 'in-memory-git',
        register(env) {
          env.registerInit({
            deps: { git: gitOpsRepositoryProvidersExtensionPoint },
            init: async ({ git }) => git.addProvider(gitHost),
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: {
          ...options.config,
          integrations: { gitea: [{ host: new URL(GITOPS_URL).host }] },
          gitops: {
            environments: [
              { name: 'dev' },
              { name: 'staging' },
              { name: 'production' },
            ],
            repositories: [{ url: GITOPS_URL }],
            argocd: {
              instances: Object.entries(options.argocd).map(
                ([name, standIn]) => ({
                  name,
                  url: standIn.url,
                  frontendUrl: `https://argocd.${name}.acme.example`,
                  auth: { token: 'token' },
                  ...options.instance,
                }),
              ),
            },
            ...options.gitops,
          },
        },
      }),
    ],
  });

  const { server } = testBackend;
  const get = (path: string) => request(server).get(`/api/gitops/v1${path}`);
  const post = (path: string, body: JsonObject = {}) =>
    request(server).post(`/api/gitops/v1${path}`).send(body);
  return {
    /** What the plugin has registered; ids begin with `test:`. */
    actions,
    /** Asks as the permission backend does. */
    applyConditions: (items: JsonObject[]) =>
      request(server)
        .post('/api/gitops/.well-known/backstage/permissions/apply-conditions')
        .set('Authorization', mockCredentials.service.header())
        .send({ items }),
    audit,
    catalog,
    get,
    gitopsRepository,
    ownershipEntityRefs,
    /** What the plugin tells the permission backend of its permissions and rules. */
    permissionMetadata: () =>
      request(server).get(
        '/api/gitops/.well-known/backstage/permissions/metadata',
      ),
    permissions,
    policy,
    post,
    publish,
    refusals,
    severities,
    stop: () => testBackend.stop(),
    /** Resolves once every named instance has that status. */
    until: async (expected: Record<string, string>) => {
      for (;;) {
        const { body } = await get('/instances');
        const reached = Object.entries(expected).every(([name, status]) =>
          body.items.some(
            (item: JsonObject) => item.name === name && item.status === status,
          ),
        );
        if (reached) {
          audit.length = 0;
          return;
        }
        await new Promise(resolve => {
          setTimeout(resolve, 50);
        });
      }
    },
  };
}
