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

import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { TraefikClient } from '@gitops-platform/backstage-plugin-gitops-node';
import { readReplica } from '../../../plugins/gitops-backend/src/traefik/store/readReplica';
import { until } from '../argocd/stream';
import { Workshop } from '../argocd/Workshop';
import { traefikConfig } from './ourTraefikClient';
import { documents, ingressRoute } from './routeManifests';
import { skip } from './target';

/** Where Traefik takes requests, and not its own API. */
const webUrl = process.env.TRAEFIK_WEB_URL;
const HOST = 'contract-api.example.localhost';

/** As the README of the backend has it, on a host instead of an entry point of its own. */
const EXPOSED =
  'Method(`GET`) && PathRegexp(`^/api/(version|overview|entrypoints|certificates|(http|tcp|udp)/(routers|services))$`)';

const workshop = new Workshop('traefik-api', {
  'api/route.yaml': documents(
    ingressRoute('api', [
      {
        match: `Host(\`${HOST}\`) && ${EXPOSED}`,
        services: [{ kind: 'TraefikService', name: 'api@internal' }],
      },
    ]),
  ),
});

describe('the least that Traefik must expose', { skip }, () => {
  before(async () => {
    if (skip || !webUrl) return;
    await workshop.open();
  });
  after(async () => {
    if (webUrl) await workshop.close();
  });

  workshop.it(
    'suffices, and tells nothing of what is in middlewares',
    async () => {
      const key = await workshop.make('gitops-contract-traefik-api', {
        source: 'api',
      });
      await workshop.sync(key);
      const client = TraefikClient.create({
        url: webUrl ?? '',
        config: { ...traefikConfig, headers: { host: HOST } },
      });
      try {
        const snapshot = await until('the API through its route', async () => {
          try {
            return await readReplica(client);
          } catch {
            return undefined;
          }
        });
        assert.equal(snapshot.middlewares, undefined);
        assert.ok(snapshot.routers.some(({ name }) => name === 'api@internal'));
        assert.ok(snapshot.services.length > 0);
        assert.ok(snapshot.entryPoints.length > 0);
        assert.ok(snapshot.certificates);
      } finally {
        await client.close();
      }
    },
    webUrl ? false : 'TRAEFIK_WEB_URL is not given',
  );
});
