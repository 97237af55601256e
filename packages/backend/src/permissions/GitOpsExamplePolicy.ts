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

import type { UserInfoService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
  isReadPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createGitOpsConditionalDecision,
  gitopsConditions,
} from '@gitops-platform/backstage-plugin-gitops-backend';
import {
  gitopsApplicationReadPermission,
  gitopsDeploymentReadPermission,
  gitopsFleetReadPermission,
  gitopsInstanceReadPermission,
  gitopsRouteReadPermission,
  RESOURCE_TYPE_GITOPS_RESOURCE,
} from '@gitops-platform/backstage-plugin-gitops-common';

const PLATFORM_ENGINEERS = 'group:default/platform-engineers';

/** Where anybody sees the state of anybody's services; manifests, logs and secrets tell more, and are their owners' everywhere. */
const OPEN_ENVIRONMENTS = ['dev', 'staging'];

/** Where developers may sync, refresh and terminate. */
const OWN_HANDS = ['dev'];

/** What runs, since when, and how it is reached. */
const STATE = [
  gitopsApplicationReadPermission,
  gitopsRouteReadPermission,
  gitopsDeploymentReadPermission,
];

/** What concerns the platform, and no service. */
const OF_ENGINEERS = [gitopsInstanceReadPermission, gitopsFleetReadPermission];

/**
 * An example to start from: platform engineers see and do everything. Everybody else sees their own services wherever
 * they run, logs, masked manifests and what is known of secrets included, and the state of others' outside production,
 * syncs their own services in dev, and sees nothing of the upstream instances.
 */
export class GitOpsExamplePolicy implements PermissionPolicy {
  readonly #userInfo: UserInfoService;

  static create(options: { userInfo: UserInfoService }): GitOpsExamplePolicy {
    return new GitOpsExamplePolicy(options.userInfo);
  }

  private constructor(userInfo: UserInfoService) {
    this.#userInfo = userInfo;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const isResource = isResourcePermission(
      permission,
      RESOURCE_TYPE_GITOPS_RESOURCE,
    );
    const isOfEngineers = OF_ENGINEERS.some(one =>
      isPermission(permission, one),
    );
    if (!isResource && !isOfEngineers) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    const { ownershipEntityRefs: claims } = await this.#userInfo.getUserInfo(
      user.credentials,
    );
    if (claims.includes(PLATFORM_ENGINEERS)) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (!isResource) {
      return { result: AuthorizeResult.DENY };
    }
    const isOwn = gitopsConditions.isEntityOwner({ claims });
    const isIn = (environments: string[]) =>
      gitopsConditions.inEnvironment({ environments });
    const isState = STATE.some(one => isPermission(permission, one));
    return createGitOpsConditionalDecision(
      permission,
      isReadPermission(permission)
        ? { anyOf: [isOwn, ...(isState ? [isIn(OPEN_ENVIRONMENTS)] : [])] }
        : { allOf: [isOwn, isIn(OWN_HANDS)] },
    );
  }
}
