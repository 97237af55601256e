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

import type { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { gitopsRouteReadPermission } from '@gitops-platform/backstage-plugin-gitops-common';
import { audited } from '../audit/audited';
import { awaitNews } from '../http/awaitNews';
import { sendAnswer } from '../http/sendAnswer';
import { WaitingRoom } from '../http/WaitingRoom';
import type { EntityAccess } from '../permissions/EntityAccess';
import type { GitOpsRouter } from '../router';
import type { EntityRoutesReader } from './EntityRoutesReader';

/** How many pages may wait for news at the same time; any more are answered at once. */
const WAITING_SEATS = 200;

/** The route that shows the routes of an entity. */
export function addTraefikRoutes(
  router: GitOpsRouter,
  options: {
    routes: EntityRoutesReader;
    access: EntityAccess;
    auditor: AuditorService;
  },
): void {
  const { access, auditor, routes } = options;
  const room = WaitingRoom.create({ seats: WAITING_SEATS });
  router.get(
    '/v1/entities/:kind/:namespace/:name/traefik',
    async (req, res) => {
      const { kind, namespace, name } = req.params;
      const ref = { kind, namespace, name };
      const { answer, waited } = await audited(
        auditor,
        {
          eventId: 'routes-fetch',
          request: req,
          meta: { entityRef: stringifyEntityRef(ref) },
        },
        async () => {
          const opened = await access.open(req, ref, gitopsRouteReadPermission);
          return awaitNews({
            req,
            res,
            room,
            read: () => routes.read(opened),
            subscribe: listener => routes.onChange(opened.entityRef, listener),
          });
        },
      );
      sendAnswer(req, res, answer, { waited });
    },
  );
}
