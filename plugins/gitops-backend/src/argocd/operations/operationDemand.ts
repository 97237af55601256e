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
  gitopsApplicationForcePermission,
  gitopsApplicationRefreshPermission,
  gitopsApplicationSyncPermission,
  gitopsApplicationTerminatePermission,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ApplicationDemand } from '../ApplicationAccess';
import { describeResource } from './describeResource';
import type { OperationRequest } from './OperationRequest';

/** Of the chosen resources; how many they are is told all the same. */
const MAX_NAMED = 20;

/** What an operation asks of its caller, and what the auditor is told of it. */
export function operationDemand(request: OperationRequest): ApplicationDemand {
  const shared = { severityLevel: 'medium', proof: true } as const;
  switch (request.action) {
    case 'sync': {
      const { dryRun, prune, force, resources } = request;
      return {
        ...shared,
        eventId: 'application-sync',
        permissions: force
          ? [gitopsApplicationSyncPermission, gitopsApplicationForcePermission]
          : [gitopsApplicationSyncPermission],
        meta: {
          dryRun: dryRun === true,
          prune: prune === true,
          force: force === true,
          resources: resources?.length ?? 'all',
          ...(resources && {
            chosen: resources.slice(0, MAX_NAMED).map(describeResource),
          }),
        },
      };
    }
    case 'terminate':
      return {
        ...shared,
        eventId: 'application-terminate',
        permissions: [gitopsApplicationTerminatePermission],
      };
    default:
      return {
        ...shared,
        eventId: 'application-refresh',
        permissions: [gitopsApplicationRefreshPermission],
        meta: { hard: request.hard === true },
      };
  }
}
