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
import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import { InputError, isError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { RESOURCE_TYPE_GITOPS_RESOURCE } from '@gitops-platform/backstage-plugin-gitops-common';
import { isOwnedBy } from '@gitops-platform/backstage-plugin-gitops-node';
import type { EntityAccess, OpenedEntity } from '../permissions/EntityAccess';
import type { FormQuestion } from './FormField';

/** Lets those ask about a release who own the component and may read what decides on it. */
export class ReleaseDoor {
  readonly #access: EntityAccess;
  readonly #userInfo: UserInfoService;

  static create(options: {
    access: EntityAccess;
    userInfo: UserInfoService;
  }): ReleaseDoor {
    return new ReleaseDoor(options.access, options.userInfo);
  }

  private constructor(access: EntityAccess, userInfo: UserInfoService) {
    this.#access = access;
    this.#userInfo = userInfo;
  }

  /** Rejects with an `InputError`, which the form shows as a refusal, where the task would refuse as well. */
  async open(
    { service, credentials }: FormQuestion,
    permission: ResourcePermission<typeof RESOURCE_TYPE_GITOPS_RESOURCE>,
  ): Promise<OpenedEntity> {
    if (!service) {
      throw new InputError('Choose a component.');
    }
    const [opened, { ownershipEntityRefs }] = await Promise.all([
      this.#openEntity(service, credentials, permission),
      this.#userInfo.getUserInfo(credentials),
    ]);
    if (!isOwnedBy(opened.entity, ownershipEntityRefs)) {
      throw new InputError(
        `You do not own ${opened.entityRef}: ask one of its owners to release it.`,
      );
    }
    return opened;
  }

  async #openEntity(
    service: string,
    credentials: FormQuestion['credentials'],
    permission: ResourcePermission<typeof RESOURCE_TYPE_GITOPS_RESOURCE>,
  ): Promise<OpenedEntity> {
    const ref = parseEntityRef(service, {
      defaultKind: 'component',
      defaultNamespace: DEFAULT_NAMESPACE,
    });
    try {
      return await this.#access.openAs(credentials, ref, permission);
    } catch (error) {
      if (
        isError(error) &&
        ['NotFoundError', 'NotAllowedError'].includes(error.name)
      ) {
        throw new InputError(error.message);
      }
      throw error;
    }
  }
}
