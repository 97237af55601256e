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

import type { ApplicationResource } from '@gitops-platform/backstage-plugin-gitops-common';
import type { PlacedResource } from './resourceTree';

/** The resources that are not well or not in sync, and the owners above them, so that each can be placed. */
export function onlyUnhealthy(placed: PlacedResource[]): PlacedResource[] {
  const byUid = new Map(placed.map(entry => [entry.resource.uid, entry]));
  const kept = new Set<PlacedResource>();
  for (const entry of placed) {
    let next: PlacedResource | undefined = isWell(entry.resource)
      ? undefined
      : entry;
    while (next && !kept.has(next)) {
      kept.add(next);
      next = next.parent && byUid.get(next.parent.uid);
    }
  }
  return placed.filter(entry => kept.has(entry));
}

function isWell({ health, sync }: ApplicationResource): boolean {
  return (health === undefined || health === 'Healthy') && sync !== 'OutOfSync';
}
