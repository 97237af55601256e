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

import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import type {
  Deployments,
  DeploymentsRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { ago } from '@gitops-platform/ui-test-utils/fixtures';
import { deployments, recordedDeployment } from '../fixtures/deployments';

/** What the history and the figures can look like: an entity of that name shows it. */
export const deploymentStates: Record<
  string,
  (
    request: DeploymentsRequest | undefined,
    attempt: number,
  ) => Deployments | Promise<Deployments>
> = {
  'deployments-none': request =>
    deployments(request, { items: [], environments: [] }),
  'deployments-backfilled': request =>
    deployments(request, {
      recordedSince: ago({ hours: 3 }),
      hidden: 2,
      items: ['1.4.2', '1.4.1', '1.4.0'].map((version, index) =>
        recordedDeployment({
          version,
          outcome: 'unknown',
          deployedAt: ago({ days: 3 * index + 1 }),
          healthyAt: undefined,
          leadTimeSeconds: undefined,
          sourceRevision: undefined,
        }),
      ),
    }),
  'deployments-stale': (request, attempt) => {
    if (attempt > 0) {
      throw new ServiceUnavailableError('The database does not answer');
    }
    return deployments(request);
  },
  'deployments-failed': () => {
    throw new ServiceUnavailableError('The database does not answer');
  },
  'deployments-forbidden': () => {
    throw new NotAllowedError('The policy of Acme does not allow it');
  },
  'deployments-loading': () => new Promise(() => {}),
};
