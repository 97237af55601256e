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

import type { ArgoHealthStatus } from '@gitops-platform/backstage-plugin-gitops-node';

/** Of an Application without any deployment. */
export const NO_HISTORY = -1;

/** That an Application's health was something since then, when this was its latest deployment. */
export interface HealthFact {
  applicationId: string;
  historyId: number;
  health: ArgoHealthStatus;
  /** ISO 8601 with milliseconds. */
  since: string;
  /** Whether it was seen Synced meanwhile. */
  synced: boolean;
  /** When it was last seen so: Argo CD's times have seconds only, in which more than one thing may happen. */
  seenAt: string;
}
