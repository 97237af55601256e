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

import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  GitOpsApi,
  GitOpsClient,
} from '@gitops-platform/backstage-plugin-gitops-common';

/** What the GitOps backend is asked before a release. */
export type ReleaseFacts = Pick<
  GitOpsApi,
  'getEntityApplications' | 'getEntityDeployments'
>;

/** Asks the GitOps backend as a person, so that their permissions count and not those of the scaffolder. */
export type ReleaseFactsFor = (
  credentials: BackstageCredentials,
) => Promise<ReleaseFacts>;

/** {@link ReleaseFactsFor} over HTTP. */
export function createReleaseFacts(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): ReleaseFactsFor {
  const { auth, discovery } = options;
  return async credentials => {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'gitops',
    });
    return new GitOpsClient({
      discoveryApi: discovery,
      fetchApi: {
        fetch: (input, init) => {
          const headers = new Headers(init?.headers);
          headers.set('Authorization', `Bearer ${token}`);
          return fetch(input, { ...init, headers });
        },
      },
    });
  };
}
