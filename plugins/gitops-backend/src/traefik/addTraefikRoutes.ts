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
import { gitopsRouteReadPermission } from '@gitops-platform/backstage-plugin-gitops-common';
import { EntityPages } from '../http/EntityPages';
import type { EntityAccess } from '../permissions/EntityAccess';
import type { GitOpsRouter } from '../router';
import type { EntityRoutesReader } from './EntityRoutesReader';

/** The route that shows the routes of an entity. */
export function addTraefikRoutes(
  router: GitOpsRouter,
  options: {
    routes: EntityRoutesReader;
    access: EntityAccess;
    auditor: AuditorService;
  },
): void {
  const { routes } = options;
  const pages = EntityPages.create(options);

  router.get('/v1/entities/:kind/:namespace/:name/traefik', (req, res) =>
    pages.show(req, res, {
      eventId: 'routes-fetch',
      permission: gitopsRouteReadPermission,
      read: opened => routes.read(opened),
      onChange: (entityRef, listener) => routes.onChange(entityRef, listener),
    }),
  );
}
