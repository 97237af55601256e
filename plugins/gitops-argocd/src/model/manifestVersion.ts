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

/** What an Application's manifests depend on, as far as its overview tells: when this changes, they are read again. */
export function manifestVersion(application: ApplicationOverview): string {
  const { sync, sources, operation } = application;
  return JSON.stringify([
    sync,
    sources.map(({ targetRevision, revision }) => [targetRevision, revision]),
    operation?.phase,
    operation?.finishedAt,
  ]);
}
