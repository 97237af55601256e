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

import type { ApplicationClaim } from '@gitops-platform/backstage-plugin-gitops-node';
import { labelKey } from './ApplicationIndex';
import { MultiMap } from './MultiMap';
import type { StoredApplication } from './StoredApplication';

/** Where a claim is looked up; nowhere for a selector such as `!legacy`, which may concern any Application. */
interface Place {
  index: MultiMap<string>;
  keys: string[];
}

/** The other way round from `ApplicationStore.find`: which of many claims a change of an Application may concern. */
export class ClaimIndex {
  readonly #byName = MultiMap.create<string>();
  readonly #byLabel = MultiMap.create<string>();
  readonly #anywhere = new Set<string>();
  readonly #claims = new Map<string, ApplicationClaim>();

  static create(): ClaimIndex {
    return new ClaimIndex();
  }

  private constructor() {}

  /** Adds or replaces the claim that goes by that key. */
  set(key: string, claim: ApplicationClaim): void {
    this.delete(key);
    this.#claims.set(key, claim);
    const place = this.#placeOf(claim);
    if (place) {
      place.keys.forEach(one => place.index.add(one, key));
    } else {
      this.#anywhere.add(key);
    }
  }

  delete(key: string): void {
    const claim = this.#claims.get(key);
    if (!claim) {
      return;
    }
    this.#claims.delete(key);
    this.#anywhere.delete(key);
    const place = this.#placeOf(claim);
    place?.keys.forEach(one => place.index.delete(one, key));
  }

  /**
   * The keys of the claims that may take in an Application: too many rather than too few.
   *
   * @param lineage - the Application with what it is a resource of, as `ApplicationStore.lineageOf` finds it
   */
  concerning(lineage: StoredApplication[]): Set<string> {
    const names = lineage.flatMap(({ name, parent }) =>
      parent ? [name, parent.name] : [name],
    );
    const labels = lineage.flatMap(one =>
      Object.entries(one.labels).map(([key, value]) => labelKey(key, value)),
    );
    return new Set([
      ...this.#byName.union(names),
      ...this.#byLabel.union(labels),
      ...this.#anywhere,
    ]);
  }

  #placeOf({ names, selector, problem }: ApplicationClaim): Place | undefined {
    if (problem !== undefined || !selector) {
      return { index: this.#byName, keys: problem === undefined ? names : [] };
    }
    const values = selector.find(({ operator }) => operator === 'in');
    return (
      values && {
        index: this.#byLabel,
        keys: values.values.map(value => labelKey(values.key, value)),
      }
    );
  }
}
