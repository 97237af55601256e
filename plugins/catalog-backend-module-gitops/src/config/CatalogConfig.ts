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

import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

/** What cluster entities hold beside what Argo CD knows. */
export interface ClustersConfig {
  enabled: boolean;
  /** An entity reference. */
  owner: string;
  /** An entity reference. */
  system?: string;
  /** Whether the API server's address is shown. */
  apiServer: boolean;
}

/** What add-on entities hold beside what Argo CD knows. */
export interface AddOnsConfig {
  enabled: boolean;
  /** An entity reference. */
  owner: string;
  /** An entity reference. */
  system?: string;
}

/** The `gitops.catalog` section of the configuration, read once. */
export interface CatalogConfig {
  /** Lower case. */
  kinds: string[];
  label: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
  clusters: ClustersConfig;
  addOns: AddOnsConfig;
}
