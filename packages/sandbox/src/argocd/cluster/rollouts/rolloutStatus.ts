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

import type { LiveResource } from '../Cluster';
import { formatTime } from '../formatTime';
import { podTemplateOf } from '../podTemplate';
import type { HealthClock } from '../resourceHealth';
import { analysisName } from './analysisRun';
import { canaryPods } from './canaryPods';
import { type RolloutState, rolloutState } from './rolloutState';
import { strategyOf } from './strategySteps';

const time = (milliseconds: number) => formatTime(new Date(milliseconds));

function canaryStatus(live: LiveResource, state: RolloutState) {
  const { steps, routesTraffic } = strategyOf(live.applied);
  const { weight, analyses, stepIndex } = state;
  const current = live.rollout?.revisions.at(-1);
  const run = analyses.find(one => one.stepIndex === stepIndex);
  return {
    ...(run && current
      ? {
          currentStepAnalysisRunStatus: {
            name: analysisName(live, current, run),
            status: run.phase,
          },
        }
      : {}),
    ...(routesTraffic && steps.length > 0
      ? {
          weights: {
            canary: { podTemplateHash: current?.hash, weight },
            stable: {
              podTemplateHash: live.rollout?.stable ?? current?.hash,
              weight: 100 - weight,
            },
          },
        }
      : {}),
  };
}

/** The status that Argo Rollouts' controller would write into a Rollout. */
export function rolloutStatus(
  live: LiveResource,
  clock: HealthClock,
): Record<string, unknown> | undefined {
  const state = rolloutState(live, clock);
  const template = podTemplateOf(live.applied);
  const current = live.rollout?.revisions.at(-1);
  if (!state || !template || !current) {
    return undefined;
  }
  const { kind, steps } = strategyOf(live.applied);
  const { phase, message, stepIndex, pause } = state;
  const done = phase === 'Healthy';
  const updated = canaryPods(template.replicas, state);
  const stable = done ? current.hash : live.rollout?.stable ?? '';
  const active = stable || current.hash;
  return {
    ...(state.aborted ? { abort: true, abortedAt: time(clock.now) } : {}),
    availableReplicas: done ? template.replicas : template.replicas - updated,
    blueGreen:
      kind === 'blueGreen'
        ? { activeSelector: active, previewSelector: current.hash }
        : {},
    canary: kind === 'canary' ? canaryStatus(live, state) : {},
    ...(pause
      ? {
          controllerPause: true,
          pauseConditions: [
            { reason: pause.reason, startTime: time(pause.since) },
          ],
        }
      : {}),
    currentPodHash: current.hash,
    ...(kind === 'canary' && steps.length > 0
      ? { currentStepIndex: stepIndex }
      : {}),
    ...(message ? { message } : {}),
    observedGeneration: String(live.generation),
    phase,
    readyReplicas: done ? template.replicas : template.replicas - updated,
    replicas: template.replicas,
    stableRS: stable,
    updatedReplicas: updated,
  };
}
