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
  OperationProgress,
  OperationResource,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type {
  ArgoOperationProgress,
  ArgoOperationResource,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { isCulprit } from '../explain/explainOperation';
import { plainMessage } from '../explain/plainMessage';

const MAX_RESOURCES = 100;
const LONGEST_MESSAGE = 1_000;

/** An operation as it is shown: what failed first, then what is under way; at most 100 resources. */
export function projectOperation(
  operation: ArgoOperationProgress,
): OperationProgress {
  const shown = [...operation.resources]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .slice(0, MAX_RESOURCES);
  return {
    phase: operation.phase,
    message: messageOf(operation),
    startedAt: operation.startedAt,
    finishedAt: operation.finishedAt,
    initiatedBy: operation.initiatedBy,
    requestedBy: operation.requestedBy,
    dryRun: operation.dryRun,
    retries: operation.retryCount || undefined,
    resources: shown.map(projectResource),
    omitted: operation.resources.length - shown.length,
  };
}

function rankOf(resource: ArgoOperationResource): number {
  if (isCulprit(resource)) {
    return 0;
  }
  return resource.hookPhase === 'Running' ? 1 : 2;
}

function projectResource(resource: ArgoOperationResource): OperationResource {
  const { group, kind, namespace, name, status, hookType, hookPhase } =
    resource;
  return {
    group,
    kind,
    namespace,
    name,
    status,
    message: messageOf(resource),
    hook: hookType,
    phase: hookPhase,
  };
}

function messageOf({ message }: { message?: string }): string | undefined {
  return message && plainMessage(message, LONGEST_MESSAGE);
}
