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

import { TraefikError } from './TraefikError';

const PER_PAGE = 100;

function readNumber(query: URLSearchParams, key: string, usual: number) {
  const text = query.get(key);
  if (!text) {
    return usual;
  }
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : 0;
  if (value <= 0) {
    throw new TraefikError(400, `invalid request: ${key}: ${value}`);
  }
  return value;
}

/** One page of a list, and the number of the next one, which is 1 on the last. Throws for a page that is too far. */
export function pageOf<T>(
  items: T[],
  query: URLSearchParams,
): { items: T[]; nextPage: number } {
  const perPage = readNumber(query, 'per_page', PER_PAGE);
  const page = readNumber(query, 'page', 1);
  const start = (page - 1) * perPage;
  if (start !== 0 && start >= items.length) {
    throw new TraefikError(
      400,
      `invalid request: page: ${page}, per_page: ${perPage}`,
    );
  }
  return {
    items: items.slice(start, start + perPage),
    nextPage: page * perPage < items.length ? page + 1 : 1,
  };
}
