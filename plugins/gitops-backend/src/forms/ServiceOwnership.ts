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
  BackstageCredentials,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ServiceRequest } from '@gitops-platform/backstage-plugin-gitops-node';
import { ownersOf } from '../permissions/ownersOf';

/** Tells the people who own a service from those who know who does. */
export class ServiceOwnership {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #userInfo: UserInfoService;

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    userInfo: UserInfoService;
  }): ServiceOwnership {
    return new ServiceOwnership(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    userInfo: UserInfoService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#userInfo = options.userInfo;
  }

  /**
   * Whether the person belongs to the owner that the form names and to one whom the catalog knows as the service's.
   * A service that the catalog does not have is nobody's: anybody could have typed its name.
   */
  async isOwner(
    { name, owner }: Pick<ServiceRequest, 'name' | 'owner'>,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<boolean> {
    const [{ ownershipEntityRefs }, entity] = await Promise.all([
      this.#userInfo.getUserInfo(credentials),
      this.#catalog.getEntityByRef(`component:default/${name}`, {
        credentials: await this.#auth.getOwnServiceCredentials(),
      }),
    ]);
    const owners = entity ? ownersOf(entity) : [];
    return (
      ownershipEntityRefs.includes(owner) &&
      owners.some(ref => ownershipEntityRefs.includes(ref))
    );
  }
}
