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
  gitopsInstanceReadPermission,
];
