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

import type {
  DeliveryAction,
  RecordedDeployment,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { plainTime } from '../../text/plainTime';
import type { DeliveryFacts } from '../facts/DeliveryFacts';
import { valueOf } from '../facts/Part';
import { isAt } from '../rows/groupRows';
import type { VersionedRow } from '../rows/RowFacts';

/** The latest deployment that a row can be rolled back to, where deployments are recorded. */
export function rollbackTarget(
  row: VersionedRow,
  { deployments }: Pick<DeliveryFacts, 'deployments'>,
): Pick<DeliveryAction, 'possible' | 'reason'> & { deployment?: string } {
  const recorded = valueOf(deployments);
  if (!recorded) {
    return { possible: true };
  }
  const target = newest(
    recorded.filter(
      deployment =>
        deployment.canRollBackTo &&
        isAt(row, deployment) &&
        row.applications.some(
          ({ name }) => name === deployment.application.name,
        ),
    ),
  );
  return target
    ? {
        possible: true,
        deployment: target.id,
        reason: `Back to ${target.version ?? 'the version'} of ${plainTime(
          target.deployedAt,
        )}`,
      }
    : {
        possible: false,
        reason:
          'No earlier version is known to have been healthy for long enough',
      };
}

function newest(
  deployments: RecordedDeployment[],
): RecordedDeployment | undefined {
  return deployments.reduce<RecordedDeployment | undefined>(
    (latest, one) =>
      latest && Date.parse(latest.deployedAt) >= Date.parse(one.deployedAt)
        ? latest
        : one,
    undefined,
  );
}
