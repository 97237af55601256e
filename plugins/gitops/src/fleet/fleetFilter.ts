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

import type { FleetQuery } from '@gitops-platform/backstage-plugin-gitops-common';

/** What rows can be narrowed by, each with the values that are wanted; none is any. */
export const FACETS = [
  'health',
  'sync',
  'environment',
  'instance',
  'project',
  'owner',
] as const;

export type Facet = (typeof FACETS)[number];

type SortColumn = NonNullable<FleetQuery['sort']>;

const SORT_COLUMNS: SortColumn[] = [
  'name',
  'health',
  'sync',
  'instance',
  'project',
  'environment',
  'owner',
  'since',
];

/** Which rows the fleet page shows, and in which order. */
export interface FleetFilter {
  facets: Record<Facet, string[]>;
  search: string;
  sort: SortColumn;
  descending: boolean;
}

/** The filter that an address holds. What it does not understand it leaves out. */
export function parseFleetFilter(address: URLSearchParams): FleetFilter {
  const values = (facet: Facet) =>
    (address.get(facet) ?? '').split(',').filter(Boolean);
  return {
    facets: {
      health: values('health'),
      sync: values('sync'),
      environment: values('environment'),
      instance: values('instance'),
      project: values('project'),
      owner: values('owner'),
    },
    search: address.get('search') ?? '',
    sort: sortColumnOf(address.get('sort')),
    descending: address.get('order') === 'desc',
  };
}

/** The column of that name, else the one that rows are sorted by anyway. */
export function sortColumnOf(column: unknown): SortColumn {
  return SORT_COLUMNS.find(known => known === column) ?? 'name';
}

/** The address of a filter; what is as it is without one is left out. Other parameters stay. */
export function formatFleetFilter(
  filter: FleetFilter,
  address: URLSearchParams,
): URLSearchParams {
  const formatted = new URLSearchParams(address);
  const put = (key: string, value: string) =>
    value ? formatted.set(key, value) : formatted.delete(key);
  for (const facet of FACETS) {
    put(facet, filter.facets[facet].join());
  }
  put('search', filter.search);
  put('sort', filter.sort === 'name' ? '' : filter.sort);
  put('order', filter.descending ? 'desc' : '');
  return formatted;
}

/** What the backend is asked for a filter. */
export function fleetQueryOf(filter: FleetFilter): FleetQuery {
  const query: FleetQuery = {
    sort: filter.sort,
    order: filter.descending ? 'desc' : 'asc',
  };
  for (const facet of FACETS) {
    if (filter.facets[facet].length > 0) {
      query[facet] = filter.facets[facet].join();
    }
  }
  if (filter.search.trim()) {
    query.search = filter.search.trim();
  }
  return query;
}

/** Whether any row is left out. */
export function isNarrowed({ facets, search }: FleetFilter): boolean {
  return search.trim() !== '' || FACETS.some(facet => facets[facet].length > 0);
}
