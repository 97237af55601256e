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
  FleetApplication,
  FleetApplications,
  FleetQuery,
  GitOpsApi,
} from '@gitops-platform/backstage-plugin-gitops-common';

/** Rows of a page. */
export const PAGE_SIZE = 200;

/** The rows that were asked for so far, with what the newest page says of all. */
export interface FleetPages extends FleetApplications {
  pages: number;
}

type Api = Pick<GitOpsApi, 'getApplications'>;

/** Asks for the next page and puts it behind the ones before. */
export async function readNextPage(
  api: Api,
  query: FleetQuery,
  before: FleetPages | undefined,
  signal: AbortSignal,
): Promise<FleetPages> {
  const page = await api.getApplications(
    { ...query, limit: PAGE_SIZE, cursor: before?.nextCursor },
    { signal },
  );
  return {
    ...page,
    items: before ? withoutRepeats(before.items, page.items) : page.items,
    pages: (before?.pages ?? 0) + 1,
  };
}

/** Asks again for all rows up to as many pages: pages that are as before cost a 304 each. */
export async function readPages(
  api: Api,
  query: FleetQuery,
  count: number,
  signal: AbortSignal,
): Promise<FleetPages> {
  let read = await readNextPage(api, query, undefined, signal);
  while (read.pages < count && read.nextCursor) {
    read = await readNextPage(api, query, read, signal);
  }
  return read;
}

/** (instance, namespace, name) is the identity of an Application, and of an ApplicationSet. */
export function rowId({
  instance,
  namespace,
  name,
}: Pick<FleetApplication, 'instance' | 'namespace' | 'name'>): string {
  return [instance, namespace, name].map(encodeURIComponent).join('/');
}

/** A row that moved behind the cursor meanwhile is on both pages. */
function withoutRepeats(
  before: FleetApplication[],
  added: FleetApplication[],
): FleetApplication[] {
  const known = new Set(before.map(rowId));
  return [...before, ...added.filter(row => !known.has(rowId(row)))];
}
