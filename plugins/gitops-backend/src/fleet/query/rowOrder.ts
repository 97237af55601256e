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
  FleetQuery,
  HealthStatus,
  SyncStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  byIdentity,
  compareTexts,
  type ApplicationId,
} from '../../argocd/store';
import type { FleetRow } from '../rows/FleetRow';

export type SortColumn = NonNullable<FleetQuery['sort']>;

/** A place among sorted rows, whether or not a row stands there. */
export interface Position extends ApplicationId {
  key: string | number;
}

/** How rows are sorted. */
export interface RowOrder {
  /** Whether rows, which come by name, come in this order, from their beginning or from their end. */
  rowsCome: 'any' | 'in order' | 'from the end';
  positionOf(row: FleetRow): Position;
  /** Below 0 where the row comes before the position. */
  compare(row: FleetRow, position: Position): number;
  /** The same by the sorted column alone. */
  compareKeys(row: FleetRow, position: Position): number;
}

/** What asks for attention comes first. */
export const HEALTH: Record<HealthStatus, number> = {
  Degraded: 0,
  Missing: 1,
  Unknown: 2,
  Progressing: 3,
  Suspended: 4,
  Healthy: 5,
};
/** The same. */
export const SYNC: Record<SyncStatus, number> = {
  OutOfSync: 0,
  Unknown: 1,
  Synced: 2,
};

/** After every entity reference. */
const NOBODY = '\uffff';

const KEYS: Record<SortColumn, (row: FleetRow) => string | number> = {
  name: ({ app }) => app.name,
  health: ({ traits }) => HEALTH[traits.health],
  sync: ({ traits }) => SYNC[traits.sync],
  instance: ({ traits }) => traits.instance,
  project: ({ traits }) => traits.project,
  environment: ({ traits }) => traits.environmentRank,
  owner: ({ owners }) => owners?.[0] ?? NOBODY,
  since: ({ app }) => app.sinceMs,
};

/** The order by a column; by name, instance and namespace within the same, upwards in either direction. */
export function rowOrder(options: {
  sort?: SortColumn;
  descending?: boolean;
}): RowOrder {
  const { sort = 'name', descending = false } = options;
  const keyOf = KEYS[sort];
  const sign = descending ? -1 : 1;
  const byName = descending ? 'from the end' : 'in order';
  return {
    rowsCome: sort === 'name' ? byName : 'any',
    positionOf: row => ({
      key: keyOf(row),
      instance: row.app.instance,
      namespace: row.app.namespace,
      name: row.app.name,
    }),
    compareKeys: (row, position) =>
      sign * compareKeys(keyOf(row), position.key),
    compare: (row, position) =>
      sign * compareKeys(keyOf(row), position.key) ||
      byIdentity(row.app, position),
  };
}

function compareKeys(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : compareTexts(String(a), String(b));
}
