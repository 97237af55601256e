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
  OperationAccepted,
  SyncRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { useGitOpsApi } from '../api';

/**
 * What one can have Argo CD do with an Application. Each rejects as `GitOpsApi` says: with `ConflictError` where it
 * is not possible now, with `NotAllowedError` where a permission or the proof is missing.
 * @public
 */
export type ApplicationActions = {
  /** Syncs to what Git says. */
  sync(request?: SyncRequest): Promise<OperationAccepted>;
  /** Compares with Git now; `hard` also renders anew what Argo CD has cached. */
  refresh(request?: { hard?: boolean }): Promise<OperationAccepted>;
  /** Ends the operation that runs. */
  terminate(): Promise<OperationAccepted>;
};

/**
 * The operations of an Application that the entity claims.
 * @public
 */
export function useApplicationActions(
  location: ApplicationLocation,
): ApplicationActions {
  const api = useGitOpsApi();
  return {
    sync: request => api.syncApplication(location, request),
    refresh: request => api.refreshApplication(location, request),
    terminate: () => api.terminateOperation(location),
  };
}
