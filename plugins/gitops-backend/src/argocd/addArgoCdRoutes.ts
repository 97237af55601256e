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
import { gitopsApplicationReadPermission } from '@gitops-platform/backstage-plugin-gitops-common';
import type { Request } from 'express';
import { audited } from '../audit/audited';
import { sendAnswer } from '../http/sendAnswer';
import type { EntityAccess } from '../permissions/EntityAccess';
import type { GitOpsRouter } from '../router';
import type { ClaimedApplications } from './ClaimedApplications';
import type { ApplicationHistoryReader } from './history/ApplicationHistoryReader';
import type { EntityApplicationsReader } from './overview/EntityApplicationsReader';
import type { ApplicationResourcesReader } from './resources/ApplicationResourcesReader';
import type { StoredApplication } from './store';

/** What answers the routes below `/v1/entities/{kind}/{namespace}/{name}/argocd`. */
export interface ArgoCdReaders {
  claimed: ClaimedApplications;
  overview: EntityApplicationsReader;
  history: ApplicationHistoryReader;
  resources: ApplicationResourcesReader;
}

type EntityPath = { kind: string; namespace: string; name: string };
type ApplicationPath = EntityPath & {
  instance: string;
  appNamespace: string;
  app: string;
};

/** The routes that show an entity's Argo CD Applications. */
export function addArgoCdRoutes(
  router: GitOpsRouter,
  options: ArgoCdReaders & { access: EntityAccess; auditor: AuditorService },
): void {
  const { access, auditor, claimed, overview, history, resources } = options;
  const base = '/v1/entities/:kind/:namespace/:name/argocd';

  router.get(base, async (req, res) => {
    const answer = await audited(
      auditor,
      {
        eventId: 'application-fetch',
        request: req,
        meta: { entityRef: stringifyEntityRef(entityOf(req)) },
      },
      async () =>
        overview.read(
          await access.open(
            req,
            entityOf(req),
            gitopsApplicationReadPermission,
          ),
        ),
    );
    sendAnswer(req, res, answer);
  });

  router.get(
    `${base}/:instance/:appNamespace/:app/history`,
    async (req, res) => {
      const answer = await showApplication(req, 'history-fetch', app =>
        history.read(app),
      );
      sendAnswer(req, res, answer);
    },
  );

  router.get(
    `${base}/:instance/:appNamespace/:app/resources`,
    async (req, res) => {
      const answer = await showApplication(req, 'resources-fetch', app =>
        resources.read(app),
      );
      sendAnswer(req, res, answer);
    },
  );

  function showApplication<T>(
    req: Request<ApplicationPath, any, any, any, any>,
    eventId: string,
    read: (app: StoredApplication) => Promise<T>,
  ): Promise<T> {
    const { instance, appNamespace, app } = req.params;
    const id = { instance, namespace: appNamespace, name: app };
    return audited(
      auditor,
      {
        eventId,
        request: req,
        meta: { entityRef: stringifyEntityRef(entityOf(req)), ...id },
      },
      async () => {
        const opened = await access.open(
          req,
          entityOf(req),
          gitopsApplicationReadPermission,
        );
        return read(claimed.open(id, opened));
      },
    );
  }
}

function entityOf(req: Request<EntityPath, any, any, any, any>): EntityPath {
  const { kind, namespace, name } = req.params;
  return { kind, namespace, name };
}
