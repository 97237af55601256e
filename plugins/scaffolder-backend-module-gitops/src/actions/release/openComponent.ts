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
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { isOwnedBy } from '@gitops-platform/backstage-plugin-gitops-node';

/** A component whose release somebody may change, and who that is. */
export interface OpenedComponent {
  entity: Entity;
  entityRef: string;
  /** Entity reference of the person. */
  askedBy: string;
}

/**
 * Opens a component for the person who started the task.
 *
 * Rejects with a `NotFoundError` where they may not read it, whether or not it exists, and with a `NotAllowedError`
 * where they do not own it, or where no person started the task.
 */
export async function openComponent(options: {
  component: string;
  credentials: BackstageCredentials;
  auth: AuthService;
  catalog: CatalogService;
  userInfo: UserInfoService;
}): Promise<OpenedComponent> {
  const { component, credentials, auth, catalog, userInfo } = options;
  const entityRef = stringifyEntityRef(
    parseEntityRef(component, {
      defaultKind: 'component',
      defaultNamespace: DEFAULT_NAMESPACE,
    }),
  );
  if (!auth.isPrincipal(credentials, 'user')) {
    throw new NotAllowedError(
      'component: only a person who owns it may release it; start the task as one',
    );
  }
  const [entity, { ownershipEntityRefs, userEntityRef }] = await Promise.all([
    catalog.getEntityByRef(entityRef, { credentials }),
    userInfo.getUserInfo(credentials),
  ]);
  if (!entity) {
    throw new NotFoundError(
      `component: there is no entity ${entityRef} that you may read`,
    );
  }
  if (!isOwnedBy(entity, ownershipEntityRefs)) {
    throw new NotAllowedError(
      `component: you do not own ${entityRef}; ask one of its owners to release it`,
    );
  }
  return { entity, entityRef, askedBy: userEntityRef };
}
