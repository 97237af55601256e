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

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import express from 'express';
import { applicationName } from '../standIn/application.mjs';
import { serveParent } from './serveParent.mjs';

/** Our backend with a real catalog, and with mocks for what the peers are given mocks for, too: sign-in and logs. */
const signals = [];
/** Milliseconds between two looks at the event loop, which the histogram counts in. */
const RESOLUTION = 10;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
let backend;

serveParent({
  /** Starts the backend; answers its address and when it began to start. */
  async start({ instances, auth, entities, gitops = {}, annotations = {} }) {
    const beganAt = Date.now();
    backend = await startTestBackend({
      features: [
        import('@backstage/plugin-catalog-backend'),
        import('@gitops-platform/backstage-plugin-gitops-backend'),
        entitiesModule(entities, annotations),
        noopPlugin,
        timedSignals,
        mockServices.rootConfig.factory({
          data: {
            backend: {
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            gitops: {
              environments: [
                { name: 'dev' },
                { name: 'staging' },
                { name: 'production' },
              ],
              ...gitops,
              argocd: {
                instances: instances.map(({ name, url }) => ({
                  name,
                  url,
                  auth,
                })),
              },
            },
          },
        }),
      ],
    });
    return { url: `http://127.0.0.1:${backend.server.port()}`, beganAt };
  },

  /** After a full collection of garbage, in bytes. */
  async memory() {
    globalThis.gc();
    await sleep(500);
    globalThis.gc();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rss, heap: heapUsed + external };
  },

  watchEventLoop() {
    delay.reset();
    delay.enable();
  },

  /** How late timers were since then, in milliseconds. */
  eventLoop() {
    delay.disable();
    const late = nanoseconds => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
    return { p99: late(delay.percentile(99)), max: late(delay.max) };
  },

  takeSignals: () => signals.splice(0),
});

const timedSignals = createServiceFactory({
  service: signalsServiceRef,
  deps: {},
  factory: () => ({
    async publish({ channel }) {
      signals.push({ channel, at: Date.now() });
    },
  }),
});

/** What any route of a Backstage backend costs. */
const noopPlugin = createBackendPlugin({
  pluginId: 'noop',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = express.Router();
        router.get('/', (_req, res) => {
          res.json({});
        });
        httpRouter.use(router);
      },
    });
  },
});

/** One Component per Application, which claims it by its name. */
function entitiesModule(count, annotations) {
  const location = 'url:https://git.acme.example/catalog-info.yaml';
  const entities = Array.from({ length: count }, (_, index) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: applicationName(index),
      annotations: {
        'argocd/app-name': applicationName(index),
        ...mapValues(annotations, value =>
          value.replaceAll('{name}', applicationName(index)),
        ),
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-shop' },
  }));
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'bench-entities',
    register(env) {
      env.registerInit({
        deps: { catalog: catalogProcessingExtensionPoint },
        async init({ catalog }) {
          catalog.addEntityProvider({
            getProviderName: () => 'bench',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({
                  entity,
                  locationKey: 'bench',
                })),
              }),
          });
        },
      });
    },
  });
}

function mapValues(object, change) {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, change(value)]),
  );
}
