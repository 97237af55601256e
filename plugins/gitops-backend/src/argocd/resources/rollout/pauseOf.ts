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

import type { RolloutState } from '@gitops-platform/backstage-plugin-gitops-common';
import type { Rollout } from './rolloutSchema';
import { spanOf } from './stepInWords';

const REASONS: Record<string, string> = {
  CanaryPauseStep: 'a pause among the steps',
  BlueGreenPause: 'the new version waits to be promoted',
  InconclusiveAnalysisRun: 'an analysis was inconclusive',
};

/** Why a Rollout waits, and for how long; nothing where it does not. */
export function pauseOf({
  spec,
  status,
}: Rollout): Pick<RolloutState, 'pauseReason' | 'pausedSince' | 'pauseEnds'> {
  const condition = status.pauseConditions[0];
  if (!condition) {
    return spec.paused ? { pauseReason: 'paused by hand' } : {};
  }
  const { reason = '', startTime } = condition;
  const lasts = durationOfPause(reason, { spec, status });
  const since = Date.parse(startTime ?? '');
  return {
    pauseReason: REASONS[reason] ?? (reason || 'paused'),
    pausedSince: startTime,
    pauseEnds:
      lasts !== undefined && Number.isFinite(since)
        ? new Date(since + lasts).toISOString()
        : undefined,
  };
}

/** In milliseconds; `undefined` where somebody has to promote. */
function durationOfPause(
  reason: string,
  { spec, status }: Pick<Rollout, 'spec' | 'status'>,
): number | undefined {
  const { canary, blueGreen } = spec.strategy;
  if (reason === 'CanaryPauseStep') {
    const step = canary?.steps[status.currentStepIndex ?? 0];
    return step?.pause?.duration === undefined
      ? undefined
      : spanOf(step.pause.duration);
  }
  return reason === 'BlueGreenPause' && blueGreen?.autoPromotionSeconds
    ? blueGreen.autoPromotionSeconds * 1_000
    : undefined;
}
