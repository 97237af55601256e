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
  DeliveryBehind,
  Finding,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { promotion } from '../actions/actionParameters';
import { releaseRemedy } from '../actions/buildWriterOf';
import type { DeliveryFacts } from '../facts/DeliveryFacts';
import type { VersionedRow } from '../rows/RowFacts';
import { counted } from '../versions/behindOf';

const MAX_SHOWN = 5;
const SHORT_COMMIT = 7;

/** That the previous environment runs a newer version, and what is in it. */
export function behindFindings(
  { environment, version, pullRequests: [open] }: VersionedRow,
  previous: VersionedRow | undefined,
  behind: DeliveryBehind | undefined,
  facts: Pick<DeliveryFacts, 'entityRef' | 'sourceRepository' | 'writers'>,
): Finding[] {
  // Without a commit that is not here, this environment is the newer one.
  if (!behind || !previous?.version || behind.same || behind.total === 0) {
    return [];
  }
  const from = previous.environment;
  const much = behind.total === undefined ? '' : `${counted(behind.total)} `;
  return [
    {
      kind: 'behind',
      severity: 'info',
      message: `${environment} is ${much}behind ${from}`,
      subject: environment,
      since: previous.version.since,
      evidence: [
        `${from} runs ${previous.version.label}, ${environment} ${version?.label}`,
        ...behind.commits
          .slice(0, MAX_SHOWN)
          .map(({ revision, message = '' }) =>
            `${revision.slice(0, SHORT_COMMIT)} ${message}`.trim(),
          ),
        ...(behind.reason ? [behind.reason] : []),
      ],
      remedy: open
        ? { label: `Look at pull request #${open.number}`, url: open.url }
        : releaseRemedy(
            environment,
            {
              label: `Promote to ${environment}`,
              ...promotion({ entityRef: facts.entityRef, environment }, from),
            },
            facts,
          ),
    },
  ];
}
