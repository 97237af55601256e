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

/** What the query parameter `fields` selects. */
export interface FieldSelection {
  fields: Set<string>;
  /** The fields are left out rather than kept. */
  exclude: boolean;
}

/** `a,b` keeps two fields, `-a,b` leaves two out (one sign for all of them); empty selects nothing in particular. */
export function parseFields(query: unknown): FieldSelection | undefined {
  if (typeof query !== 'string' || query === '') {
    return undefined;
  }
  const exclude = query.startsWith('-');
  const list = exclude ? query.slice(1) : query;
  return { fields: new Set(list.split(',')), exclude };
}
