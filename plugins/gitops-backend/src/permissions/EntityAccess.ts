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
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  CompoundEntityRef,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { RESOURCE_TYPE_GITOPS_RESOURCE } from '@gitops-platform/backstage-plugin-gitops-common';
import type { Request } from 'express';
import type { ResourceAuthorizer, ResourceFilter } from './ResourceAuthorizer';

type ReadPermission = ResourcePermission<typeof RESOURCE_TYPE_GITOPS_RESOURCE>;

/** An entity that the caller may read, and what they may see of what belongs to it. */
export interface OpenedEntity {
  entity: Entity;
  entityRef: string;
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  filter: ResourceFilter;
}

/** An entity that the caller may read, opened for each part that is not forbidden. */
export interface OpenedParts<K extends string>
  extends Omit<OpenedEntity, 'filter'> {
  parts: Map<K, OpenedEntity>;
}

/** The door of every route below an entity. */
export class EntityAccess {
  readonly #httpAuth: HttpAuthService;
  readonly #catalog: CatalogService;
  readonly #authorizer: ResourceAuthorizer;
  readonly #onRead: (entity: Entity) => void;

  /** @param options - `onRead`: called with each entity as the catalog has it, once the caller may see something of it */
  static create(options: {
    httpAuth: HttpAuthService;
    catalog: CatalogService;
    authorizer: ResourceAuthorizer;
    onRead?: (entity: Entity) => void;
  }): EntityAccess {
    return new EntityAccess(options);
  }

  private constructor(options: {
    httpAuth: HttpAuthService;
    catalog: CatalogService;
    authorizer: ResourceAuthorizer;
    onRead?: (entity: Entity) => void;
  }) {
    this.#onRead = options.onRead ?? (() => {});
    this.#httpAuth = options.httpAuth;
    this.#catalog = options.catalog;
    this.#authorizer = options.authorizer;
  }

  /**
   * Rejects with `InputError` for `.` or `..` as a part of the reference.
   * Rejects with `NotFoundError` where the caller cannot read the entity, whether or not it exists, and only then
   * with `NotAllowedError`.
   */
  async open(
    req: Request<any, any, any, any, any>,
    ref: CompoundEntityRef,
    permission: ReadPermission,
  ): Promise<OpenedEntity> {
    return this.openAs(await this.callerOf(req), ref, permission);
  }

  /** The same, for a caller who came without a request, such as that of an action. */
  async openAs(
    credentials: OpenedEntity['credentials'],
    ref: CompoundEntityRef,
    permission: ReadPermission,
  ): Promise<OpenedEntity> {
    const { decided: filter, ...opened } = await this.#open(
      ref,
      credentials,
      this.#authorizer.filterFor(permission, credentials),
    );
    return { ...opened, filter };
  }

  /**
   * The same for a page of several parts, each with a permission of its own, decided in one call: one that is denied
   * closes its part alone.
   */
  async openParts<K extends string>(
    credentials: OpenedEntity['credentials'],
    ref: CompoundEntityRef,
    permissions: Map<K, ReadPermission>,
  ): Promise<OpenedParts<K>> {
    const { decided: decisions, ...opened } = await this.#open(
      ref,
      credentials,
      this.#authorizer.decide([...permissions.values()], credentials),
    );
    const parts = new Map<K, OpenedEntity>();
    [...permissions.keys()].forEach((part, index) => {
      const decision = decisions[index];
      if (decision.result !== AuthorizeResult.DENY) {
        const filter = this.#authorizer.filterOf(decision);
        parts.set(part, { ...opened, filter });
      }
    });
    return { ...opened, parts };
  }

  /** Who asks: people only. */
  callerOf(
    req: Request<any, any, any, any, any>,
  ): Promise<OpenedEntity['credentials']> {
    return this.#httpAuth.credentials(req, { allow: ['user'] });
  }

  /** Side by side, because both are calls over HTTP; judged in order, so that a refusal tells nothing of the entity. */
  async #open<T>(
    ref: CompoundEntityRef,
    credentials: OpenedEntity['credentials'],
    deciding: Promise<T>,
  ): Promise<Omit<OpenedEntity, 'filter'> & { decided: T }> {
    const [entity, decided] = await Promise.allSettled([
      this.#readEntity(ref, credentials),
      deciding,
    ]);
    if (entity.status === 'rejected') {
      throw entity.reason;
    }
    if (decided.status === 'rejected') {
      throw decided.reason;
    }
    this.#onRead(entity.value);
    return {
      entity: entity.value,
      entityRef: stringifyEntityRef(entity.value),
      credentials,
      decided: decided.value,
    };
  }

  async #readEntity(ref: CompoundEntityRef, credentials: BackstageCredentials) {
    // The catalog's client puts them into a path as they are, where they would lead to another of its routes.
    const dots = Object.values(ref).find(part => /^\.{1,2}$/.test(part));
    if (dots) {
      throw new InputError(
        `'${dots}' cannot be part of an entity reference: expected kind, namespace and name`,
      );
    }
    const entity = await this.#catalog.getEntityByRef(ref, { credentials });
    if (!entity) {
      throw new NotFoundError(
        `There is no entity ${stringifyEntityRef(ref)} that you may read`,
      );
    }
    return entity;
  }
}
