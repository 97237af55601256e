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
  createApiFactory,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { GitOpsClient } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from './gitopsApiRef';

/**
 * The GitOps backend over HTTP: for an `ApiBlueprint` in the new frontend system, for `apis` in the old one.
 * @public
 */
export const gitopsApiFactory = createApiFactory({
  api: gitopsApiRef,
  deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
  factory: deps => new GitOpsClient(deps),
});
