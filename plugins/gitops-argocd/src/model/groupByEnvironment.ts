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

import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';

/** The Applications of one environment on one cluster. */
export type EnvironmentGroup = {
  environment: string;
  cluster: string;
  applications: ApplicationOverview[];
};

/** Groups by environment and cluster, in the order in which they come: that of promotion. */
export function groupByEnvironment(
  applications: ApplicationOverview[],
): EnvironmentGroup[] {
  const groups = new Map<string, EnvironmentGroup>();
  for (const application of applications) {
    const { environment, cluster } = application;
    const key = JSON.stringify([environment, cluster]);
    const group = groups.get(key);
    if (group) {
      group.applications.push(application);
    } else {
      groups.set(key, { environment, cluster, applications: [application] });
    }
  }
  return [...groups.values()];
}
