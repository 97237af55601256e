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
  PendingPullRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';

/** What waits for somebody to merge it. */
export function pullRequestFindings(
  pullRequests: PendingPullRequest[],
): Finding[] {
  return pullRequests.map(({ createdAt, number, repository, title, url }) => ({
    kind: 'waitingForPullRequest',
    severity: 'info',
    message: `Pull request #${number} waits to be merged: ${title}`,
    subject: `${repository}#${number}`,
    since: createdAt,
    evidence: [`${repository}: #${number} is open`],
    remedy: { label: 'Open the pull request', url },
  }));
}
