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

import type { ApplicationOperations } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  failedOperation,
  operations,
  possible,
  runningOperation,
} from './fixtures';

/** What one may do and what Argo CD does: an entity of that name shows it. */
export const operationStates: Record<string, () => ApplicationOperations> = {
  'operations-off': () => operations({ actions: [] }),
  'operations-running': () =>
    operations({
      actions: possible({
        sync: 'An operation that user:default/ada asked for is running: wait until it has ended, or terminate it',
        force:
          'An operation that user:default/ada asked for is running: wait until it has ended, or terminate it',
      }),
      operation: runningOperation(2),
    }),
  'operations-failed': () => operations({ operation: failedOperation() }),
  'operations-closed': () =>
    operations({
      actions: possible({
        sync: 'A sync window of AppProject workloads-dev denies it until 2026-11-23T06:00:00Z',
        force:
          'You need the permission gitops.application.force for this Application. Ask whoever maintains the permission policy.',
        refresh:
          'You need the permission gitops.application.refresh for this Application. Ask whoever maintains the permission policy.',
      }),
    }),
};
