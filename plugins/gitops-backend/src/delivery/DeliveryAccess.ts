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

import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  stringifyEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import {
  gitopsApplicationReadPermission,
  gitopsDeploymentReadPermission,
  gitopsRouteReadPermission,
  gitopsSecretMetadataReadPermission,
  type RESOURCE_TYPE_GITOPS_RESOURCE,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { Request } from 'express';
import { audited } from '../audit/audited';
import type {
  EntityAccess,
  OpenedEntity,
  OpenedParts,
} from '../permissions/EntityAccess';
import type { DeliverySources } from './DeliveryReader';

/** An entity, opened for those parts of its delivery that the caller may read. */
export type OpenedDelivery = OpenedParts<keyof DeliverySources>;

const PERMISSIONS = new Map<
  keyof DeliverySources,
  ResourcePermission<typeof RESOURCE_TYPE_GITOPS_RESOURCE>
>([
  ['applications', gitopsApplicationReadPermission],
  ['secrets', gitopsSecretMetadataReadPermission],
  ['routes', gitopsRouteReadPermission],
  ['deployments', gitopsDeploymentReadPermission],
]);

interface Options {
  access: Pick<EntityAccess, 'openParts'>;
  auditor: AuditorService;
  /** Whether there is anything that could tell of secrets. */
  knowsSecrets: boolean;
}

/** The door of an entity's delivery: the entity, each part's own permission, and the auditor's events. */
export class DeliveryAccess {
  readonly #options: Options;

  static create(options: Options): DeliveryAccess {
    return new DeliveryAccess(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Rejects where the caller may not read the entity. A part that they may not read is left out, which is no error. */
  show<T>(
    call: {
      entity: CompoundEntityRef;
      credentials: () => Promise<OpenedEntity['credentials']>;
      eventId: string;
      request?: Request<any, any, any, any, any>;
      meta?: JsonObject;
    },
    read: (opened: OpenedDelivery) => Promise<T>,
  ): Promise<T> {
    const { access, auditor, knowsSecrets } = this.#options;
    const { entity, eventId, request } = call;
    const meta = { entityRef: stringifyEntityRef(entity), ...call.meta };
    return audited(auditor, { eventId, request, meta }, async () => {
      const opened = await access.openParts(
        await call.credentials(),
        entity,
        PERMISSIONS,
      );
      // Whoever follows who saw names of secrets looks for one kind of event.
      return knowsSecrets && opened.parts.has('secrets')
        ? audited(
            auditor,
            {
              eventId: 'secret-metadata-fetch',
              severityLevel: 'medium',
              request,
              meta,
            },
            () => read(opened),
          )
        : read(opened);
    });
  }
}
