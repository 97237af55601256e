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
import { daysOf } from './daysOf';

/** Deployments that reached Healthy, and rollbacks, per day. What did not is not a deployment. */
export const deploymentFrequency: FigureDefinition = {
  name: 'deploymentFrequency',
  unit: 'perDay',
  sample: ({ deployments }, period) => {
    const counted = deployments.filter(({ kind }) =>
      ['deployment', 'rollback'].includes(kind),
    );
    const reached = counted.filter(
      ({ outcome, healthyAt }) => outcome !== 'unknown' && healthyAt,
    );
    const { recordedSince, from, to } = period;
    const begun = recordedSince ?? to;
    const days = daysOf(Math.max(from, begun), to);
    return {
      value: begun < to ? reached.length / days : undefined,
      basis: reached.length,
      unknown: counted.filter(({ outcome }) => outcome === 'unknown').length,
      deployments: reached.map(({ id }) => id),
    };
  },
  whyNone: () => 'Nothing had been recorded yet in that time',
};
