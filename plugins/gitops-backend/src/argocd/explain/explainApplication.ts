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
  ApplicationReason,
  ApplicationSyncWindows,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type {
  ArgoApplication,
  ArgoOperationProgress,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { explainConditions } from './explainConditions';
import { explainOperation } from './explainOperation';
import { explainResources } from './explainResources';
import { explainSync } from './explainSync';
import type { FailingResource } from './FailingResource';
import { plainMessage } from './plainMessage';

/** How many reasons an overview shows. */
export const MAX_REASONS = 3;

/** What is known of an Application. All but the first has to be asked for. */
export interface ExplainedFacts {
  app: ArgoApplication;
  failingResources?: FailingResource[];
  /** The latest operation with its results. */
  operation?: ArgoOperationProgress;
  windows?: Pick<ApplicationSyncWindows, 'canSync' | 'reason'>;
}

/**
 * Why an Application is not well, the most telling first; empty where it is.
 *
 * Health alone does not tell: an Application whose manifests cannot be generated (ComparisonError) is still `Healthy`.
 *
 * @param options - `max`: how many reasons; three by default
 */
export function explainApplication(
  facts: ExplainedFacts,
  options: { max?: number } = {},
): ApplicationReason[] {
  const { app, failingResources = [], windows } = facts;
  const operation = explainOperation(facts.operation ?? app.operation);
  const { errors, warnings } = explainConditions(app, {
    syncExplained: operation.length > 0,
  });
  const resources =
    failingResources.length > 0
      ? explainResources(failingResources)
      : explainHealth(app);
  // Without a comparison there is nothing to say about its outcome.
  const sync =
    app.sync === 'Unknown' && errors.length > 0
      ? []
      : explainSync(app, windows);
  return [...errors, ...operation, ...resources, ...sync, ...warnings].slice(
    0,
    options.max ?? MAX_REASONS,
  );
}

/** What the Application says of its own health, where its resources are not known. */
function explainHealth({
  health,
  healthMessage,
  healthTransitionAt,
}: ArgoApplication): ApplicationReason[] {
  return health !== 'Healthy' && healthMessage
    ? [
        {
          kind: 'resource',
          message: plainMessage(`${health}: ${healthMessage}`),
          since: healthTransitionAt,
        },
      ]
    : [];
}
