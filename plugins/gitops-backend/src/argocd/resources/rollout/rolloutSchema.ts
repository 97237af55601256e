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

const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const some = <T extends z.ZodType>(schema: T) =>
  schema.optional().catch(undefined);
const named = some(z.object({ name: text }));

/** A number of seconds, or a text such as `10m`. */
const span = z.union([z.number(), z.string()]).optional().catch(undefined);

const templates = z
  .array(z.object({ templateName: text }))
  .optional()
  .catch(undefined);

/** One step of a canary, of which one key is set. */
export const stepSchema = z
  .object({
    setWeight: number,
    pause: some(z.object({ duration: span })),
    analysis: some(z.object({ templates })),
    experiment: some(z.object({ duration: span })),
    setCanaryScale: some(
      z.object({ weight: number, replicas: number, matchTrafficWeight: flag }),
    ),
    setHeaderRoute: named,
    setMirrorRoute: some(z.object({ name: text, percentage: number })),
    plugin: named,
  })
  .catch({});

const analysisRun = some(z.object({ name: text, status: text }));

/** What we read of a Rollout; what is of another type counts as absent. */
export const rolloutSchema = z.object({
  metadata: z
    .object({ annotations: z.record(z.string(), z.string()).catch({}) })
    .catch({ annotations: {} }),
  spec: z.object({
    paused: flag,
    strategy: z.object({
      canary: some(z.object({ steps: z.array(stepSchema).catch([]) })),
      blueGreen: some(
        z.object({ autoPromotionEnabled: flag, autoPromotionSeconds: number }),
      ),
    }),
  }),
  status: z
    .object({
      phase: text,
      message: text,
      abort: flag,
      currentStepIndex: number,
      currentPodHash: text,
      stableRS: text,
      pauseConditions: z
        .array(z.object({ reason: text, startTime: text }))
        .catch([]),
      canary: z
        .object({
          weights: some(z.object({ canary: z.object({ weight: number }) })),
          currentStepAnalysisRunStatus: analysisRun,
          currentBackgroundAnalysisRunStatus: analysisRun,
        })
        .catch({}),
      blueGreen: z
        .object({
          prePromotionAnalysisRunStatus: analysisRun,
          postPromotionAnalysisRunStatus: analysisRun,
        })
        .catch({}),
    })
    .catch({ pauseConditions: [], canary: {}, blueGreen: {} }),
});

export type RolloutStep = z.infer<typeof stepSchema>;
export type Rollout = z.infer<typeof rolloutSchema>;
