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

import type { DeliveryFigure } from '@gitops-platform/backstage-plugin-gitops-common';
import { isoTime } from '../facts/isoTime';
import { availability } from './availability';
import { changeFailureRate } from './changeFailureRate';
import { deploymentFrequency } from './deploymentFrequency';
import type { FigureInput, FigurePeriod } from './FigureInput';
import { leadTime } from './leadTime';
import type { FigureDefinition } from './Sample';
import { secretRotation } from './secretRotation';
import { splitPeriod, type SubPeriod } from './splitPeriod';
import { timeToRestore } from './timeToRestore';

/** The four figures of DORA, and beside them what the page shows as well. */
const FIGURES: FigureDefinition[] = [
  deploymentFrequency,
  leadTime,
  changeFailureRate,
  timeToRestore,
  availability,
  secretRotation,
];

/** The figures of some time, and how they went within it. */
export function figuresOf(
  input: FigureInput,
  period: FigurePeriod,
): DeliveryFigure[] {
  const parts = splitPeriod(period).map(part => ({
    part,
    input: within(input, part),
  }));
  return FIGURES.map(({ name, unit, sample, whyNone }) => {
    const whole = sample(input, period);
    return {
      name,
      unit,
      ...whole,
      ...(whole.value === undefined && { reason: whyNone(whole, input) }),
      series: parts.map(one => {
        const { value, basis } = sample(one.input, { ...period, ...one.part });
        return {
          from: isoTime(one.part.from),
          to: isoTime(one.part.to),
          ...(value !== undefined && { value }),
          basis,
        };
      }),
    };
  });
}

function within(input: FigureInput, { from, to }: SubPeriod): FigureInput {
  return {
    ...input,
    deployments: input.deployments.filter(({ deployedAt }) => {
      const time = Date.parse(deployedAt);
      return time >= from && time < to;
    }),
  };
}
