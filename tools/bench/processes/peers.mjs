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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { serveParent } from './serveParent.mjs';

/** The published backends of Roadie and of the Community, with their own packages. */
let backend;

serveParent({
  /** @param {{ instances: { name: string, url: string }[], token?: string, username?: string, password?: string, vault?: { url: string } }} options */
  async start({ instances, token, username, password, vault }) {
    backend = await startTestBackend({
      features: [
        import('@roadiehq/backstage-plugin-argo-cd-backend'),
        import('@backstage-community/plugin-argocd-backend'),
        ...(vault ? [import('@backstage-community/plugin-vault-backend')] : []),
        mockServices.rootConfig.factory({
          data: {
            ...(vault && {
              vault: {
                baseUrl: vault.url,
                auth: { type: 'static', secret: 'token' },
                secretEngine: 'secret',
                kvVersion: 2,
              },
            }),
            argocd: {
              username,
              password,
              appLocatorMethods: [
                {
                  type: 'config',
                  instances: instances.map(({ name, url }) => ({
                    name,
                    url,
                    token,
                  })),
                },
              ],
            },
          },
        }),
      ],
    });
    return { url: `http://127.0.0.1:${backend.server.port()}` };
  },
});
