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

import { InputError } from '@backstage/errors';
import type { FleetQuery } from '@gitops-platform/backstage-plugin-gitops-common';
import { FACETS, type Facet, type FleetFilter } from './FleetFilter';
import { parseCursor, formatCursor } from './cursor';
import {
  HEALTH,
  rowOrder,
  SYNC,
  type Position,
  type RowOrder,
} from './rowOrder';

const DEFAULT_LIMIT = 100;

const STATUSES: Partial<Record<Facet, string[]>> = {
  health: Object.keys(HEALTH),
  sync: Object.keys(SYNC),
};

/** A request for a page, understood. */
export interface FleetRequest extends FleetFilter {
  order: RowOrder;
  after?: Position;
  limit: number;
  /** The cursor of the page that follows a position. */
  cursorFor(position: Position): string;
}

/** @throws InputError that names the parameter. */
export function parseFleetQuery(query: FleetQuery): FleetRequest {
  const { sort = 'name', order = 'asc', cursor } = query;
  const values: FleetFilter['values'] = {};
  for (const facet of FACETS) {
    const chosen = valuesOf(query[facet]);
    if (chosen.length > 0) {
      values[facet] = checked(facet, chosen);
    }
  }
  const search = query.search?.trim().toLocaleLowerCase('en-US') || undefined;
  const asked = { values, search, sort, order };
  return {
    values,
    search,
    order: rowOrder({ sort, descending: order === 'desc' }),
    after: cursor === undefined ? undefined : parseCursor(cursor, asked),
    limit: query.limit ?? DEFAULT_LIMIT,
    cursorFor: position => formatCursor(position, asked),
  };
}

function valuesOf(text: string | undefined): string[] {
  const values = (text ?? '').split(',').map(value => value.trim());
  return [...new Set(values.filter(value => value !== ''))];
}

function checked(facet: Facet, chosen: string[]): string[] {
  const known = STATUSES[facet];
  const wrong = chosen.find(value => known && !known.includes(value));
  if (wrong !== undefined) {
    throw new InputError(
      `The query parameter '${facet}' has '${wrong}': choose from ${known?.join(
        ', ',
      )}`,
    );
  }
  return facet === 'owner'
    ? chosen.map(owner => owner.toLocaleLowerCase('en-US'))
    : chosen;
}
