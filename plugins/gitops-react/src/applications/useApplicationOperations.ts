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
  ApplicationOperations,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { useGitOpsApi } from '../api';
import type { LiveResource } from '../live';
import { isRunning } from './isRunning';
import { useApplicationResource } from './useApplicationResource';

const WHILE_RUNNING_SECONDS = 2;

/**
 * The operation that runs or ran last, and what the caller may do now; while one runs, read every two seconds.
 * Needs a proved claim.
 * @public
 */
export function useApplicationOperations(
  location: ApplicationLocation,
): LiveResource<ApplicationOperations> {
  const api = useGitOpsApi();
  return useApplicationResource(location, {
    load: options => api.getApplicationOperations(location, options),
    paceSeconds: ({ operation }) =>
      isRunning(operation) ? WHILE_RUNNING_SECONDS : undefined,
  });
}
