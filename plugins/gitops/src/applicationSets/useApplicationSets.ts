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

import {
  gitopsFleetSignalChannel,
  type ApplicationSetsQuery,
  type FleetApplicationSets,
  type GitOpsApi,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  useGitOpsApi,
  useLiveResource,
  type LiveResource,
} from '@gitops-platform/backstage-plugin-gitops-react';

const PAGE_SIZE = 500;

/** All ApplicationSets that one may read: there are few of them, so that pages are of no use to anybody. */
export function useApplicationSets(
  query: Pick<ApplicationSetsQuery, 'search'>,
): LiveResource<FleetApplicationSets> {
  const api = useGitOpsApi();
  return useLiveResource({
    key: JSON.stringify(query),
    channel: gitopsFleetSignalChannel,
    load: signal => readAll(api, query, signal),
    fingerprint: ({ items }) => JSON.stringify(items),
  });
}

async function readAll(
  api: Pick<GitOpsApi, 'getApplicationSets'>,
  query: ApplicationSetsQuery,
  signal: AbortSignal,
): Promise<FleetApplicationSets> {
  const read = async (cursor?: string) =>
    api.getApplicationSets({ ...query, limit: PAGE_SIZE, cursor }, { signal });
  let page = await read();
  const items = [...page.items];
  while (page.nextCursor) {
    page = await read(page.nextCursor);
    items.push(...page.items);
  }
  return { ...page, items };
}
