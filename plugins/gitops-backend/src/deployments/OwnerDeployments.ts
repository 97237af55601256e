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

import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Deployments } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoCdInstances } from '../argocd/ArgoCdInstances';
import { applicationKey } from '../argocd/store';
import { CLAIMING_FILTER } from '../fleet/claims/ClaimingEntity';
import type { OpenedEntity } from '../permissions/EntityAccess';
import type { DeploymentsReader } from './DeploymentsReader';
import type { EntityDeployments } from './EntityDeployments';
import type { OpenedDeployments } from './OpenedDeployments';
import type { Period } from './parsePeriod';
import type { VisibleApplication } from './VisibleApplication';

const PAGE_SIZE = 500;
/** Beyond that, the figures are of a part, and the answer says so. */
const MAX_APPLICATIONS = 1_000;
/** No claims at all concern every instance. */
const EVERYWHERE = { names: [] };

interface Options {
  reader: DeploymentsReader;
  entities: Pick<EntityDeployments, 'claimedBy'>;
  catalog: Pick<CatalogService, 'streamEntities'>;
  instances: Pick<ArgoCdInstances, 'statuses'>;
}

/** The recorded deployments of all that a group or user owns, as far as the caller may read it. */
export class OwnerDeployments {
  readonly #options: Options;

  static create(options: Options): OwnerDeployments {
    return new OwnerDeployments(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @param owner - the owner's entity, opened by the caller */
  async read(owner: OpenedDeployments, period: Period): Promise<Deployments> {
    const { reader, instances } = this.#options;
    const { visible, hidden } = await this.#applicationsOf(owner);
    const deployments = await reader.read(
      visible.slice(0, MAX_APPLICATIONS),
      period,
      owner.secrets,
    );
    return {
      ...deployments,
      ...(visible.length > MAX_APPLICATIONS && { truncated: true }),
      hidden,
      instances: instances.statuses(EVERYWHERE),
    };
  }

  /** Each Application once, whichever of the owner's entities claim it. */
  async #applicationsOf({
    entityRef: ownerRef,
    credentials,
    filter,
  }: OpenedEntity) {
    const visible = new Map<string, VisibleApplication>();
    let hidden = 0;
    const pages = this.#options.catalog.streamEntities(
      {
        filter: CLAIMING_FILTER.map(claiming => ({
          ...claiming,
          'relations.ownedBy': ownerRef,
        })),
        pageSize: PAGE_SIZE,
      },
      { credentials },
    );
    for await (const page of pages) {
      for (const entity of page) {
        const found = this.#options.entities.claimedBy({
          entity,
          entityRef: stringifyEntityRef(entity),
          filter,
        });
        hidden += found.hidden;
        for (const one of found.visible) {
          const key = applicationKey(one.app);
          visible.set(key, visible.get(key) ?? one);
        }
      }
    }
    return { visible: [...visible.values()], hidden };
  }
}
