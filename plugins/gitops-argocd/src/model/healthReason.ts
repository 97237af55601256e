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

const unexplained: Partial<Record<ApplicationOverview['health'], string>> = {
  // Argo CD 3 says which resource it is only in the tree.
  Degraded: 'The resources on the Argo CD tab say why.',
  Missing: 'Nothing of it exists in the cluster yet.',
  Suspended: 'A resource of it is suspended or paused.',
};

/**
 * Why an Application is not well, in one text: what its health says, else the operation that failed, else its
 * first condition. An Application with a ComparisonError calls itself Healthy, so that conditions always count.
 */
export function healthReason(
  application: ApplicationOverview,
): string | undefined {
  const { health, healthMessage, operation, conditions } = application;
  if (healthMessage && health !== 'Healthy') {
    return healthMessage;
  }
  if (operation?.phase === 'Failed' || operation?.phase === 'Error') {
    return operation.message ?? 'The last sync failed.';
  }
  if (conditions.length > 0) {
    return conditions[0].message;
  }
  return unexplained[health];
}
