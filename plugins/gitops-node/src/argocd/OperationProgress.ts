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

import { z } from 'zod';
import type { ArgoOperation } from './ArgoApplication';
import { cutText } from './cutText';
import { operationOf } from './operationOf';
import { operationStateShape, rawOperation, revisions } from './rawOperation';
import { listOf, text } from './tolerant';

const LONGEST_MESSAGE = 2_000;

/**
 * What an operation did to a resource.
 * @public
 */
export interface ArgoOperationResource {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  /** `Synced`, `SyncFailed`, `Pruned` or `PruneSkipped`. */
  status?: string;
  /** At most 2,000 characters. */
  message?: string;
  /** `PreSync`, `Sync`, `PostSync`, `SyncFail` or `Skip`, where it is a hook. */
  hookType?: string;
  /** How far the hook, or the health of the resource, has come: `Running`, `Succeeded`, `Failed`, … */
  hookPhase?: string;
  /** The phase of the sync that it belongs to. */
  syncPhase?: string;
}

/**
 * The latest operation with all that is known of it. One that was asked for and has not begun yet is `Running`
 * without `startedAt`. Its message has at most 2,000 characters.
 * @public
 */
export interface ArgoOperationProgress extends ArgoOperation {
  /** How often it was tried again. */
  retryCount: number;
  resources: ArgoOperationResource[];
}

const resourceSchema = z.object({
  group: z.string().catch(''),
  version: z.string().catch(''),
  kind: z.string(),
  namespace: text,
  name: z.string(),
  status: text,
  message: text,
  hookType: text,
  hookPhase: text,
  syncPhase: text,
});

const stateSchema = z.object({
  ...operationStateShape,
  retryCount: z.number().catch(0),
  syncResult: z
    .object({ ...revisions, resources: listOf(resourceSchema) })
    .catch({ revisions: [], resources: [] }),
});

export const progressSchema = z
  .object({
    operation: rawOperation.optional().catch(undefined),
    status: z
      .object({ operationState: stateSchema.optional().catch(undefined) })
      .optional()
      .catch(undefined),
  })
  .transform(({ operation, status }): ArgoOperationProgress | undefined => {
    const state = status?.operationState;
    const under = state?.phase === 'Running' || state?.phase === 'Terminating';
    // Argo CD removes `operation` as it ends: one beside an ended state has not begun.
    return operation && !under
      ? progressOf(stateSchema.parse({ phase: 'Running', operation }))
      : progressOf(state);
  });

function progressOf(
  state: z.infer<typeof stateSchema> | undefined,
): ArgoOperationProgress | undefined {
  const operation = operationOf(state, { longestMessage: LONGEST_MESSAGE });
  return (
    state &&
    operation && {
      ...operation,
      retryCount: state.retryCount,
      resources: state.syncResult.resources.map(resource => ({
        ...resource,
        // Empty for what belongs to no namespace.
        namespace: resource.namespace || undefined,
        message: cutText(resource.message, LONGEST_MESSAGE),
        hookType: resource.hookType || undefined,
      })),
    }
  );
}
