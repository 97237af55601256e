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

import type { ApplicationOperation } from '@gitops-platform/backstage-plugin-gitops-common';
import { plainMessage } from '../explain/plainMessage';
import type { OperationFacts } from './OperationFacts';
import type { OperationRequest } from './OperationRequest';

/** Whether an operation is possible now and, where it is not, why not and what would make it so. */
export type Verdict = { possible: true } | { possible: false; reason: string };

/** With these, Argo CD has no manifests to sync to. */
const NO_MANIFESTS = ['ComparisonError', 'InvalidSpecError'];

/** Foretells what Argo CD would refuse, or would accept only to fail. Permissions are another matter. */
export function judgeOperation(
  facts: OperationFacts,
  request: Pick<OperationRequest, 'action'>,
): Verdict {
  const reason = refusalOf(facts, request.action);
  return reason === undefined
    ? { possible: true }
    : { possible: false, reason };
}

function refusalOf(
  facts: OperationFacts,
  action: OperationRequest['action'],
): string | undefined {
  switch (action) {
    case 'sync':
      return (
        refuseDeleting(facts) ??
        refuseRunning(facts) ??
        refuseWithoutManifests(facts) ??
        refuseWindow(facts)
      );
    case 'terminate':
      return refuseNothingToEnd(facts);
    default:
      // To compare again is always allowed, and the way out of a ComparisonError.
      return undefined;
  }
}

function refuseDeleting({ app }: OperationFacts): string | undefined {
  return app.deleting
    ? 'The Application is being deleted, so nothing can be synced any more'
    : undefined;
}

function refuseRunning({ operation }: OperationFacts): string | undefined {
  return operation && isRunning(operation)
    ? `${describeRunning(operation)}: wait until it has ended${
        operation.phase === 'Terminating' ? '' : ', or terminate it'
      }`
    : undefined;
}

function refuseWithoutManifests({ app }: OperationFacts): string | undefined {
  const broken = app.conditions.find(({ type }) => NO_MANIFESTS.includes(type));
  return (
    broken &&
    plainMessage(
      `Argo CD cannot generate the manifests, so there is nothing to sync to: put it right in Git, then refresh. It says: ${broken.message}`,
      500,
    )
  );
}

function refuseWindow({ windows }: OperationFacts): string | undefined {
  return windows?.canSync === false
    ? windows.reason ?? 'A sync window of its AppProject denies it now'
    : undefined;
}

function refuseNothingToEnd({ operation }: OperationFacts): string | undefined {
  if (operation?.phase === 'Terminating') {
    return `${describeRunning(operation)} already: wait until it has ended`;
  }
  return operation?.phase === 'Running'
    ? undefined
    : 'No operation of this Application is running, so there is nothing to terminate';
}

/** Whether an operation has not ended. */
export function isRunning({
  phase,
}: Pick<ApplicationOperation, 'phase'>): boolean {
  return phase === 'Running' || phase === 'Terminating';
}

function describeRunning(operation: ApplicationOperation): string {
  const { phase, startedAt } = operation;
  if (phase === 'Terminating') {
    return `${subjectOf(operation)} is being terminated`;
  }
  return `${subjectOf(operation)} ${
    startedAt ? `has been running since ${startedAt}` : 'is running'
  }`;
}

function subjectOf(operation: ApplicationOperation): string {
  const what = operation.dryRun ? 'A dry run' : 'An operation';
  const by = operation.requestedBy ?? operation.initiatedBy;
  if (by === 'automated') {
    return `${what} of auto-sync`;
  }
  return by ? `${what} that ${by} asked for` : what;
}
