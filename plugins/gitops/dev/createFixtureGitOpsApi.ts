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

import { NotImplementedError } from '@backstage/errors';
import type {
  Deployments,
  DeploymentsRequest,
  GitOpsApi,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { countAttempts } from '@gitops-platform/ui-test-utils/fixtures';
import { fleetOf, manyRows, setsOf } from './fixtures';
import { deployments } from './fixtures/deployments';
import { deliveryStates, deploymentStates } from './states';

async function notHere(): Promise<never> {
  throw new NotImplementedError('The development app has no backend.');
}

/**
 * Ten thousand Applications and a few ApplicationSets; and of each entity the delivery that it is named after, of one
 * that is named after none, one that goes well.
 */
export function createFixtureGitOpsApi(): GitOpsApi {
  const attemptOf = countAttempts();
  return {
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
    getEntityDelivery: async ({ name }) =>
      (deliveryStates[name] ?? deliveryStates.well)(
        attemptOf(`delivery ${name}`),
      ),
    getEntityDeployments: async ({ name }, request) =>
      deploymentsOf(name, request, attemptOf(`deployments ${name}`)),
    getOwnerDeployments: async ({ name }, request) => {
      const answer = await deploymentsOf(
        name,
        request,
        attemptOf(`owner ${name}`),
      );
      const services = ['component:default/cart', 'component:default/orders'];
      return {
        ...answer,
        items: answer.items.map((item, index) => ({
          ...item,
          entityRef: services[index % services.length],
        })),
      };
    },
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
    getInstances: notHere,
    refreshApplication: notHere,
    syncApplication: notHere,
    terminateOperation: notHere,
  };
}

/** What does not run anywhere has not been deployed. */
const UNBORN = ['waiting', 'nothing'];

async function deploymentsOf(
  name: string,
  request: DeploymentsRequest | undefined,
  attempt: number,
): Promise<Deployments> {
  const state = UNBORN.includes(name) ? 'deployments-none' : name;
  return deploymentStates[state]?.(request, attempt) ?? deployments(request);
}
