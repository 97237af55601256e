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
  Application,
  OperationPhase,
  OperationState,
  ResourceResult,
  SyncOperation,
  SyncResult,
} from '../types';
import { recordHistory } from './recordHistory';

/** How an operation ended. */
export interface OperationOutcome {
  phase: Exclude<OperationPhase, 'Running' | 'Terminating'>;
  message: string;
  /** Absent where it came to nothing at all. */
  resources?: ResourceResult[];
  revisions: string[];
}

/** What a sync leaves behind, for one source or several. */
export function syncResultOf(
  operation: SyncOperation,
  options: { revisions: string[]; resources: ResourceResult[] },
): SyncResult {
  const { resources, revisions } = options;
  const listed = resources.length > 0 ? { resources } : {};
  return operation.sources?.length
    ? {
        ...listed,
        revision: '',
        source: { repoURL: '' },
        sources: operation.sources,
        revisions,
      }
    : {
        ...listed,
        revision: revisions[0] ?? '',
        source: operation.source ?? { repoURL: '' },
      };
}

/** The Application when its operation has ended; a whole, real and successful sync enters the history. */
export function finishOperation(
  application: Application,
  outcome: OperationOutcome,
  at: string,
): Application {
  const { operation, ...rest } = application;
  const running = application.status.operationState;
  if (!operation || !running) {
    return application;
  }
  const syncResult =
    outcome.resources &&
    syncResultOf(operation.sync, {
      revisions: outcome.revisions,
      resources: outcome.resources,
    });
  const state: OperationState = {
    operation,
    phase: outcome.phase,
    message: outcome.message,
    ...(syncResult ? { syncResult } : {}),
    startedAt: running.startedAt,
    finishedAt: at,
  };
  const deployed =
    outcome.phase === 'Succeeded' &&
    syncResult &&
    !operation.sync.dryRun &&
    !operation.sync.resources?.length;
  return {
    ...rest,
    status: {
      ...rest.status,
      ...(deployed
        ? {
            history: recordHistory(application, {
              state,
              result: syncResult,
              at,
            }),
          }
        : {}),
      operationState: state,
    },
  };
}
