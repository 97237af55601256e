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
  OperationAccepted,
  PossibleAction,
  SyncRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ApplicationActions } from '@gitops-platform/backstage-plugin-gitops-react';

/** What somebody wants Argo CD to do. */
export type Intent =
  | { action: 'sync'; request: SyncRequest }
  | { action: 'refresh'; hard: boolean }
  | { action: 'terminate' };

/** Has Argo CD do it. */
export function perform(
  actions: ApplicationActions,
  intent: Intent,
): Promise<OperationAccepted> {
  switch (intent.action) {
    case 'sync':
      return actions.sync(intent.request);
    case 'refresh':
      return actions.refresh(intent.hard ? { hard: true } : {});
    default:
      return actions.terminate();
  }
}

/** What is possible of an action; `undefined` where it does not exist here. */
export function possibilityOf(
  actions: PossibleAction[],
  action: PossibleAction['action'],
): PossibleAction | undefined {
  return actions.find(possibility => possibility.action === action);
}
