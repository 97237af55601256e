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

import { createApiRef, type ApiRef } from '@backstage/frontend-plugin-api';
import type { GitOpsApi } from '@gitops-platform/backstage-plugin-gitops-common';

/**
 * What the GitOps backend answers. One ref serves the new and the old frontend system.
 *
 * @remarks
 * An app refuses to start where two plugins provide the same API. Read it with {@link useGitOpsApi}, which
 * needs no provider, and provide it only to replace it.
 *
 * @public
 */
export const gitopsApiRef: ApiRef<GitOpsApi> & {
  readonly $$type: '@backstage/ApiRef';
} = createApiRef<GitOpsApi>().with({
  id: 'plugin.gitops.api',
  pluginId: 'gitops',
});
