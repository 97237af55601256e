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

import { DateTime } from 'luxon';
import type { Deployments } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  useEntityAnswer,
  type LiveResource,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { rangeStart } from './rangeStart';

// Nothing announces what happens to all that a group owns.
const OWNER_PACE_SECONDS = 60;

/** The deployments of the entity of the page in the last days, and their figures. */
export function useEntityDeployments(days: number): LiveResource<Deployments> {
  return useEntityAnswer<Deployments>({
    key: `deployments ${days}`,
    load: (api, entityRef, options) =>
      api.getEntityDeployments(entityRef, requestFor(days), options),
  });
}

/** The deployments of all that the group or user of the page owns in the last days, and their figures. */
export function useOwnerDeployments(days: number): LiveResource<Deployments> {
  return useEntityAnswer<Deployments>({
    key: `owner ${days}`,
    paceSeconds: () => OWNER_PACE_SECONDS,
    load: (api, ownerRef, options) =>
      api.getOwnerDeployments(ownerRef, requestFor(days), options),
  });
}

function requestFor(days: number) {
  return { from: rangeStart(days, DateTime.now()) };
}
