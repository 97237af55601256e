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

import type { ClaimedApplications } from '../../argocd/ClaimedApplications';
import {
  applicationKey,
  ClaimIndex,
  isClaimedAlike,
  MultiMap,
  type ApplicationChange,
  type ApplicationStore,
} from '../../argocd/store';
import type { ClaimingEntity } from './ClaimingEntity';

interface Options {
  store: Pick<ApplicationStore, 'lineageOf'>;
  claimed: Pick<ClaimedApplications, 'find'>;
}

/**
 * Which entities claim which Application: just what their own pages show. Kept up to date claim by claim, as entities
 * and Applications change.
 */
export class Claimants {
  readonly #options: Options;
  readonly #index = ClaimIndex.create();
  readonly #byApplication = MultiMap.create<string>();
  /** The Applications that an entity claims, as keys. */
  readonly #found = new Map<string, string[]>();
  readonly #outdated = new Set<string>();
  #entities: ReadonlyMap<string, ClaimingEntity> = new Map();

  static create(options: Options): Claimants {
    return new Claimants(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Takes over what the catalog has now. Entries that are the same objects have not changed. */
  setEntities(entities: ReadonlyMap<string, ClaimingEntity>): void {
    if (entities === this.#entities) {
      return;
    }
    const before = this.#entities;
    this.#entities = entities;
    for (const entityRef of before.keys()) {
      if (!entities.has(entityRef)) {
        this.#index.delete(entityRef);
        this.#outdated.add(entityRef);
      }
    }
    for (const [entityRef, entity] of entities) {
      if (before.get(entityRef) !== entity) {
        this.#index.set(entityRef, entity.claim);
        this.#outdated.add(entityRef);
      }
    }
  }

  /** An Application changed, appeared or went. */
  applicationChanged({ application, previous, removed }: ApplicationChange) {
    if (previous && !removed && isClaimedAlike(previous, application)) {
      return;
    }
    for (const state of new Set([application, previous ?? application])) {
      const lineage = this.#options.store.lineageOf(state);
      this.#index.concerning(lineage).forEach(ref => this.#outdated.add(ref));
    }
  }

  /** Looks anew at the claims that a change may concern. The keys of the Applications that may have other claimants. */
  settle(): Set<string> {
    const touched = new Set<string>();
    for (const entityRef of this.#outdated) {
      const entity = this.#entities.get(entityRef);
      const before = this.#found.get(entityRef) ?? [];
      const now = entity
        ? this.#options.claimed.find(entity.claim).map(applicationKey)
        : [];
      for (const key of before) {
        this.#byApplication.delete(key, entityRef);
        touched.add(key);
      }
      for (const key of now) {
        this.#byApplication.add(key, entityRef);
        touched.add(key);
      }
      if (now.length > 0) {
        this.#found.set(entityRef, now);
      } else {
        this.#found.delete(entityRef);
      }
    }
    this.#outdated.clear();
    return touched;
  }

  /** Who claims an Application, as of the last {@link settle}; by entity reference. */
  of(key: string): ClaimingEntity[] {
    return [...this.#byApplication.get(key)]
      .sort()
      .flatMap(entityRef => this.#entities.get(entityRef) ?? []);
  }
}
