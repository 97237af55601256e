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

import type { ApplicationReason } from '@gitops-platform/backstage-plugin-gitops-common';
import type {
  ArgoOperation,
  ArgoOperationProgress,
  ArgoOperationResource,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { plainMessage } from './plainMessage';

const FAILED = ['Failed', 'Error'];

/** Whether an operation failed, other than one that only tried. */
export function isFailed(operation: ArgoOperation | undefined): boolean {
  return (
    operation !== undefined &&
    FAILED.includes(operation.phase) &&
    !operation.dryRun
  );
}

/** Why the last operation failed: the hooks and resources that did, hooks first; else what it says of itself. */
export function explainOperation(
  operation: ArgoOperation | ArgoOperationProgress | undefined,
): ApplicationReason[] {
  if (!operation || !isFailed(operation)) {
    return [];
  }
  const { message = 'it does not say why', finishedAt: since } = operation;
  const culprits = 'resources' in operation ? operation.resources : [];
  const reasons = culprits
    .filter(isCulprit)
    .sort((a, b) => Number(isHook(b)) - Number(isHook(a)))
    .map(culprit => ({ ...explainCulprit(culprit), since }));
  return reasons.length > 0
    ? reasons
    : [
        {
          kind: 'operation',
          message: plainMessage(`The last sync failed: ${message}`),
          since,
        },
      ];
}

/** Whether a resource or hook failed in an operation. */
export function isCulprit(resource: ArgoOperationResource): boolean {
  return (
    resource.status === 'SyncFailed' ||
    FAILED.includes(resource.hookPhase ?? '')
  );
}

function isHook({ hookType }: ArgoOperationResource): boolean {
  return hookType !== undefined;
}

function explainCulprit(resource: ArgoOperationResource): ApplicationReason {
  const { group, kind, namespace, name, hookType, message } = resource;
  const subject = `${kind} ${name}`;
  const what = hookType
    ? `${hookType} hook ${subject} failed`
    : `Sync of ${subject} failed`;
  return {
    kind: hookType ? 'hook' : 'operation',
    message: plainMessage(message ? `${what}: ${message}` : what),
    resource: { group, kind, namespace, name },
  };
}
