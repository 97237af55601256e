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
  ApplicationEvents,
  ApplicationLocation,
  EventsRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { useGitOpsApi } from '../api';
import type { LiveResource } from '../live';
import { useApplicationResource } from './useApplicationResource';

/**
 * What Kubernetes remembers of an Application, or of one of its resources, newest first, followed without a reload.
 * @public
 */
export function useApplicationEvents(
  location: ApplicationLocation,
  request?: EventsRequest,
): LiveResource<ApplicationEvents> {
  const api = useGitOpsApi();
  return useApplicationResource(location, {
    request,
    load: options => api.getApplicationEvents(location, request, options),
  });
}
