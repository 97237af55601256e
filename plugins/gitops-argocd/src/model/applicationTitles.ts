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

/**
 * What to call each Application among the others: by its environment, with as much more as it takes to tell
 * it apart.
 */
export function applicationTitles(
  applications: ApplicationOverview[],
): string[] {
  const attempts: Array<(application: ApplicationOverview) => string> = [
    ({ environment }) => environment,
    ({ environment, cluster }) => `${environment} · ${cluster}`,
    ({ environment, name }) => `${environment} · ${name}`,
    ({ environment, name, instance, namespace }) =>
      `${environment} · ${name} (${instance}/${namespace})`,
  ];
  return applications.map(application => {
    const fitting = attempts.find(
      title =>
        applications.filter(other => title(other) === title(application))
          .length === 1,
    );
    return (fitting ?? attempts[attempts.length - 1])(application);
  });
}
