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

import type { FleetRow } from '../rows/FleetRow';
import { missedFacets } from './missedFacets';
import type { FleetFilter } from './FleetFilter';

/** The rows that have the searched text. */
export function searchRows(
  rows: FleetRow[],
  search: string | undefined,
): FleetRow[] {
  return search
    ? rows.filter(
        ({ app, resource }) =>
          app.searchable.includes(search) ||
          resource?.entityRef.includes(search),
      )
    : rows;
}

/** The rows that every facet's filter lets through. */
export function filterRows(
  rows: FleetRow[],
  values: FleetFilter['values'],
): FleetRow[] {
  const missed = missedFacets(values);
  return missed
    ? rows.filter(({ traits, owners }) => missed(traits, owners).length === 0)
    : rows;
}
