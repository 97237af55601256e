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

import type { EntityRoutes } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoApplicationKey } from '@gitops-platform/backstage-plugin-gitops-node';
import { AppliedManifests } from '../../../plugins/gitops-backend/src/argocd/applied/AppliedManifests';
import { ArgoCdInstances } from '../../../plugins/gitops-backend/src/argocd/ArgoCdInstances';
import { answerRoutes } from '../../../plugins/gitops-backend/src/traefik/answerRoutes';
import { LiveBackends } from '../../../plugins/gitops-backend/src/traefik/backends/LiveBackends';
import { routeClaimOf } from '../../../plugins/gitops-backend/src/traefik/claim/routeClaimOf';
import { readReplica } from '../../../plugins/gitops-backend/src/traefik/store/readReplica';
import { TraefikView } from '../../../plugins/gitops-backend/src/traefik/store/TraefikView';
import { ourClient, silent } from '../argocd/ourClient';
import { ourTraefikClient } from './ourTraefikClient';

/** What the backend would show of an Application's routes, put together out of the targets' own answers. */
export async function entityRoutes(
  key: ArgoApplicationKey,
): Promise<EntityRoutes> {
  const client = ourClient();
  const traefik = ourTraefikClient();
  const instances = ArgoCdInstances.create([
    {
      config: { name: 'target', frontendUrl: 'http://localhost' },
      client,
      watcher: {
        start() {},
        stop: async () => {},
        status: () => ({
          name: 'target',
          status: 'ok',
          circuit: 'closed',
          reading: 'stream',
          applications: 1,
        }),
      },
    },
  ]);
  const options = { instances, logger: silent, onArrival() {} };
  const applied = AppliedManifests.create(options);
  const backends = LiveBackends.create(options);
  try {
    const app = {
      ...(await client.getApplication(key)),
      instance: 'target',
      version: 1,
    };
    await Promise.all([applied.read(app), backends.read(app)]);
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'orders' },
    };
    const name = 'target';
    return answerRoutes({
      opened: { entity, entityRef: 'component:default/orders' },
      claim: routeClaimOf(entity),
      applications: [
        {
          app,
          environment: 'dev',
          binding: { proved: true, reason: '' },
          applied: applied.known(app),
          backends: backends.known(app),
        },
      ],
      instances: [
        {
          config: { name, tlsEndsBefore: false },
          status: { name, status: 'ok' },
          view: TraefikView.of([await readReplica(traefik)]),
          differences: new Map(),
          // What was applied a moment ago would not be called missing.
          answeredAt: Date.now() + 60_000,
        },
      ],
      strict: false,
      mask: { value: (_name, value) => value, text: text => text },
      certificateWarningMs: 86_400_000,
      now: Date.now(),
    });
  } finally {
    applied.stop();
    backends.stop();
    await traefik.close();
    await client.close();
  }
}
