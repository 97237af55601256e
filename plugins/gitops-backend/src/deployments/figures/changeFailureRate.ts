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

import type { LedgerEntry } from '../ledger/LedgerEntry';
import type { FigureDefinition } from './Sample';

/** The share of deployments that were rolled back, or turned Degraded within the failure window. */
export const changeFailureRate: FigureDefinition = {
  name: 'changeFailureRate',
  unit: 'share',
  sample: ({ deployments }) => {
    const changes = deployments.filter(({ kind }) => kind === 'deployment');
    const known = changes.filter(
      change => hasFailed(change) || change.outcome === 'healthy',
    );
    return {
      value:
        known.length > 0
          ? known.filter(hasFailed).length / known.length
          : undefined,
      basis: known.length,
      unknown: changes.filter(({ outcome }) => outcome === 'unknown').length,
      deployments: known.map(({ id }) => id),
    };
  },
  whyNone: ({ unknown }) =>
    unknown > 0
      ? 'Of no deployment in that time it is known how it went'
      : 'There was no deployment in that time',
};

/** Whether a change was one too many. */
export function hasFailed({ outcome }: LedgerEntry): boolean {
  return ['degraded', 'rolledBack'].includes(outcome);
}
