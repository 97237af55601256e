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
  ApplicationParameters,
  ApplicationLocation,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { useGitOpsApi } from '../api';
import type { LiveResource } from '../live';
import { useApplicationResource } from './useApplicationResource';

/**
 * The sources of an Application with their parameters and values, masked. Needs a proved claim.
 * @remarks
 * Each read of manifests is audited. So it is read again only when `version` changes, which stands for what it
 * depends on, and when `refresh()` is called.
 * @public
 */
export function useApplicationParameters(
  location: ApplicationLocation,
  version?: string,
): LiveResource<ApplicationParameters> {
  const api = useGitOpsApi();
  return useApplicationResource(location, {
    follow: false,
    version,
    load: options => api.getApplicationParameters(location, options),
  });
}
