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

import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The type of what the GitOps permissions guard: an application, secret path or route, together with its
 * entity, owner, environment, instance and project.
 * @public
 */
export const RESOURCE_TYPE_GITOPS_RESOURCE = 'gitops-resource';

/**
 * See an Application's state on the page of an entity that claims it.
 * @public
 */
export const gitopsApplicationReadPermission = createPermission({
  name: 'gitops.application.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_GITOPS_RESOURCE,
});

/**
 * Sync an Application to what Git says. Needs a proved claim as well.
 * @public
 */
export const gitopsApplicationSyncPermission = createPermission({
  name: 'gitops.application.sync',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_GITOPS_RESOURCE,
});

/**
 * Sync with force, which deletes and creates again what cannot be changed. Beside `gitops.application.sync`.
 * @public
 */
export const gitopsApplicationForcePermission = createPermission({
  name: 'gitops.application.force',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_GITOPS_RESOURCE,
});

/**
 * Have Argo CD compare an Application with Git now. Needs a proved claim as well.
 * @public
 */
export const gitopsApplicationRefreshPermission = createPermission({
  name: 'gitops.application.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_GITOPS_RESOURCE,
});

/**
 * End an operation that runs. Needs a proved claim as well.
 * @public
 */
export const gitopsApplicationTerminatePermission = createPermission({
  name: 'gitops.application.terminate',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_GITOPS_RESOURCE,
});

/**
 * See masked diffs, parameters and values of an Application. Needs a proved claim as well.
 * @public
 */
export const gitopsApplicationManifestsReadPermission = createPermission({
  name: 'gitops.application.manifests.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_GITOPS_RESOURCE,
});

/**
 * See masked logs of an Application's pods. Needs a proved claim as well.
 * @public
 */
export const gitopsApplicationLogsReadPermission = createPermission({
  name: 'gitops.application.logs.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_GITOPS_RESOURCE,
});

/**
 * See names, key names, versions and ages of an entity's secrets, never a value. Needs a proved path.
 * @public
 */
export const gitopsSecretMetadataReadPermission = createPermission({
  name: 'gitops.secret-metadata.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_GITOPS_RESOURCE,
});

/**
 * See the routes that lead to an entity.
 * @public
 */
export const gitopsRouteReadPermission = createPermission({
  name: 'gitops.route.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_GITOPS_RESOURCE,
});

/**
 * See the recorded deployments of an Application, and the figures that follow from them.
 * @public
 */
export const gitopsDeploymentReadPermission = createPermission({
  name: 'gitops.deployment.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_GITOPS_RESOURCE,
});

/**
 * See Applications that no entity claims, on the fleet page.
 * @public
 */
export const gitopsFleetReadPermission = createPermission({
  name: 'gitops.fleet.read',
  attributes: { action: 'read' },
});

/**
 * See how the upstream instances fare.
 * @public
 */
export const gitopsInstanceReadPermission = createPermission({
  name: 'gitops.instance.read',
  attributes: { action: 'read' },
});

/**
 * Every permission of the GitOps plugins, in the order of the documentation.
 * @public
 */
export const gitopsPermissions = [
  gitopsApplicationReadPermission,
  gitopsApplicationSyncPermission,
  gitopsApplicationForcePermission,
  gitopsApplicationRefreshPermission,
  gitopsApplicationTerminatePermission,
  gitopsApplicationManifestsReadPermission,
  gitopsApplicationLogsReadPermission,
  gitopsSecretMetadataReadPermission,
  gitopsRouteReadPermission,
  gitopsDeploymentReadPermission,
  gitopsFleetReadPermission,
  gitopsInstanceReadPermission,
];
