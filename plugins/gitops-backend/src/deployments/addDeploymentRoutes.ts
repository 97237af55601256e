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
import { InputError } from '@backstage/errors';
import { gitopsDeploymentReadPermission } from '@gitops-platform/backstage-plugin-gitops-common';
import { audited } from '../audit/audited';
import { EntityPages } from '../http/EntityPages';
import { sendAnswer } from '../http/sendAnswer';
import type { EntityAccess } from '../permissions/EntityAccess';
import type { GitOpsRouter } from '../router';
import type { EntityDeployments } from './EntityDeployments';
import { openDeployments } from './OpenedDeployments';
import type { OwnerDeployments } from './OwnerDeployments';
import { parsePeriod } from './parsePeriod';

/** Each that waits reads the database at every change. */
const WAITING_SEATS = 50;
const OWNER_KINDS = ['group', 'user'];

/** The routes that show recorded deployments and the figures that follow from them. */
export function addDeploymentRoutes(
  router: GitOpsRouter,
  options: {
    access: EntityAccess;
    auditor: AuditorService;
    entities: EntityDeployments;
    owners: OwnerDeployments;
  },
): void {
  const { access, auditor, entities, owners } = options;
  const pages = EntityPages.create({
    auditor,
    access: { open: (req, ref) => openDeployments(access, req, ref) },
    seats: WAITING_SEATS,
  });

  router.get('/v1/entities/:kind/:namespace/:name/deployments', (req, res) => {
    const now = new Date();
    return pages.show(req, res, {
      eventId: 'deployments-fetch',
      permission: gitopsDeploymentReadPermission,
      read: opened => entities.read(opened, parsePeriod(req.query, now)),
      onChange: (entityRef, listener) => entities.onChange(entityRef, listener),
    });
  });

  router.get(
    '/v1/owners/:kind/:namespace/:name/deployments',
    async (req, res) => {
      const { kind, namespace, name } = req.params;
      const ref = { kind, namespace, name };
      const answer = await audited(
        auditor,
        {
          eventId: 'owner-deployments-fetch',
          request: req,
          meta: { ownerRef: stringifyEntityRef(ref) },
        },
        async () => {
          const opened = await openDeployments(access, req, ref);
          if (!OWNER_KINDS.includes(kind.toLowerCase())) {
            throw new InputError(
              `kind: found '${kind}', expected one of ${OWNER_KINDS.join(
                ' and ',
              )}`,
            );
          }
          return owners.read(opened, parsePeriod(req.query, new Date()));
        },
      );
      sendAnswer(req, res, answer);
    },
  );
}
