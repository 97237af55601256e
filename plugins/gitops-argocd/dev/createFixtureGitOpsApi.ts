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
  ApplicationLocation,
  GitOpsApi,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { countAttempts } from '@gitops-platform/ui-test-utils/fixtures';
import { detailStates } from './detailStates';
import { FixtureOperations } from './FixtureOperations';
import {
  canaryResources,
  diff,
  events,
  history,
  logs,
  manyResources,
  parameters,
  resources,
  syncWindows,
} from './fixtures';
import { states } from './states';

const trees: Record<string, typeof resources> = {
  canary: canaryResources,
  large: manyResources,
};

async function notImplemented(): Promise<never> {
  throw new NotImplementedError('The dev app has no backend.');
}

/** Answers with the state that the entity is named after; of one that is none, with the healthy one. */
export function createFixtureGitOpsApi(): GitOpsApi {
  const attemptOf = countAttempts();
  const operations = new Map<string, FixtureOperations>();

  const operationsOf = ({ entityRef, app }: ApplicationLocation) => {
    const key = `${entityRef.name} ${app}`;
    const known = operations.get(key) ?? new FixtureOperations(entityRef.name);
    operations.set(key, known);
    return known;
  };
  const detail = async <T extends { instances: UpstreamStatus[] }>(
    what: string,
    { entityRef: { name } }: ApplicationLocation,
    answer: T,
    nothing: Partial<T>,
  ): Promise<T> => {
    const attempt = attemptOf(`${what} ${name}`);
    return detailStates[name]?.({ answer, nothing, attempt }) ?? answer;
  };

  return {
    async getEntityApplications({ name }) {
      return (states[name] ?? states.healthy)(attemptOf(`overview ${name}`));
    },
    getApplicationHistory: location =>
      detail('history', location, history(), { items: [] }),
    getApplicationResources: location => {
      const tree = trees[location.entityRef.name] ?? resources;
      return detail('resources', location, tree(), { items: [] });
    },
    getApplicationEvents: location =>
      detail('events', location, events(), { items: [] }),
    getApplicationDiff: location =>
      detail('diff', location, diff(), { items: [], omitted: 0 }),
    getApplicationParameters: location =>
      detail('parameters', location, parameters(), { items: [], masked: 0 }),
    getApplicationSyncWindows: location =>
      detail('windows', location, syncWindows(), {
        items: [],
        canSync: true,
        reason: undefined,
      }),
    getApplicationLogs: (location, request) =>
      detail('logs', location, logs(request), { items: [] }),
    getApplicationOperations: location =>
      detail('operations', location, operationsOf(location).read(), {
        operation: undefined,
      }),
    syncApplication: async (location, request) =>
      operationsOf(location).sync(request),
    refreshApplication: async (_, request) => ({
      message: request?.hard
        ? 'Argo CD has rendered cart-dev anew and compared it with Git.'
        : 'Argo CD has compared cart-dev with Git.',
    }),
    terminateOperation: async location => operationsOf(location).terminate(),
    getApplications: notImplemented,
    getEntitySecrets: notImplemented,
    getEntityRoutes: notImplemented,
    getEntityDelivery: notImplemented,
    getEntityDeployments: notImplemented,
    getOwnerDeployments: notImplemented,
    getApplicationSets: notImplemented,
    checkForm: notImplemented,
    getInstances: async () => ({ items: [] }),
  };
}
