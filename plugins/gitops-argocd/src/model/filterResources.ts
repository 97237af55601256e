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
  ApplicationResource,
  HealthStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { PlacedResource } from './resourceTree';

/** Which resources to show. What is left empty leaves nothing out. */
export type ResourceFilter = {
  text: string;
  kinds: string[];
  healths: HealthStatus[];
  /** Only what is not healthy or not in sync. */
  unwell: boolean;
};

/** Leaves nothing out. */
export const noFilter: ResourceFilter = {
  text: '',
  kinds: [],
  healths: [],
  unwell: false,
};

/** The resources that fit, and the owners above them, so that each can be placed. */
export function filterResources(
  placed: PlacedResource[],
  filter: ResourceFilter,
): PlacedResource[] {
  const byUid = new Map(placed.map(entry => [entry.resource.uid, entry]));
  const kept = new Set<PlacedResource>();
  for (const entry of placed) {
    let next: PlacedResource | undefined = fits(entry.resource, filter)
      ? entry
      : undefined;
    while (next && !kept.has(next)) {
      kept.add(next);
      next = next.parent && byUid.get(next.parent.uid);
    }
  }
  return placed.filter(entry => kept.has(entry));
}

/** Whether a resource is healthy, as far as it has a health, and in sync. */
export function isWell({ health, sync }: ApplicationResource): boolean {
  return (health === undefined || health === 'Healthy') && sync !== 'OutOfSync';
}

function fits(resource: ApplicationResource, filter: ResourceFilter): boolean {
  const { kind, name, health, images = [] } = resource;
  const text = filter.text.trim().toLowerCase();
  return (
    (!filter.unwell || !isWell(resource)) &&
    (filter.kinds.length === 0 || filter.kinds.includes(kind)) &&
    (filter.healths.length === 0 ||
      (health !== undefined && filter.healths.includes(health))) &&
    [kind, name, ...images].some(part => part.toLowerCase().includes(text))
  );
}
