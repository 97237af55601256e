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

import type { ArgoOperationProgress } from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdInstance } from '../ArgoCdInstances';
import type { StoredApplication } from '../store';
import { isCulprit, isFailed } from './explainOperation';
import type { FailingResource } from './FailingResource';
import { failingResources } from './failingResources';

const MAX_CULPRITS = 20;

/** What has to be asked for to explain why an Application is not well. */
export interface Evidence {
  failingResources: FailingResource[];
  /** The operation that failed, with the resources and hooks that did. */
  operation?: ArgoOperationProgress;
}

/** Whether there is more to learn than the store knows. */
export function needsEvidence(app: StoredApplication): boolean {
  return app.health !== 'Healthy' || isFailed(app.operation);
}

/** Asks Argo CD, at most twice: for the tree where the health is not well, for the operation where it failed. */
export async function readEvidence(
  client: Pick<ArgoCdInstance['client'], 'getResourceTree' | 'getOperation'>,
  app: StoredApplication,
): Promise<Evidence> {
  const [tree, operation] = await Promise.all([
    app.health === 'Healthy' ? [] : client.getResourceTree(app),
    isFailed(app.operation) ? client.getOperation(app) : undefined,
  ]);
  return {
    failingResources: failingResources(tree),
    operation: operation && {
      ...operation,
      resources: operation.resources.filter(isCulprit).slice(0, MAX_CULPRITS),
    },
  };
}

/** What of the evidence still concerns the Application as it is now. */
export function relevantEvidence(
  app: StoredApplication,
  evidence: Evidence | undefined,
): Partial<Evidence> {
  const { failingResources: failing, operation } = evidence ?? {};
  return {
    failingResources: app.health === 'Healthy' ? [] : failing,
    operation:
      operation?.startedAt === app.operation?.startedAt ? operation : undefined,
  };
}
