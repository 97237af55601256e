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

import type { GitOpsApi } from '@gitops-platform/backstage-plugin-gitops-common';
import { fleetOf, manyRows, setsOf } from './fixtures';

const notHere = () =>
  Promise.reject(new Error('The development app has only the fleet'));

/** Ten thousand Applications and a few ApplicationSets. */
export const fixtureGitOpsApi: GitOpsApi = {
  getApplications: fleetOf(manyRows(10_000)),
  getApplicationSets: setsOf([
    {},
    { name: 'addons', generators: ['git'], applications: 38, unhealthy: 2 },
    {
      name: 'previews',
      generators: ['pullRequest'],
      applications: 0,
      error: 'error generating params: repository not found',
    },
  ]),
  checkForm: notHere,
  getApplicationDiff: notHere,
  getApplicationEvents: notHere,
  getApplicationHistory: notHere,
  getApplicationLogs: notHere,
  getApplicationOperations: notHere,
  getApplicationParameters: notHere,
  getApplicationResources: notHere,
  getApplicationSyncWindows: notHere,
  getEntityApplications: notHere,
  getEntitySecrets: notHere,
  getEntityRoutes: notHere,
  getEntityDelivery: notHere,
  getEntityDeployments: notHere,
  getOwnerDeployments: notHere,
  getInstances: notHere,
  refreshApplication: notHere,
  syncApplication: notHere,
  terminateOperation: notHere,
};
