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

import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  gitopsDeploymentReadPermission,
  gitopsSecretMetadataReadPermission,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { Request } from 'express';
import type { EntityAccess, OpenedEntity } from '../permissions/EntityAccess';
import {
  refused,
  type ResourceFilter,
} from '../permissions/ResourceAuthorizer';

/** An entity, opened for its recorded deployments. */
export interface OpenedDeployments extends OpenedEntity {
  /** Of which secrets the caller may see metadata; left out, of none. */
  secrets?: ResourceFilter;
}

/**
 * Opens an entity for its recorded deployments. Rejects as {@link EntityAccess.open} does; that metadata of secrets is
 * forbidden is no reason to.
 */
export async function openDeployments(
  access: Pick<EntityAccess, 'callerOf' | 'openParts'>,
  req: Request<any, any, any, any, any>,
  ref: CompoundEntityRef,
): Promise<OpenedDeployments> {
  const { parts } = await access.openParts(
    await access.callerOf(req),
    ref,
    new Map([
      ['deployments', gitopsDeploymentReadPermission],
      ['secrets', gitopsSecretMetadataReadPermission],
    ]),
  );
  const opened = parts.get('deployments');
  if (!opened) {
    throw refused(gitopsDeploymentReadPermission.name);
  }
  return { ...opened, secrets: parts.get('secrets')?.filter };
}
