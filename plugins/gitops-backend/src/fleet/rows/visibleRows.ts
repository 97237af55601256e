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

import type { FleetViewer } from '../../permissions/FleetAccess';
import type { FleetEntry, FleetRow } from './FleetRow';

/**
 * What a caller sees of the fleet: each Application with the first entity that claims it, that the caller may read and
 * for which they may read the Application; and, with `gitops.fleet.read`, the Applications that no entity claims.
 *
 * An entity that the caller may not read does not exist for them: the answer is what it would be without that entity.
 */
export function visibleRows(
  entries: Iterable<FleetEntry>,
  viewer: FleetViewer,
): FleetRow[] {
  const rows: FleetRow[] = [];
  for (const entry of entries) {
    const row = rowFor(entry, viewer);
    if (row) {
      rows.push(row);
    }
  }
  return rows;
}

function rowFor(
  { claimed, unclaimed }: FleetEntry,
  viewer: FleetViewer,
): FleetRow | undefined {
  let refused = false;
  for (const row of claimed) {
    if (viewer.reads(row.resource.entityRef)) {
      if (viewer.allows(row.resource)) {
        return row;
      }
      refused = true;
    }
  }
  return viewer.fleet && !refused ? unclaimed : undefined;
}
