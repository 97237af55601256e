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

import type { LiveResource, WorkloadRevision } from '../Cluster';
import { failsAnalysis, isBrokenImage } from '../podTemplate';
import type { HealthClock } from '../resourceHealth';
import { type RolloutStep, strategyOf } from './strategySteps';

/** An analysis that a step of a Rollout has started. */
export interface Analysis {
  stepIndex: number;
  templates: string[];
  phase: 'Running' | 'Successful' | 'Failed';
  /** Milliseconds. */
  startedAt: number;
  finishedAt?: number;
}

/** How far a Rollout has got. */
export interface RolloutState {
  phase: 'Healthy' | 'Progressing' | 'Paused' | 'Degraded';
  message?: string;
  /** The step that it is at; the number of steps when all are done. */
  stepIndex: number;
  /** Per cent of the requests that the new version gets. */
  weight: number;
  pause?: { reason: 'CanaryPauseStep' | 'BlueGreenPause'; since: number };
  analyses: Analysis[];
  aborted: boolean;
  /** When (milliseconds) it goes on by itself. */
  until?: number;
}

const PROGRESSING = {
  phase: 'Progressing',
  message: 'more replicas need to be updated',
} as const;

interface Walk {
  live: LiveResource;
  clock: HealthClock;
  current: WorkloadRevision;
}

/** How long a step takes, in milliseconds; `undefined` for ever. */
function lengthOf(
  step: RolloutStep,
  { live, clock }: Walk,
  index: number,
  at: number,
): number | undefined {
  switch (step.kind) {
    case 'pause': {
      const resumed = live.rollout?.resumedAt?.[index];
      const length = step.milliseconds ?? Infinity;
      const left = Math.min(
        length,
        resumed === undefined ? Infinity : Math.max(0, resumed - at),
      );
      return Number.isFinite(left) ? left : undefined;
    }
    case 'other':
      return 0;
    default:
      return clock.progressing;
  }
}

function timedOut({ live, current }: Walk): string {
  return `ProgressDeadlineExceeded: ReplicaSet "${live.applied.metadata.name}-${current.hash}" has timed out progressing.`;
}

function aborted({ current }: Walk, templates: string[]): string {
  return `RolloutAborted: Rollout aborted update to revision ${current.revision}: Step-based analysis phase error/failed: Metric "${templates[0]}" assessed Failed due to failed (1) > failureLimit (0)`;
}

/** The whole of an update without steps, and the last stretch of one that has been through them. */
function finish(
  walk: Walk,
  at: number,
  reached: Pick<RolloutState, 'stepIndex' | 'analyses'>,
): RolloutState {
  const { clock, current } = walk;
  const state = { ...reached, weight: 100, aborted: false };
  const until = at + clock.progressing;
  if (clock.now < until) {
    return { ...state, ...PROGRESSING, until };
  }
  return current.images.some(isBrokenImage)
    ? { ...state, phase: 'Degraded', message: timedOut(walk) }
    : { ...state, phase: 'Healthy' };
}

/**
 * Where a Rollout is in its steps, from when it began and how long each takes. The first version, and going back to
 * the one that is stable, skip the steps.
 */
export function rolloutState(
  live: LiveResource,
  clock: HealthClock,
): RolloutState | undefined {
  const { rollout } = live;
  const current = rollout?.revisions.at(-1);
  if (!rollout || !current) {
    return undefined;
  }
  const walk: Walk = { live, clock, current };
  const { kind, steps } = strategyOf(live.applied);
  const analyses: Analysis[] = [];
  let at = rollout.startedAt;
  let weight = 0;
  if (!rollout.stable || rollout.stable === current.hash) {
    return finish(walk, at, { stepIndex: steps.length, analyses });
  }
  for (const [stepIndex, step] of steps.entries()) {
    const length = lengthOf(step, walk, stepIndex, at);
    const until = length === undefined ? undefined : at + length;
    const running = until === undefined || clock.now < until;
    if (step.kind === 'setWeight') {
      weight = step.weight;
    }
    const here = { stepIndex, weight, analyses, aborted: false, until };
    if (step.kind === 'analysis') {
      const fails = current.images.some(failsAnalysis);
      analyses.push({
        stepIndex,
        templates: step.templates,
        startedAt: at,
        phase: running ? 'Running' : (fails && 'Failed') || 'Successful',
        ...(running ? {} : { finishedAt: until }),
      });
      if (!running && fails) {
        return {
          ...here,
          weight: 0,
          phase: 'Degraded',
          message: aborted(walk, step.templates),
          aborted: true,
          until: undefined,
        };
      }
    }
    if (running) {
      const reason = kind === 'canary' ? 'CanaryPauseStep' : 'BlueGreenPause';
      return step.kind === 'pause'
        ? {
            ...here,
            phase: 'Paused',
            message: reason,
            pause: { reason, since: at },
          }
        : { ...here, ...PROGRESSING };
    }
    if (step.kind === 'setWeight' && current.images.some(isBrokenImage)) {
      return {
        ...here,
        phase: 'Degraded',
        message: timedOut(walk),
        until: undefined,
      };
    }
    at = until;
  }
  return finish(walk, at, { stepIndex: steps.length, analyses });
}
