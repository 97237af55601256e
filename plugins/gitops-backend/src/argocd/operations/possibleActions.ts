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

import type { PossibleAction } from '@gitops-platform/backstage-plugin-gitops-common';
import type { OpenedEntity } from '../../permissions/EntityAccess';
import type { ApplicationAccess } from '../ApplicationAccess';
import type { StoredApplication } from '../store';
import { judgeOperation } from './judgeOperation';
import { operationDemand } from './operationDemand';
import type { OperationFacts } from './OperationFacts';
import type { OperationRequest } from './OperationRequest';

const REQUESTS: Record<PossibleAction['action'], OperationRequest> = {
  sync: { action: 'sync' },
  force: { action: 'sync', force: true },
  refresh: { action: 'refresh' },
  terminate: { action: 'terminate' },
};
const ACTIONS: PossibleAction['action'][] = [
  'sync',
  'force',
  'refresh',
  'terminate',
];

/** What the caller may do to an Application now; where not, why not, in the words in which it would be refused. */
export function possibleActions(
  access: ApplicationAccess,
  app: StoredApplication,
  opened: OpenedEntity,
  facts: OperationFacts,
): Promise<PossibleAction[]> {
  return Promise.all(
    ACTIONS.map(async action => {
      const request = REQUESTS[action];
      const refusal = await access.refusal(
        operationDemand(request),
        app,
        opened,
      );
      return refusal
        ? { action, possible: false, reason: refusal }
        : { action, ...judgeOperation(facts, request) };
    }),
  );
}
