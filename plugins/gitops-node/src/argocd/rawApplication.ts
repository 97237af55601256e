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
import { healthStatus, listOf, syncStatus, text } from './tolerant';

/**
 * What we read of an Application. Only its name is insisted on: a value of another type than expected, in this or
 * a later version of Argo CD, counts as absent and hides nothing else.
 */
const flag = z.boolean().optional().catch(undefined);
const texts = z.array(z.string()).catch([]);
const textMap = z.record(z.string(), z.string()).catch({});

const source = z.object({
  repoURL: z.string(),
  path: text,
  chart: text,
  targetRevision: text,
  ref: text,
});
const sources = {
  source: source.optional().catch(undefined),
  sources: listOf(source),
};
const revisions = { revision: text, revisions: texts };
const initiatedBy = z
  .object({ username: text, automated: flag })
  .optional()
  .catch(undefined);

const specSchema = z.object({
  project: text,
  destination: z
    .object({ name: text, server: text, namespace: text })
    .catch({}),
  ...sources,
  syncPolicy: z
    .object({
      automated: z.object({ enabled: flag }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

const statusSchema = z.object({
  sync: z
    .object({ status: syncStatus, ...revisions })
    .catch({ status: 'Unknown', revisions: [] }),
  health: z
    .object({ status: healthStatus, message: text, lastTransitionTime: text })
    .catch({ status: 'Unknown' }),
  summary: z
    .object({ images: texts, externalURLs: texts })
    .catch({ images: [], externalURLs: [] }),
  conditions: listOf(
    z.object({ type: z.string(), message: text, lastTransitionTime: text }),
  ),
  operationState: z
    .object({
      phase: z
        .enum(['Running', 'Terminating', 'Failed', 'Error', 'Succeeded'])
        .optional()
        .catch(undefined),
      message: text,
      startedAt: text,
      finishedAt: text,
      operation: z.object({ initiatedBy }).optional().catch(undefined),
      syncResult: z.object(revisions).catch({ revisions: [] }),
    })
    .optional()
    .catch(undefined),
  history: listOf(
    z.object({
      id: z.number(),
      deployedAt: z.string(),
      deployStartedAt: text,
      initiatedBy,
      ...revisions,
      ...sources,
    }),
  ),
  reconciledAt: text,
});

export const rawApplicationSchema = z.object({
  metadata: z.object({
    name: z.string().min(1),
    namespace: z.string().min(1),
    uid: text,
    resourceVersion: text,
    creationTimestamp: text,
    deletionTimestamp: text,
    labels: textMap,
    annotations: textMap,
  }),
  spec: z.preprocess(orEmpty, specSchema),
  status: z.preprocess(orEmpty, statusSchema),
});

export type RawApplication = z.infer<typeof rawApplicationSchema>;

/** A new Application has no status at all, and a projection may leave the whole spec out. */
function orEmpty(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? value : {};
}
