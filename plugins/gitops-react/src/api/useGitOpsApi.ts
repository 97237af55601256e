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
import { NotImplementedError } from '@backstage/errors';
import {
  discoveryApiRef,
  fetchApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import {
  GitOpsClient,
  type GitOpsApi,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsApiRef } from './gitopsApiRef';

/**
 * The provided {@link gitopsApiRef}, else a client of the app's own backend.
 *
 * @remarks
 * So that each GitOps plugin works alone and beside its siblings: only one plugin of an app may provide an
 * API, and which of them are installed is the adopter's choice.
 *
 * @public
 */
export function useGitOpsApi(): GitOpsApi {
  const apis = useApiHolder();
  return useMemo(() => {
    const provided = apis.get(gitopsApiRef);
    if (provided) {
      return provided;
    }
    const discoveryApi = apis.get(discoveryApiRef);
    const fetchApi = apis.get(fetchApiRef);
    if (!discoveryApi || !fetchApi) {
      throw new NotImplementedError(
        `No implementation of ${gitopsApiRef.id}, and none of ${discoveryApiRef.id} and ${fetchApiRef.id} to make one of. Render this inside a Backstage app.`,
      );
    }
    return new GitOpsClient({ discoveryApi, fetchApi });
  }, [apis]);
}
