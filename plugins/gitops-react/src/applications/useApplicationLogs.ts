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
  ApplicationLocation,
  ApplicationLogs,
  LogsRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { useGitOpsApi } from '../api';
import type { LiveResource } from '../live';
import { useApplicationResource } from './useApplicationResource';

/**
 * The last lines of a container, masked. Needs a proved claim.
 * @remarks
 * Each read is audited, so that it is read once, and again when `refresh()` is called.
 * @public
 */
export function useApplicationLogs(
  location: ApplicationLocation,
  request: LogsRequest,
): LiveResource<ApplicationLogs> {
  const api = useGitOpsApi();
  return useApplicationResource(location, {
    request,
    follow: false,
    load: options => api.getApplicationLogs(location, request, options),
  });
}
