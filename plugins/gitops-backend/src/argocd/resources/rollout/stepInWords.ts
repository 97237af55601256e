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

import { goDuration } from '../../details/goDuration';
import type { RolloutStep } from './rolloutSchema';

/** What a step of a canary does. */
export function stepInWords(step: RolloutStep): string {
  const { setWeight, pause, analysis, experiment, setCanaryScale } = step;
  if (setWeight !== undefined) {
    return `set weight ${setWeight} %`;
  }
  if (pause) {
    return pause.duration === undefined
      ? 'pause until promoted'
      : `pause ${spanInWords(pause.duration)}`;
  }
  if (analysis) {
    const names = (analysis.templates ?? []).flatMap(
      ({ templateName }) => templateName ?? [],
    );
    return ['analysis', names.join(', ')].join(' ').trim();
  }
  if (experiment) {
    return experiment.duration === undefined
      ? 'experiment'
      : `experiment for ${spanInWords(experiment.duration)}`;
  }
  if (setCanaryScale) {
    return scaleInWords(setCanaryScale);
  }
  return routeInWords(step);
}

function scaleInWords({
  weight,
  replicas,
}: NonNullable<RolloutStep['setCanaryScale']>): string {
  if (replicas !== undefined) {
    return `scale to ${replicas} replicas`;
  }
  return weight === undefined
    ? 'scale with the weight'
    : `scale to ${weight} % of the replicas`;
}

function routeInWords({
  setHeaderRoute,
  setMirrorRoute,
  plugin,
}: RolloutStep): string {
  if (setHeaderRoute) {
    return `route by header ${setHeaderRoute.name ?? ''}`.trim();
  }
  if (setMirrorRoute) {
    return `mirror ${setMirrorRoute.percentage ?? 100} % of the traffic`;
  }
  return plugin ? `plugin ${plugin.name ?? ''}`.trim() : 'another step';
}

/** In milliseconds; `undefined` for what cannot be read. */
export function spanOf(span: number | string): number | undefined {
  // Without a unit, it is in seconds, also as a text.
  return Number.isFinite(Number(span))
    ? Number(span) * 1_000
    : goDuration(String(span));
}

function spanInWords(span: number | string): string {
  const milliseconds = spanOf(span);
  if (milliseconds === undefined) {
    return String(span);
  }
  const seconds = Math.round(milliseconds / 1_000);
  const parts = [
    [Math.floor(seconds / 3_600), 'h'],
    [Math.floor((seconds % 3_600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const;
  const words = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`);
  return words.join(' ') || '0 s';
}
