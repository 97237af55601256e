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
import { parseDuration } from '../../../parseDuration';
import type { KubernetesObject } from '../../types';

/** One step of a canary; a kind that the sandbox does not play passes at once. */
export type RolloutStep =
  | { kind: 'setWeight'; weight: number }
  /** Without an end, it lasts until somebody promotes the Rollout. */
  | { kind: 'pause'; milliseconds?: number }
  | { kind: 'analysis'; templates: string[] }
  | { kind: 'other' };

const step = z.looseObject({
  setWeight: z.number().optional(),
  pause: z
    .looseObject({ duration: z.union([z.number(), z.string()]).optional() })
    .optional(),
  analysis: z
    .looseObject({
      templates: z
        .array(z.looseObject({ templateName: z.string() }))
        .optional(),
    })
    .optional(),
});

const rollout = z.looseObject({
  strategy: z.looseObject({
    canary: z
      .looseObject({
        steps: z.array(step).optional(),
        trafficRouting: z.unknown().optional(),
      })
      .nullish(),
    blueGreen: z
      .looseObject({ autoPromotionEnabled: z.boolean().optional() })
      .nullish(),
  }),
});

/** Seconds without a unit, or a duration: `30`, `"30"`, `10m`. */
function milliseconds(duration: number | string): number {
  return /^\d+$/.test(String(duration))
    ? Number(duration) * 1000
    : parseDuration(String(duration));
}

function readStep(raw: z.infer<typeof step>): RolloutStep {
  const { setWeight, pause, analysis } = raw;
  if (setWeight !== undefined) {
    return { kind: 'setWeight', weight: setWeight };
  }
  if (pause) {
    const { duration } = pause;
    return {
      kind: 'pause',
      ...(duration === undefined
        ? {}
        : { milliseconds: milliseconds(duration) }),
    };
  }
  return analysis
    ? {
        kind: 'analysis',
        templates: (analysis.templates ?? []).map(one => one.templateName),
      }
    : { kind: 'other' };
}

/** How a Rollout goes about an update. */
export interface RolloutStrategy {
  kind: 'canary' | 'blueGreen';
  steps: RolloutStep[];
  /** Whether a service mesh or an ingress shares out the requests; else the numbers of pods do. */
  routesTraffic: boolean;
}

/** Reads the strategy of a Rollout; a blue-green one that waits to be promoted is one endless pause. */
export function strategyOf({ spec }: KubernetesObject): RolloutStrategy {
  const strategy = rollout.safeParse(spec).data?.strategy;
  if (strategy?.blueGreen) {
    return {
      kind: 'blueGreen',
      steps:
        strategy.blueGreen.autoPromotionEnabled === false
          ? [{ kind: 'pause' }]
          : [],
      routesTraffic: false,
    };
  }
  return {
    kind: 'canary',
    steps: (strategy?.canary?.steps ?? []).map(readStep),
    routesTraffic: Boolean(strategy?.canary?.trafficRouting),
  };
}
