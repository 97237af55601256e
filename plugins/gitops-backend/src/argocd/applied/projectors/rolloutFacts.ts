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

import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { listOf, text } from './lenient';

/** What is kept of an Argo Rollout. */
export interface RolloutFacts {
  /** Such as `Healthy`, `Degraded`, `Progressing` or `Paused`. */
  phase?: string;
  /** Whether it was given up: the stable version serves, and Git still names the other. */
  aborted: boolean;
  /** ISO 8601. */
  abortedAt?: string;
  /** The images that Git names. */
  images: string[];
  /** The images that serve; absent where these are not the ones that Git names, and only their pods can tell. */
  stableImages?: string[];
  /** The end of the name of the ReplicaSet that serves. */
  stableHash?: string;
  /** The end of the name of the ReplicaSet that Git wants. */
  currentHash?: string;
}

const rolloutSchema = z.object({
  spec: z
    .object({
      template: z.object({
        spec: z.object({
          containers: listOf(z.object({ image: z.string() })),
        }),
      }),
    })
    .optional()
    .catch(undefined),
  status: z
    .object({
      phase: text,
      abort: z.boolean().default(false).catch(false),
      abortedAt: text,
      stableRS: text,
      currentPodHash: text,
    })
    .default({ abort: false })
    .catch({ abort: false }),
});

export function rolloutFacts(live: JsonObject): RolloutFacts | undefined {
  const parsed = rolloutSchema.safeParse(live).data;
  if (!parsed) {
    return undefined;
  }
  const { phase, abort, abortedAt, stableRS, currentPodHash } = parsed.status;
  const images =
    parsed.spec?.template.spec.containers.map(({ image }) => image) ?? [];
  return {
    phase,
    aborted: abort,
    abortedAt,
    images,
    stableImages: stableRS && stableRS === currentPodHash ? images : undefined,
    stableHash: stableRS,
    currentHash: currentPodHash,
  };
}
