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
  ApplicationOverview,
  DeliveryVersion,
  PendingPullRequest,
  Route,
  SecretPath,
  SecretReference,
} from '@gitops-platform/backstage-plugin-gitops-common';

/** One environment on one cluster, with what the parts know of it. */
export interface RowFacts {
  environment: string;
  /** Left out where nothing runs. */
  cluster?: string;
  applications: ApplicationOverview[];
  routes: Route[];
  paths: SecretPath[];
  references: SecretReference[];
  pullRequests: PendingPullRequest[];
}

/** The same, with the versions that run there and that Git asks for. */
export interface VersionedRow extends RowFacts {
  version?: DeliveryVersion;
  desired?: DeliveryVersion;
}

/** An unproved claim where proof is asked for: all that is known of the Application is its name. */
export function isNameOnly({
  project,
}: Pick<ApplicationOverview, 'project'>): boolean {
  return project === '';
}
