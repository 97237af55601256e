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
import type { StoredApplication } from './StoredApplication';

/** Finds few candidates among many Applications, by name, label and project. */
export class ApplicationIndex {
  readonly #byName = new Map<string, Set<string>>();
  readonly #byProject = new Map<string, Set<string>>();
  readonly #byLabel = new Map<string, Set<string>>();

  add(id: string, application: StoredApplication): void {
    for (const [index, key] of this.#keysOf(application)) {
      const ids = index.get(key) ?? new Set();
      index.set(key, ids.add(id));
    }
  }

  remove(id: string, application: StoredApplication): void {
    for (const [index, key] of this.#keysOf(application)) {
      const ids = index.get(key);
      ids?.delete(id);
      if (ids?.size === 0) {
        index.delete(key);
      }
    }
  }

  /** A superset of what the claim matches; `undefined` where every Application has to be looked at. */
  candidates(claim: ApplicationClaim): Set<string> | undefined {
    if (!claim.selector) {
      return union(this.#byName, claim.names);
    }
    const sets = claim.selector
      .filter(({ operator }) => operator === 'in')
      .map(({ key, values }) =>
        union(
          this.#byLabel,
          values.map(value => labelKey(key, value)),
        ),
      );
    if (claim.project) {
      sets.push(union(this.#byProject, [claim.project]));
    }
    return sets.sort((a, b) => a.size - b.size)[0];
  }

  #keysOf(
    application: StoredApplication,
  ): [Map<string, Set<string>>, string][] {
    return [
      [this.#byName, application.name],
      [this.#byProject, application.project],
      ...Object.entries(application.labels).map(
        ([key, value]): [Map<string, Set<string>>, string] => [
          this.#byLabel,
          labelKey(key, value),
        ],
      ),
    ];
  }
}

function union(index: Map<string, Set<string>>, keys: string[]): Set<string> {
  return keys.reduce((found, key) => {
    index.get(key)?.forEach(id => found.add(id));
    return found;
  }, new Set<string>());
}

function labelKey(key: LabelSelector[number]['key'], value: string): string {
  return `${key}=${value}`;
}
