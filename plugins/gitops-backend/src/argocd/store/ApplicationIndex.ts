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
  ApplicationClaim,
  LabelSelector,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { MultiMap } from './MultiMap';
import type { StoredApplication } from './StoredApplication';

/** Finds few candidates among many Applications, by name, label, project and by what made them. */
export class ApplicationIndex {
  readonly #byName = MultiMap.create<string>();
  readonly #byProject = MultiMap.create<string>();
  readonly #byLabel = MultiMap.create<string>();
  readonly #bySet = MultiMap.create<string>();
  readonly #byParent = MultiMap.create<string>();

  add(id: string, application: StoredApplication): void {
    for (const [index, key] of this.#keysOf(application)) {
      index.add(key, id);
    }
  }

  remove(id: string, application: StoredApplication): void {
    for (const [index, key] of this.#keysOf(application)) {
      index.delete(key, id);
    }
  }

  /** A superset of what the claim matches; `undefined` where every Application has to be looked at. */
  candidates(claim: ApplicationClaim): Set<string> | undefined {
    if (!claim.selector) {
      return new Set([
        ...this.#byName.union(claim.names),
        ...this.#bySet.union(claim.names),
      ]);
    }
    const sets = claim.selector
      .filter(({ operator }) => operator === 'in')
      .map(({ key, values }) =>
        this.#byLabel.union(values.map(value => labelKey(key, value))),
      );
    if (claim.project) {
      sets.push(this.#byProject.union([claim.project]));
    }
    return sets.sort((a, b) => a.size - b.size)[0];
  }

  /** A superset of the Applications by that name. */
  named(name: string): Iterable<string> {
    return this.#byName.get(name);
  }

  /** A superset of those that an Application by that name has among its resources. */
  childrenOf(name: string): Iterable<string> {
    return this.#byParent.get(name);
  }

  #keysOf({
    name,
    project,
    labels,
    parent,
  }: StoredApplication): [MultiMap<string>, string][] {
    const keys: [MultiMap<string>, string][] = [
      [this.#byName, name],
      [this.#byProject, project],
    ];
    if (parent) {
      const index =
        parent.kind === 'ApplicationSet' ? this.#bySet : this.#byParent;
      keys.push([index, parent.name]);
    }
    for (const [key, value] of Object.entries(labels)) {
      keys.push([this.#byLabel, labelKey(key, value)]);
    }
    return keys;
  }
}

/** How a label is looked up. */
export function labelKey(
  key: LabelSelector[number]['key'],
  value: string,
): string {
  return `${key}=${value}`;
}
