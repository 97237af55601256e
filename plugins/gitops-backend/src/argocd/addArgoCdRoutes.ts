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
import { gitopsApplicationReadPermission } from '@gitops-platform/backstage-plugin-gitops-common';
import { EntityPages } from '../http/EntityPages';
import { sendAnswer } from '../http/sendAnswer';
import type { EntityAccess } from '../permissions/EntityAccess';
import type { ResourceAuthorizer } from '../permissions/ResourceAuthorizer';
import type { GitOpsRouter } from '../router';
import { ApplicationAccess } from './ApplicationAccess';
import type { ClaimedApplications } from './ClaimedApplications';
import type { ApplicationExplainer } from './explain/ApplicationExplainer';
import { addDetailRoutes, type DetailReaders } from './details/addDetailRoutes';
import type { ApplicationHistoryReader } from './history/ApplicationHistoryReader';
import type { EntityApplicationsReader } from './overview/EntityApplicationsReader';
import {
  addOperationRoutes,
  type OperationReaders,
} from './operations/addOperationRoutes';
import type { ApplicationResourcesReader } from './resources/ApplicationResourcesReader';

/** What answers the routes below `/v1/entities/{kind}/{namespace}/{name}/argocd`. */
export interface ArgoCdReaders {
  claimed: ClaimedApplications;
  overview: EntityApplicationsReader;
  history: ApplicationHistoryReader;
  resources: ApplicationResourcesReader;
  details: DetailReaders;
  operations: OperationReaders;
  explainer: ApplicationExplainer;
}

/** The routes that show an entity's Argo CD Applications. */
export function addArgoCdRoutes(
  router: GitOpsRouter,
  options: ArgoCdReaders & {
    access: EntityAccess;
    auditor: AuditorService;
    authorizer: ResourceAuthorizer;
  },
): void {
  const { overview, history, resources } = options;
  const base = '/v1/entities/:kind/:namespace/:name/argocd';
  const pages = EntityPages.create(options);

  router.get(base, (req, res) =>
    pages.show(req, res, {
      eventId: 'application-fetch',
      permission: gitopsApplicationReadPermission,
      read: opened => overview.read(opened),
      onChange: (entityRef, listener) => overview.onChange(entityRef, listener),
    }),
  );

  const application = ApplicationAccess.create(options);
  router.get(
    `${base}/:instance/:appNamespace/:app/history`,
    async (req, res) => {
      const answer = await application.show(
        req,
        { eventId: 'history-fetch' },
        (app, { entity }) => history.read(app, entity),
      );
      sendAnswer(req, res, answer);
    },
  );

  router.get(
    `${base}/:instance/:appNamespace/:app/resources`,
    async (req, res) => {
      const answer = await application.show(
        req,
        { eventId: 'resources-fetch' },
        app => resources.read(app),
      );
      sendAnswer(req, res, answer);
    },
  );

  addDetailRoutes(router, application, options.details);
  addOperationRoutes(router, application, options.operations);
}
