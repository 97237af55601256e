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
import type { Request } from 'express';
import { sendAnswer } from '../../http/sendAnswer';
import type { GitOpsRouter } from '../../router';
import type { ApplicationAccess, ApplicationPath } from '../ApplicationAccess';
import { operationDemand } from './operationDemand';
import type { OperationFactsReader } from './OperationFactsReader';
import type { OperationRequest } from './OperationRequest';
import type { Operator } from './Operator';
import { possibleActions } from './possibleActions';

/** What answers the routes of operations. */
export interface OperationReaders {
  facts: OperationFactsReader;
  operator: Operator;
}

/** The routes that show and begin operations of one Application. */
export function addOperationRoutes(
  router: GitOpsRouter,
  access: ApplicationAccess,
  { facts, operator }: OperationReaders,
): void {
  const base =
    '/v1/entities/:kind/:namespace/:name/argocd/:instance/:appNamespace/:app';

  router.get(`${base}/operations`, async (req, res) => {
    const answer = await access.show(
      req,
      { eventId: 'operations-fetch' },
      async (app, opened): Promise<ApplicationOperations> => {
        const { facts: known, status } = await facts.recent(app);
        return {
          actions: operator.off
            ? []
            : await possibleActions(access, app, opened, known),
          operation: known.operation,
          instances: [status],
        };
      },
    );
    sendAnswer(req, res, answer);
  });

  const begin = (
    req: Request<ApplicationPath, any, any, any, any>,
    request: OperationRequest,
  ) => {
    const demand = operationDemand(request);
    return access.show(
      req,
      // Nobody should ask for permissions that would not help.
      operator.off ? { ...demand, permissions: [], proof: false } : demand,
      (app, { credentials }) =>
        operator.perform(app, request, credentials.principal.userEntityRef),
    );
  };
  router.post(`${base}/sync`, async (req, res) => {
    res.status(202).json(await begin(req, { ...req.body, action: 'sync' }));
  });
  router.post(`${base}/refresh`, async (req, res) => {
    res.status(202).json(await begin(req, { ...req.body, action: 'refresh' }));
  });
  router.post(`${base}/terminate`, async (req, res) => {
    res.status(202).json(await begin(req, { action: 'terminate' }));
  });
}
