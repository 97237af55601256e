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

import type { ApplicationClaim } from '@gitops-platform/backstage-plugin-gitops-node';
import type { PendingPullRequests } from '../../pullRequests/PendingPullRequests';
import type { ArgoCdInstances } from '../ArgoCdInstances';
import type { ClaimedApplications } from '../ClaimedApplications';
import type { ReasonReader } from '../explain/ReasonReader';
import type { SourceVersions } from '../version/SourceVersions';
import type { CommitAuthors } from './CommitAuthors';

/** Changes whenever what an entity's pages show may have changed, whoever looks at them. */
export function fingerprintOf(
  entityRef: string,
  claim: ApplicationClaim,
  sources: {
    authors: CommitAuthors;
    reasons: ReasonReader;
    instances: ArgoCdInstances;
    claimed: ClaimedApplications;
    versions: SourceVersions;
    pullRequests: PendingPullRequests;
  },
): string {
  const { authors, reasons, instances, claimed, versions, pullRequests } =
    sources;
  return JSON.stringify([
    claimed
      .find(claim)
      .map(app => [
        app.uid,
        app.version,
        versions.known(app).sourceRevision,
        reasons.edition(app),
        authors.known(app),
      ]),
    instances
      .statuses(claim)
      .map(({ name, status, error }) => [name, status, error]),
    pullRequests.known(entityRef),
  ]);
}
