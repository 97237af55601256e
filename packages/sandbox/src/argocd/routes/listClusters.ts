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

import { API_VERSIONS, formatTime, KUBERNETES_VERSION } from '../cluster';
import { IN_CLUSTER } from '../projects';
import type { Route } from './RouteContext';

/** The one cluster of the sandbox. */
export const listClusters: Route = {
  method: 'GET',
  path: '/api/v1/clusters',
  async handle({ platform, enforcer, caller }) {
    const allowed = enforcer.allows(caller, {
      resource: 'clusters',
      action: 'get',
      object: IN_CLUSTER.server,
    });
    if (!allowed) {
      return { metadata: {}, items: null };
    }
    const connectionState = {
      status: 'Successful',
      message: '',
      attemptedAt: formatTime(platform.now()),
    };
    return {
      metadata: {},
      items: [
        {
          ...IN_CLUSTER,
          config: { tlsClientConfig: { insecure: false } },
          connectionState,
          serverVersion: KUBERNETES_VERSION,
          info: {
            connectionState,
            serverVersion: KUBERNETES_VERSION,
            cacheInfo: {
              resourcesCount: platform.cluster.list().length,
              apisCount: API_VERSIONS.length,
              lastCacheSyncTime: formatTime(platform.now()),
            },
            applicationsCount: platform.applications.list().length,
            apiVersions: API_VERSIONS,
          },
        },
      ],
    };
  },
};
