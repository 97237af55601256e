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
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { PermissionRuleset } from '@backstage/plugin-permission-node';
import type { RESOURCE_TYPE_GITOPS_RESOURCE } from '@gitops-platform/backstage-plugin-gitops-common';
import { compileConditions, isConditional } from './compileConditions';
import type { GitOpsResource } from './GitOpsResource';
import { gitopsResourceRef } from './gitopsResourceRef';

/** Tells what of many resources the caller may see, after one decision. */
export interface ResourceFilter {
  /** Whether the decision hangs on the resource: some may be hidden from this caller. */
  conditional: boolean;
  allows(resource: GitOpsResource): boolean;
}

/**
 * Asks the permission framework, once per request: decisions are never cached, and conditions are applied here, in
 * memory, to any number of resources.
 */
export class ResourceAuthorizer {
  readonly #permissions: PermissionsService;
  readonly #ruleset: PermissionRuleset<GitOpsResource>;

  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): ResourceAuthorizer {
    return new ResourceAuthorizer(
      options.permissions,
      options.permissionsRegistry,
    );
  }

  private constructor(
    permissions: PermissionsService,
    registry: PermissionsRegistryService,
  ) {
    this.#permissions = permissions;
    this.#ruleset = registry.getPermissionRuleset(gitopsResourceRef);
  }

  /** Rejects with `NotAllowedError` where the permission is denied whatever the resource. */
  async filterFor(
    permission: ResourcePermission<typeof RESOURCE_TYPE_GITOPS_RESOURCE>,
    credentials: BackstageCredentials,
  ): Promise<ResourceFilter> {
    const [decision] = await this.decide([permission], credentials);
    if (decision.result === AuthorizeResult.DENY) {
      throw refused(permission.name);
    }
    return this.filterOf(decision);
  }

  /** One decision per permission, in one call. They may be of other plugins. */
  decide(
    permissions: ResourcePermission[],
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision[]> {
    return this.#permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
  }

  /** A decision on one of this plugin's resource permissions as a filter; one that denies lets nothing through. */
  filterOf(decision: PolicyDecision): ResourceFilter {
    if (isConditional(decision)) {
      return {
        conditional: true,
        allows: compileConditions(decision, this.#ruleset),
      };
    }
    const allowed = decision.result === AuthorizeResult.ALLOW;
    return { conditional: false, allows: () => allowed };
  }

  async allows(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }

  /** Rejects with `NotAllowedError` unless the permission is allowed. */
  async require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.allows(permission, credentials))) {
      throw refused(permission.name);
    }
  }
}

/** How a missing permission is told. */
export function refused(...permissions: string[]): NotAllowedError {
  return new NotAllowedError(
    `You need the permission ${permissions.join(
      ' or ',
    )}. Ask whoever maintains the permission policy.`,
  );
}
