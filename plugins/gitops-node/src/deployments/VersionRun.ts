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

import type { RollbackDeployment } from './RollbackDeployment';

/** Deployments of one version, one after the other: the one that brought it, and the edits and restarts since. */
export interface VersionRun<T extends RollbackDeployment> {
  deployments: T[];
  /** When the next version came; `undefined` while it runs. */
  endedAt?: string;
}

/** Cuts the deployments of one Application into runs, oldest first. */
export function versionRunsOf<T extends RollbackDeployment>(
  deployments: T[],
): VersionRun<T>[] {
  const runs: VersionRun<T>[] = [];
  for (const deployment of [...deployments].sort(byTime)) {
    const run = runs.at(-1);
    if (run && ['edit', 'restart'].includes(deployment.kind)) {
      run.deployments.push(deployment);
    } else {
      if (run) {
        run.endedAt = deployment.deployedAt;
      }
      runs.push({ deployments: [deployment] });
    }
  }
  return runs;
}

function byTime(a: RollbackDeployment, b: RollbackDeployment): number {
  return Date.parse(a.deployedAt) - Date.parse(b.deployedAt);
}
