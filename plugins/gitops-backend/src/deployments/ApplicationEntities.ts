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

import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ApplicationBinding } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ClaimedApplications } from '../argocd/ClaimedApplications';
import {
  applicationKey,
  ClaimIndex,
  type ApplicationStore,
  type StoredApplication,
} from '../argocd/store';
import type { ClaimingEntities } from '../fleet/claims/ClaimingEntities';
import type { ClaimingEntity } from '../fleet/claims/ClaimingEntity';

interface Options {
  entities: Pick<ClaimingEntities, 'current'>;
  store: Pick<ApplicationStore, 'lineageOf'>;
  claimed: Pick<ClaimedApplications, 'bindingOf' | 'find' | 'showsState'>;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  auth: AuthService;
}

/** Which entities an Application belongs to, with the backend's own eyes: for what no person asks for. */
export class ApplicationEntities {
  readonly #options: Options;
  #index: ClaimIndex = ClaimIndex.create();
  #indexed: ReadonlyMap<string, ClaimingEntity> | undefined;

  static create(options: Options): ApplicationEntities {
    return new ApplicationEntities(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Those that may show its state, the ones whose claim is proved first.
   *
   * Rejects with `ServiceUnavailableError` where the catalog has never been read.
   */
  async of(app: StoredApplication): Promise<ClaimingEntity[]> {
    const { entities, store, claimed } = this.#options;
    const current = await entities.current();
    if (current !== this.#indexed) {
      this.#index = ClaimIndex.create();
      current.forEach(({ claim }, ref) => this.#index.set(ref, claim));
      this.#indexed = current;
    }
    const key = applicationKey(app);
    return [...this.#index.concerning(store.lineageOf(app))]
      .sort()
      .flatMap(entityRef => current.get(entityRef) ?? [])
      .filter(({ claim }) =>
        claimed.find(claim).some(one => applicationKey(one) === key),
      )
      .map(one => ({ one, binding: claimed.bindingOf(app, one.entity) }))
      .filter(({ binding }) => claimed.showsState(binding))
      .sort((a, b) => rankOf(a.binding) - rankOf(b.binding))
      .map(({ one }) => one);
  }

  /** The first of them, whole. */
  async entityOf(app: StoredApplication): Promise<Entity | undefined> {
    const { catalog, auth } = this.#options;
    const [first] = await this.of(app);
    return (
      first &&
      catalog.getEntityByRef(first.entityRef, {
        credentials: await auth.getOwnServiceCredentials(),
      })
    );
  }
}

function rankOf({ status }: ApplicationBinding): number {
  return status === 'proved' ? 0 : 1;
}
