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

import { join } from 'node:path';
import type { RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { createFaults } from '../faults';
import { apiRouter, sendText } from './api';
import {
  certificatesOf,
  type Configuration,
  loadConfiguration,
  type WatchedCluster,
} from './config';
import { dashboardPage } from './dashboard';
import { Replica } from './Replica';
import { sandboxRouter } from './sandboxRouter';
import { openTraefikState } from './TraefikState';

/** As long as Traefik waits between two looks at its providers, shortened for people who watch. */
const THROTTLE_MS = 500;

/** How a Traefik is reached. */
export interface TraefikOptions {
  /** Where it keeps its state. */
  directory: string;
  cluster: WatchedCluster;
  /** How many processes it consists of. */
  replicas: number;
  /** Before `/api`, as `api.basePath` says it; none where it is absent. */
  basePath?: string;
  /** Whom a proxy in front lets in. */
  auth?: { username: string; password: string };
  /** How long it takes to see a change, in milliseconds. */
  throttleMs?: number;
  now?: () => Date;
}

/** The proxy in front of the API that wants a name and a password. */
function basicAuth(auth: TraefikOptions['auth']): RequestHandler {
  return (request, response, next) => {
    const given = Buffer.from(
      (request.get('authorization') ?? '').replace(/^Basic /i, ''),
      'base64',
    ).toString('utf8');
    if (!auth || given === `${auth.username}:${auth.password}`) {
      next();
      return;
    }
    response.set('WWW-Authenticate', 'Basic realm="traefik"');
    sendText(response, 401, '401 Unauthorized');
  };
}

/** Makes a stand-in for Traefik 3.7: a handler for each of its replicas, to be mounted at the root of a server of its own. */
export async function createTraefik(
  options: TraefikOptions,
): Promise<{ replicas: Router[] }> {
  const { cluster, now = () => new Date(), basePath = '' } = options;
  const state = await openTraefikState(
    join(options.directory, 'state.json'),
    now(),
  );
  const throttle = options.throttleMs ?? THROTTLE_MS;
  let loaded: { configuration: Configuration; at: number } | undefined;
  const load = () => {
    const at = now().getTime();
    if (!loaded || at - loaded.at >= throttle) {
      const { loadRouters } = state.value;
      const configuration = loadConfiguration(cluster, { loadRouters });
      loaded = { configuration, at };
    }
    return loaded.configuration;
  };

  const createReplica = (): Router => {
    const replica = new Replica(load);
    const startDate = now().toISOString();
    const certificates = () =>
      certificatesOf(replica.configuration, {
        ...state.value,
        now: now().getTime(),
      });
    const faults = createFaults();
    const router = PromiseRouter();
    router.use(faults.middleware);
    router.use('/_sandbox', faults.router);
    router.use(
      '/_sandbox',
      sandboxRouter({
        state,
        replica,
        certificates,
        changed: () => {
          loaded = undefined;
        },
        now,
      }),
    );
    router.get('/ping', (_request, response) => {
      response.writeHead(200).end('OK');
    });
    router.use(basicAuth(options.auth));
    router.use(
      `${basePath}/api`,
      apiRouter(() => ({
        configuration: replica.configuration,
        certificates,
        startDate,
      })),
    );
    router.get(
      [`${basePath}/dashboard`, `${basePath}/dashboard/*`],
      (_, response) => {
        response
          .type('html')
          .set(
            'Content-Security-Policy',
            "default-src 'none'; style-src 'unsafe-inline'",
          )
          .send(dashboardPage(replica.configuration));
      },
    );
    router.get('/', (_request, response) => {
      response.redirect(301, `${basePath}/dashboard/`);
    });
    router.use((_request, response) => {
      sendText(response, 404, '404 page not found');
    });
    return router;
  };
  return {
    replicas: Array.from({ length: options.replicas }, createReplica),
  };
}
