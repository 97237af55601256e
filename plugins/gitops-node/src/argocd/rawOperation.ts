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
import { flag, sparseListOf, text, texts } from './tolerant';

export const revisions = { revision: text, revisions: texts };

export const initiatedBy = z
  .object({ username: text, automated: flag })
  .optional()
  .catch(undefined);

/** What was asked for. */
export const rawOperation = z.object({
  initiatedBy,
  info: sparseListOf(z.object({ name: z.string(), value: z.string() })),
  sync: z.object({ dryRun: flag }).optional().catch(undefined),
});

/** What has become of it. */
export const operationStateShape = {
  phase: z
    .enum(['Running', 'Terminating', 'Failed', 'Error', 'Succeeded'])
    .optional()
    .catch(undefined),
  message: text,
  startedAt: text,
  finishedAt: text,
  operation: rawOperation.optional().catch(undefined),
  syncResult: z
    .object(revisions)
    .default({ revisions: [] })
    .catch({ revisions: [] }),
};

const operationState = z.object(operationStateShape);

export type RawOperationState = z.infer<typeof operationState>;

export const rawOperationState = operationState.optional().catch(undefined);
