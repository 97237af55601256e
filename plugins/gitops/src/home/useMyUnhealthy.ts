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

import { useMemo } from 'react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import {
  gitopsFleetSignalChannel,
  type FleetApplications,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  useGitOpsApi,
  useLiveResource,
  type LiveResource,
} from '@gitops-platform/backstage-plugin-gitops-react';

/** What counts as unhealthy. What is progressing may yet become well, and what is suspended is so on purpose. */
export const UNHEALTHY = ['Degraded', 'Missing', 'Unknown'];

const SHOWN = 5;

export interface MyUnhealthy extends FleetApplications {
  /** How many Applications are the person's at all. */
  mine: number;
  /** Whose they are: the person and their groups. */
  owners: string[];
}

/** The unhealthy Applications of entities that the person or one of their groups owns. */
export function useMyUnhealthy(): LiveResource<MyUnhealthy> {
  const api = useGitOpsApi();
  const identity = useApi(identityApiRef);
  const owners = useMemo(
    () =>
      identity
        .getBackstageIdentity()
        .then(({ ownershipEntityRefs }) => ownershipEntityRefs),
    [identity],
  );
  return useLiveResource({
    key: 'my-unhealthy',
    channel: gitopsFleetSignalChannel,
    load: async signal => {
      const refs = await owners;
      const answer = await api.getApplications(
        {
          owner: refs.join(),
          health: UNHEALTHY.join(),
          sort: 'since',
          order: 'desc',
          limit: SHOWN,
        },
        { signal },
      );
      // A facet is counted as if its own filter were off: together they are all that is the person's.
      const mine = answer.facets.health.reduce(
        (sum, { count }) => sum + count,
        0,
      );
      return { ...answer, mine, owners: refs };
    },
    fingerprint: ({ items, total, mine }) =>
      JSON.stringify([items, total, mine]),
  });
}
