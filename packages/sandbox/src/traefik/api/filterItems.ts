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

import type { ApiList } from './lists';

type Item = Record<string, unknown>;

/** A service of another provider is named in full; one of the router's own may be asked for with its provider, too. */
function usesService(item: Item, wanted: string): boolean {
  const service = String(item.service ?? '');
  return service.includes('@')
    ? service === wanted
    : service === wanted.split('@')[0];
}

/** The items that a query asks for, by name. */
export function filterItems(list: ApiList, query: URLSearchParams): Item[] {
  const search = query.get('search')?.toLowerCase() ?? '';
  const status = query.get('status')?.toLowerCase() ?? '';
  const service = query.get('serviceName') ?? '';
  const middleware = query.get('middlewareName') ?? '';
  const isRouter = list.noun === 'router';
  const matches = (item: Item) =>
    (status === '' || String(item.status).toLowerCase() === status) &&
    (search === '' ||
      list.searched(item).some(text => text.toLowerCase().includes(search))) &&
    (!isRouter || service === '' || usesService(item, service)) &&
    (!isRouter ||
      middleware === '' ||
      [item.middlewares].flat().includes(middleware));
  const descending = query.get('direction') === 'desc';
  return list
    .items()
    .map((item): Item => ({ ...item }))
    .filter(matches)
    .sort((a, b) => {
      const order = String(a.name) < String(b.name) ? -1 : 1;
      return descending ? -order : order;
    });
}
