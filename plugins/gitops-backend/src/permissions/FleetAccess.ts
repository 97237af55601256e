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
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  gitopsApplicationReadPermission,
  gitopsFleetReadPermission,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { Request } from 'express';
import { isConditional } from './compileConditions';
import type { GitOpsResource } from './GitOpsResource';
import { refused, type ResourceAuthorizer } from './ResourceAuthorizer';

/** What one caller may see of the fleet, decided once per request. */
export interface FleetViewer {
  /** `catalog.entity.read` */
  reads(entityRef: string): boolean;
  /** `gitops.application.read` */
  allows(resource: GitOpsResource): boolean;
  /** `gitops.fleet.read` */
  fleet: boolean;
}

const NAME_FIELDS = ['kind', 'metadata.name', 'metadata.namespace'];
const PAGE_SIZE = 1_000;

interface Options {
  httpAuth: HttpAuthService;
  catalog: Pick<CatalogService, 'streamEntities'>;
  authorizer: ResourceAuthorizer;
  /** The filter, for the catalog, of the entities that matter. */
  entityFilter: NonNullable<
    Parameters<CatalogService['streamEntities']>[0]
  >['filter'];
}

/** The door of the fleet's routes. */
export class FleetAccess {
  readonly #options: Options;

  static create(options: Options): FleetAccess {
    return new FleetAccess(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Rejects with `NotAllowedError` where the caller may read no Application whatsoever and lacks `gitops.fleet.read`,
   * too.
   */
  async open(req: Request<any, any, any, any, any>): Promise<FleetViewer> {
    const { httpAuth, authorizer } = this.#options;
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const [[application, entity], fleet] = await Promise.all([
      authorizer.decide(
        [gitopsApplicationReadPermission, catalogEntityReadPermission],
        credentials,
      ),
      authorizer.allows(gitopsFleetReadPermission, credentials),
    ]);
    if (application.result === AuthorizeResult.DENY && !fleet) {
      throw refused(
        gitopsApplicationReadPermission.name,
        gitopsFleetReadPermission.name,
      );
    }
    const { allows } = authorizer.filterOf(application);
    const reads = await this.#readerOf(entity, credentials);
    return { reads, allows, fleet };
  }

  /** The catalog's conditions are the catalog's to apply: it is asked which entities the caller may read. */
  async #readerOf(
    decision: PolicyDecision,
    credentials: BackstageCredentials,
  ): Promise<FleetViewer['reads']> {
    if (!isConditional(decision)) {
      const allowed = decision.result === AuthorizeResult.ALLOW;
      return () => allowed;
    }
    const { catalog, entityFilter } = this.#options;
    const readable = new Set<string>();
    const pages: AsyncIterable<Entity[]> = catalog.streamEntities(
      { filter: entityFilter, fields: NAME_FIELDS, pageSize: PAGE_SIZE },
      { credentials },
    );
    for await (const page of pages) {
      page.forEach(one => readable.add(stringifyEntityRef(one)));
    }
    return entityRef => readable.has(entityRef);
  }
}
