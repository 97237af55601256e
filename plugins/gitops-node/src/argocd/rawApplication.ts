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
import { initiatedBy, rawOperationState, revisions } from './rawOperation';
import { hydratedSource, rawSource, sourcesShape } from './rawSource';
import {
  flag,
  healthStatus,
  sparseListOf,
  syncStatus,
  text,
  texts,
} from './tolerant';

/**
 * What we read of an Application. Only its name is insisted on: a value of another type than expected, in this or
 * a later version of Argo CD, counts as absent and hides nothing else.
 */
const textMap = z.record(z.string(), z.string()).default({}).catch({});

const sources = sourcesShape(rawSource);

const specSchema = z.object({
  project: text,
  destination: z
    .object({ name: text, server: text, namespace: text })
    .default({})
    .catch({}),
  ...sources,
  sourceHydrator: hydratedSource,
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
    .default({ status: 'Unknown', revisions: [] })
    .catch({ status: 'Unknown', revisions: [] }),
  health: z
    .object({ status: healthStatus, message: text, lastTransitionTime: text })
    .default({ status: 'Unknown' })
    .catch({ status: 'Unknown' }),
  summary: z
    .object({ images: texts, externalURLs: texts })
    .default({ images: [], externalURLs: [] })
    .catch({ images: [], externalURLs: [] }),
  conditions: sparseListOf(
    z.object({ type: z.string(), message: text, lastTransitionTime: text }),
  ),
  operationState: rawOperationState,
  history: sparseListOf(
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
    ownerReferences: sparseListOf(
      z.object({ kind: z.string(), name: z.string() }),
    ),
  }),
  // A new Application has no status at all, and a projection may leave the whole spec out.
  spec: specSchema.prefault({}).catch(specSchema.parse({})),
  status: statusSchema.prefault({}).catch(statusSchema.parse({})),
});

export type RawApplication = z.infer<typeof rawApplicationSchema>;
