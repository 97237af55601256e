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
  OperationState,
  RevisionHistory,
  SyncResult,
} from '../types';

const DEFAULT_LIMIT = 10;

/** The history of an Application after a sync; only the last ten entries (or as many as it says) stay. */
export function recordHistory(
  application: Application,
  options: { state: OperationState; result: SyncResult; at: string },
): RevisionHistory[] {
  const { state, result, at } = options;
  const before = application.status.history ?? [];
  const multiple = Boolean(result.sources?.length);
  const entry: RevisionHistory = {
    ...(multiple ? {} : { revision: result.revision }),
    deployedAt: at,
    id: (before.at(-1)?.id ?? -1) + 1,
    source: result.source,
    deployStartedAt: state.startedAt,
    ...(multiple
      ? { sources: result.sources, revisions: result.revisions }
      : {}),
    initiatedBy: state.operation.initiatedBy,
  };
  const limit = application.spec.revisionHistoryLimit ?? DEFAULT_LIMIT;
  return limit > 0 ? [...before, entry].slice(-limit) : [];
}
