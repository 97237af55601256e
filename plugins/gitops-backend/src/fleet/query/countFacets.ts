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

import type { FleetFacets } from '@gitops-platform/backstage-plugin-gitops-common';
import type { FleetRow, Owners } from '../rows/FleetRow';
import type { Traits } from '../rows/Traits';
import { FACETS, ownersIn, type Facet, type FleetFilter } from './FleetFilter';
import { missedFacets } from './missedFacets';
import { ValueCounter } from './ValueCounter';

type Counts = Map<Traits, Map<Owners | undefined, number>>;

/** How rows spread, each facet counted as if its own filter were off; the most frequent values first. */
export function countFacets(
  rows: FleetRow[],
  values: FleetFilter['values'],
): FleetFacets {
  const missed = missedFacets(values);
  const counters: Record<Facet, ValueCounter> = {
    health: ValueCounter.create(),
    sync: ValueCounter.create(),
    instance: ValueCounter.create(),
    project: ValueCounter.create(),
    environment: ValueCounter.create(),
    owner: ValueCounter.create(),
  };
  for (const [traits, byOwners] of countAlike(rows)) {
    for (const [owners, count] of byOwners) {
      const misses = missed?.(traits, owners) ?? [];
      if (misses.length > 1) {
        continue;
      }
      for (const facet of misses.length === 0 ? FACETS : misses) {
        const found = facet === 'owner' ? ownersIn(owners) : [traits[facet]];
        found.forEach(value => counters[facet].add(value, count));
      }
    }
  }
  return {
    health: counters.health.values(),
    sync: counters.sync.values(),
    instance: counters.instance.values(),
    project: counters.project.values(),
    environment: counters.environment.values(),
    owner: counters.owner.values(),
  };
}

/** Rows that no facet tells apart are counted as one. */
function countAlike(rows: FleetRow[]): Counts {
  const counts: Counts = new Map();
  for (const { traits, owners } of rows) {
    let byOwners = counts.get(traits);
    if (!byOwners) {
      byOwners = new Map();
      counts.set(traits, byOwners);
    }
    byOwners.set(owners, (byOwners.get(owners) ?? 0) + 1);
  }
  return counts;
}
