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

import type { DeliveryAction } from '@gitops-platform/backstage-plugin-gitops-common';
import type { DeliveryFacts } from '../facts/DeliveryFacts';
import type { UnknownUpstream } from '../findings/unknownUpstreams';
import type { VersionedRow } from '../rows/RowFacts';
import { isSameVersion } from '../versions/isSameVersion';
import { promotion, rollback } from './actionParameters';
import { rollbackTarget } from './rollbackTarget';
import { buildWriterOf } from './buildWriterOf';

/** What one can do about a row of a configured environment. Whether it succeeds is decided when it runs. */
export function actionsOf(
  row: VersionedRow,
  options: {
    facts: DeliveryFacts;
    previous?: VersionedRow;
    /** What does not answer and concerns the previous row. */
    unknown: UnknownUpstream[];
  },
): DeliveryAction[] {
  const { facts, previous, unknown } = options;
  const { environment } = row;
  const context = { entityRef: facts.entityRef, environment };
  const isConfigured = facts.environments.some(
    ({ name }) => name === environment,
  );
  if (!isConfigured) {
    return [];
  }
  const writer = buildWriterOf(environment, facts);
  const refusal = writer && {
    possible: false,
    reason: `${writer} alone writes the version in ${environment}: push to the source repository instead`,
  };
  const promote: DeliveryAction[] = previous
    ? [
        {
          kind: 'promote',
          ...promotion(context, previous.environment),
          ...(refusal || judgePromotion(row, previous, unknown)),
        },
      ]
    : [];
  if (row.applications.length === 0) {
    return promote;
  }
  const { deployment, ...judged } = rollbackTarget(row, facts);
  return [
    ...promote,
    {
      kind: 'rollback',
      ...rollback(context, deployment),
      ...(refusal || judged),
    },
  ];
}

type Judged = Pick<DeliveryAction, 'possible' | 'reason'>;

function judgePromotion(
  row: VersionedRow,
  previous: VersionedRow,
  unknown: UnknownUpstream[],
): Judged {
  const from = previous.environment;
  const { version } = previous;
  const no = (reason: string): Judged => ({ possible: false, reason });
  if (!version || version.placeholder) {
    return no(`${from} runs nothing yet that could be promoted`);
  }
  if (row.applications.length === 0 && !row.desired) {
    return no(`It is not in ${row.environment} yet: add it there first`);
  }
  if (unknown.some(({ system }) => system === 'argocd')) {
    return no(`Nobody can tell how ${from} is: Argo CD does not answer`);
  }
  const unfit = previous.applications.find(
    ({ health, sync }) => health !== 'Healthy' || sync !== 'Synced',
  );
  if (row.version && isSameVersion(version, row.version)) {
    return no(`${row.environment} runs ${version.label} as well`);
  }
  if (unfit) {
    const how = [
      ...(unfit.health === 'Healthy' ? [] : [unfit.health]),
      ...(unfit.sync === 'Synced' ? [] : [unfit.sync]),
    ].join(' and ');
    return {
      possible: true,
      reason: `Needs a reason: ${unfit.name} in ${from} is ${how}`,
    };
  }
  const [open] = row.pullRequests;
  if (open) {
    return {
      possible: true,
      reason: `Pull request #${open.number} is open: it is brought up to ${version.label} of ${from}`,
    };
  }
  return {
    possible: true,
    reason: `${version.label} of ${from} instead of ${
      row.version?.label ?? row.desired?.label
    }`,
  };
}
