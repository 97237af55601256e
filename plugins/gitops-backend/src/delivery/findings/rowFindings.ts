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
import { rollbackTarget } from '../actions/rollbackTarget';
import { applicationKey } from '../../argocd/store';
import type { DeliveryFacts } from '../facts/DeliveryFacts';
import { isNameOnly, type VersionedRow } from '../rows/RowFacts';
import { behindFindings } from './behindFindings';
import { unprovedFindings } from './claimFindings';
import { firstImageFindings } from './firstImageFindings';
import { healthFindings } from './healthFindings';
import { missingFindings } from './missingFindings';
import { placeOf } from './placeFindings';
import { pullRequestFindings } from './pullRequestFindings';
import { rankFindings } from './rankFindings';
import { rolloutFindings } from './rolloutFindings';
import { syncFindings } from './syncFindings';
import { versionFindings } from './versionFindings';

/** All that there is to say about a row, the worst first. */
export function rowFindings(
  row: VersionedRow,
  options: {
    facts: DeliveryFacts;
    previous?: VersionedRow;
    behind?: DeliveryBehind;
    /** What the parts found, and what does not answer. */
    placed: Finding[];
    /** Whether all Applications are known that may be in it. */
    complete: boolean;
  },
): Finding[] {
  const { facts, previous, behind, placed, complete } = options;
  const { environment } = row;
  const { deployment } = rollbackTarget(row, facts);
  const context = { entityRef: facts.entityRef, environment, deployment };
  const ofApplications = row.applications.flatMap(app => {
    if (isNameOnly(app)) {
      return unprovedFindings(app);
    }
    const key = applicationKey(app);
    const aborted = rolloutFindings(
      app,
      facts.abortedRollouts.get(key) ?? [],
      context,
      facts,
    );
    return [
      ...unprovedFindings(app),
      ...syncFindings(app),
      // Why it is not healthy, and why another version runs than Git names, is told by the rollout.
      ...(aborted.length > 0
        ? aborted
        : [
            ...healthFindings(app, facts.now),
            ...versionFindings(app, facts.versions.get(key)),
          ]),
    ];
  });
  const ofRow = [
    ...(complete ? missingFindings(row, previous, facts) : []),
    ...firstImageFindings(row, previous, facts),
    ...behindFindings(row, previous, behind, facts),
    ...pullRequestFindings(row.pullRequests),
  ];
  return rankFindings([
    ...[...ofApplications, ...ofRow].map(finding => ({
      ...finding,
      ...placeOf(row),
    })),
    ...placed,
  ]);
}
