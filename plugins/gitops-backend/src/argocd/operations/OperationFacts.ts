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
  ApplicationOperation,
  ApplicationSyncWindows,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoApplication } from '@gitops-platform/backstage-plugin-gitops-node';

/** What decides whether an operation is possible. */
export interface OperationFacts {
  app: Pick<ArgoApplication, 'conditions' | 'deleting'>;
  /** The operation that runs or ran last. */
  operation?: ApplicationOperation;
  /** Left out where it is not known: Argo CD checks it, too. */
  windows?: Pick<ApplicationSyncWindows, 'canSync' | 'reason'>;
}
