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

import type { FigureDefinition } from './Sample';
import { median } from './median';

/** From the source commit to Healthy, in seconds: the median. */
export const leadTime: FigureDefinition = {
  name: 'leadTime',
  unit: 'seconds',
  sample: ({ deployments }) => {
    const reached = deployments.filter(
      ({ kind, outcome, healthyAt }) =>
        kind === 'deployment' && (healthyAt || outcome === 'unknown'),
    );
    const timed = reached.filter(
      ({ outcome, leadTimeSeconds }) =>
        outcome !== 'unknown' && leadTimeSeconds !== undefined,
    );
    return {
      value: median(timed.map(({ leadTimeSeconds = 0 }) => leadTimeSeconds)),
      basis: timed.length,
      unknown: reached.length - timed.length,
      deployments: timed.map(({ id }) => id),
    };
  },
  whyNone: ({ unknown }) =>
    unknown > 0
      ? 'Of no deployment both the time of its source commit and when it became Healthy are known'
      : 'No deployment became Healthy in that time',
};
