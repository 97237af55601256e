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

import { hasFailed } from './changeFailureRate';
import { median } from './median';
import type { FigureDefinition } from './Sample';

/** From the failure that a deployment caused to Healthy again, in seconds: the median. */
export const timeToRestore: FigureDefinition = {
  name: 'timeToRestore',
  unit: 'seconds',
  sample: ({ deployments }) => {
    const failures = deployments.filter(
      deployment => deployment.kind === 'deployment' && hasFailed(deployment),
    );
    const timed = failures.flatMap(({ id, failedAt, restoredAt }) =>
      failedAt && restoredAt
        ? [{ id, ms: Date.parse(restoredAt) - Date.parse(failedAt) }]
        : [],
    );
    const middle = median(timed.map(({ ms }) => ms));
    return {
      value: middle === undefined ? undefined : Math.round(middle / 1_000),
      basis: timed.length,
      unknown: failures.length - timed.length,
      deployments: timed.map(({ id }) => id),
    };
  },
  whyNone: ({ unknown }) =>
    unknown > 0
      ? 'Of no failed deployment it is known both when it failed and when all was Healthy again'
      : 'No deployment failed in that time',
};
