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

import type { FleetApplications } from '@gitops-platform/backstage-plugin-gitops-common';
import type { FleetRow } from '../rows/FleetRow';
import { toFleetApplication } from '../rows/toFleetApplication';
import { countFacets } from './countFacets';
import { filterRows, searchRows } from './filterRows';
import { pageOf } from './pageOf';
import type { FleetRequest } from './parseFleetQuery';

/** Finds what was asked for among the rows that a caller may see, which come by name. */
export function answerQuery(
  rows: FleetRow[],
  { values, search, order, after, limit, cursorFor }: FleetRequest,
): Omit<FleetApplications, 'instances'> {
  const searched = searchRows(rows, search);
  const matching = filterRows(searched, values);
  const page = pageOf(matching, order, { after, limit });
  const last = page.rows.at(-1);
  return {
    items: page.rows.map(toFleetApplication),
    total: matching.length,
    nextCursor:
      page.more && last ? cursorFor(order.positionOf(last)) : undefined,
    facets: countFacets(searched, values),
  };
}
