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
  Finding,
  FindingKind,
} from '@gitops-platform/backstage-plugin-gitops-common';

const SEVERITIES: Finding['severity'][] = ['error', 'warning', 'info'];

/** Of the same severity, what people notice first comes first. */
const KINDS: FindingKind[] = [
  'rolloutAborted',
  'notHealthy',
  'noLiveBackend',
  'certificateExpired',
  'routeError',
  'routeMissing',
  'hostRoutedTwice',
  'routePriorityConflict',
  'outOfSync',
  'versionDiffersFromGit',
  'environmentMissing',
  'vaultSealed',
  'secretMissing',
  'secretKeyMissing',
  'secretDeleted',
  'secretUnsynced',
  'secretStale',
  'certificateExpiring',
  'secretOverdue',
  'secretDenied',
  'upstreamUnknown',
  'replicasDisagree',
  'unprovedClaim',
  'wrongClaim',
  'waitingForFirstImage',
  'waitingForPullRequest',
  'behind',
];

/** The worst first, in the same order whatever order they were found in; what is said twice is said once. */
export function rankFindings(findings: Finding[]): Finding[] {
  const ranked = new Map(
    findings.map(finding => [JSON.stringify(finding), finding]),
  );
  return [...ranked]
    .sort(
      ([oneText, one], [otherText, other]) =>
        SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
        rankOf(one) - rankOf(other) ||
        (oneText < otherText ? -1 : 1),
    )
    .map(([, finding]) => finding);
}

function rankOf({ kind }: Finding): number {
  const rank = KINDS.indexOf(kind);
  return rank < 0 ? KINDS.length : rank;
}
