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

import type { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ApplicationBinding } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  ApplicationClaim,
  claimOf,
  environmentOf,
  GitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { bindingOf } from '../bindings/bindingOf';
import type { OpenedEntity } from '../permissions/EntityAccess';
import type { GitOpsResource } from '../permissions/GitOpsResource';
import { ownersOf } from '../permissions/ownersOf';
import type {
  ApplicationId,
  ApplicationStore,
  StoredApplication,
} from './store';

/** A selector such as `!x` claims every Application there is, and each costs a look at Git and a place in the answer. */
export const MAX_CLAIMED = 200;

/** Resolves what entities claim, and what permission rules see of it. */
export class ClaimedApplications {
  readonly #store: ApplicationStore;
  readonly #config: GitOpsConfig;

  static create(options: {
    store: ApplicationStore;
    config: GitOpsConfig;
  }): ClaimedApplications {
    return new ClaimedApplications(options.store, options.config);
  }

  private constructor(store: ApplicationStore, config: GitOpsConfig) {
    this.#store = store;
    this.#config = config;
  }

  /** The claim of an entity; `undefined` where it has none. */
  claimOf(entity: Entity): ApplicationClaim | undefined {
    return claimOf(entity);
  }

  /**
   * What a claim names or selects, the Applications of an ApplicationSet that it names, and the Applications that any
   * of these has among its resources. In promotion order, then as the store has them. What runs in no configured
   * environment comes last. No more than {@link MAX_CLAIMED}.
   */
  find(claim: ApplicationClaim): StoredApplication[] {
    if (claim.problem) {
      return [];
    }
    return this.#store
      .find(claim, MAX_CLAIMED)
      .map(app => ({ app, rank: this.#rankOf(app) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ app }) => app);
  }

  #rankOf(app: StoredApplication): number {
    const { environments } = this.#config;
    const environment = this.environmentOf(app);
    const index = environments.findIndex(({ name }) => name === environment);
    return index < 0 ? environments.length : index;
  }

  /** One Application, where the entity claims it. */
  get(entity: Entity, id: ApplicationId): StoredApplication | undefined {
    const claim = this.claimOf(entity);
    return (
      claim &&
      this.find(claim).find(
        ({ instance, namespace, name }) =>
          instance === id.instance &&
          namespace === id.namespace &&
          name === id.name,
      )
    );
  }

  environmentOf(app: StoredApplication): string {
    return environmentOf(app, this.#config);
  }

  bindingOf(app: StoredApplication, entity: Entity): ApplicationBinding {
    return bindingOf(app, entity, this.#config.bindings);
  }

  /** Whether the state of an Application may be shown on the entity's page. */
  showsState(binding: ApplicationBinding): boolean {
    return (
      this.#config.bindings.mode !== 'strict' || binding.status === 'proved'
    );
  }

  /** What permission rules see of an Application on the page of an entity. */
  resourceOf(
    app: StoredApplication,
    { entity, entityRef }: Pick<OpenedEntity, 'entity' | 'entityRef'>,
  ): GitOpsResource {
    return {
      entityRef,
      owners: ownersOf(entity),
      environment: this.environmentOf(app),
      project: app.project,
      instance: app.instance,
    };
  }

  /**
   * One Application of an entity, for the routes that show more of it.
   *
   * Rejects with `NotFoundError`, and the same words, where the entity does not claim it, where it does not exist and
   * where the caller may not see it; with `NotAllowedError` where the claim needs a proof.
   */
  open(id: ApplicationId, opened: OpenedEntity): StoredApplication {
    const app = this.get(opened.entity, id);
    if (!app || !opened.filter.allows(this.resourceOf(app, opened))) {
      throw new NotFoundError(
        `${opened.entityRef} has no Application ${id.namespace}/${id.name} on instance ${id.instance} that you may see`,
      );
    }
    const binding = this.bindingOf(app, opened.entity);
    if (!this.showsState(binding)) {
      throw new NotAllowedError(binding.reason);
    }
    return app;
  }
}
