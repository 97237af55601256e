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

import { useRef } from 'react';
import {
  gitopsFleetSignalChannel,
  type FleetQuery,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  useGitOpsApi,
  useLiveResource,
  type LiveResource,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { readNextPage, readPages, type FleetPages } from './fleetPages';

/** The fleet's rows for a query, kept up to date, and how to have more of them. */
export function useFleet(
  query: FleetQuery,
): LiveResource<FleetPages> & { loadMore(): void } {
  const api = useGitOpsApi();
  const key = JSON.stringify(query);
  const known = useRef<{ key: string; pages: FleetPages }>();
  const wantsMore = useRef(false);
  const resource = useLiveResource<FleetPages>({
    key,
    channel: gitopsFleetSignalChannel,
    load: async signal => {
      const before =
        known.current?.key === key ? known.current.pages : undefined;
      const grows = wantsMore.current && before?.nextCursor !== undefined;
      wantsMore.current = false;
      const pages = grows
        ? await readNextPage(api, query, before, signal)
        : await readPages(api, query, before?.pages ?? 1, signal);
      known.current = { key, pages };
      return pages;
    },
    fingerprint: ({ items, total }) => JSON.stringify([items, total]),
  });
  const loadMore = () => {
    wantsMore.current = true;
    resource.refresh();
  };
  return { ...resource, loadMore };
}
