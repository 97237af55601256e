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
  discoveryApiRef,
  fetchApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import {
  GitOpsClient,
  type GitOpsApi,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';

/** What `useGitOpsApi` gives to a component, for a field's validation, which is none. */
export function getGitOpsApi(apis: ApiHolder): GitOpsApi | undefined {
  const provided = apis.get(gitopsApiRef);
  const discoveryApi = apis.get(discoveryApiRef);
  const fetchApi = apis.get(fetchApiRef);
  return (
    provided ??
    (discoveryApi && fetchApi && new GitOpsClient({ discoveryApi, fetchApi }))
  );
}
