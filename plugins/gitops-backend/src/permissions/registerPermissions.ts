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
  AuthService,
  PermissionsRegistryService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  isResourcePermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  gitopsPermissions,
  RESOURCE_TYPE_GITOPS_RESOURCE,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ClaimedApplications } from '../argocd/ClaimedApplications';
import { parseApplicationRef } from './applicationResourceRef';
import type { GitOpsResource } from './GitOpsResource';
import { gitopsResourceRef } from './gitopsResourceRef';
import { gitopsRules } from './rules';

/** Makes the permission framework know what it decides on, and how to look at one of them. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  auth: AuthService;
  catalog: CatalogService;
  claimed: ClaimedApplications;
}): void {
  const { permissionsRegistry, auth, catalog, claimed } = options;

  async function load(ref: string): Promise<GitOpsResource | undefined> {
    const id = parseApplicationRef(ref);
    const entity =
      id &&
      (await catalog.getEntityByRef(id.entityRef, {
        credentials: await auth.getOwnServiceCredentials(),
      }));
    if (!entity) {
      return undefined;
    }
    const app = claimed.get(entity, id);
    return (
      app &&
      claimed.resourceOf(app, { entity, entityRef: stringifyEntityRef(entity) })
    );
  }

  const isResource = (permission: Permission) =>
    isResourcePermission(permission, RESOURCE_TYPE_GITOPS_RESOURCE);
  permissionsRegistry.addPermissions(
    gitopsPermissions.filter(permission => !isResource(permission)),
  );
  permissionsRegistry.addResourceType({
    resourceRef: gitopsResourceRef,
    permissions: gitopsPermissions.filter(isResource),
    rules: Object.values(gitopsRules),
    getResources: refs => Promise.all(refs.map(load)),
  });
}
