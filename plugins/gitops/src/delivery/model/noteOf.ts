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
  DeliveryRow,
  PendingPullRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';

/** What stands below a row, as wide as the table. */
export type Note = Pick<
  DeliveryRow,
  'environment' | 'findings' | 'pullRequests' | 'behind' | 'actions'
>;

/**
 * What there is to say of a row below it, each thing once: a pull request that a finding is about needs no line of its
 * own, and what all environments wait for stands above the table.
 */
export function noteOf(row: DeliveryRow, waits: PendingPullRequest[]): Note {
  const { environment, behind, actions } = row;
  const said = new Set(waits.map(({ url }) => url));
  const findings = row.findings
    .filter(({ remedy }) => !remedy?.url || !said.has(remedy.url))
    // The row says where.
    .map(finding => ({
      ...finding,
      environment: undefined,
      cluster: undefined,
    }));
  findings.forEach(({ remedy }) => remedy?.url && said.add(remedy.url));
  return {
    environment,
    findings,
    pullRequests: row.pullRequests.filter(({ url }) => !said.has(url)),
    behind: behind && behind.commits.length > 0 ? behind : undefined,
    actions,
  };
}

/** Whether there is nothing to say. */
export function isEmpty({ findings, pullRequests, behind, actions }: Note) {
  return (
    findings.length + pullRequests.length + actions.length === 0 && !behind
  );
}
