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

import { idOf, type CatalogApplication } from './CatalogApplication';
import type { EntityFacts } from './EntityFacts';
import type { ApplicationRule, RuleName } from './rules';

/** Rules that are as good as one another, the better ones first. `entity-ref` needs no comparison. */
const RANKS: RuleName[][] = [['label'], ['repository', 'name']];

/** The Applications that a rule finds for an entity. */
export interface Finding {
  rule: RuleName;
  applications: CatalogApplication[];
}

/** All Applications, and the entities that may claim them, so that a look-up costs the same however many there are. */
export class ApplicationIndex {
  readonly #rules: ApplicationRule[];
  readonly #byKey: Map<string, CatalogApplication[]>;
  readonly #byName: Map<string, CatalogApplication[]>;
  readonly #rivals: Map<string, string[]>;

  /** @param options - `entities`: those that have no claim of their own making. */
  static create(options: {
    rules: ApplicationRule[];
    applications: CatalogApplication[];
    entities: EntityFacts[];
  }): ApplicationIndex {
    return new ApplicationIndex(options);
  }

  private constructor(options: {
    rules: ApplicationRule[];
    applications: CatalogApplication[];
    entities: EntityFacts[];
  }) {
    const { rules, applications, entities } = options;
    this.#rules = rules;
    this.#byName = groupBy(applications, ({ name }) => [name]);
    this.#byKey = groupBy(applications, app =>
      rules.flatMap(rule =>
        rule.keysOfApplication(app).flat().map(keyOf(rule.name)),
      ),
    );
    this.#rivals = new Map(
      [
        ...groupBy(entities, ({ keys }) =>
          [...keys].flatMap(([rule, own]) => own.map(keyOf(rule))),
        ),
      ].map(([key, facts]) => [key, facts.map(({ ref }) => ref)]),
    );
  }

  /** What each rule finds for an entity, without what belongs to another one by a better rule. */
  find(entity: EntityFacts): Finding[] {
    return this.#rules.flatMap(({ name }) => {
      const keys = (entity.keys.get(name) ?? []).map(keyOf(name));
      const found = new Map(
        keys
          .flatMap(key => this.#byKey.get(key) ?? [])
          .map(app => [idOf(app), app]),
      );
      const applications = [...found.values()]
        .filter(app => this.claimantsOf(app, entity).includes(entity.ref))
        .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
      return applications.length > 0 ? [{ rule: name, applications }] : [];
    });
  }

  /**
   * The entities whose claim on an Application is the best. `entity` counts as it is now, whatever was known of it.
   */
  claimantsOf(app: CatalogApplication, entity: EntityFacts): string[] {
    if (app.entityRef) {
      return [app.entityRef];
    }
    for (const rank of RANKS) {
      const refs = rank.flatMap(rule => this.#refsBy(rule, app, entity));
      if (refs.length > 0) {
        return [...new Set(refs)].sort();
      }
    }
    return [];
  }

  /** The Applications of that name, on whatever instance and in whatever namespace. */
  named(name: string): CatalogApplication[] {
    return this.#byName.get(name) ?? [];
  }

  #refsBy(
    name: RuleName,
    app: CatalogApplication,
    entity: EntityFacts,
  ): string[] {
    const rule = this.#rules.find(one => one.name === name);
    return (rule?.keysOfApplication(app) ?? []).flatMap(keys => {
      const refs = keys.map(key => this.#refsOf(name, key, entity));
      return refs.find(found => found.length > 0) ?? [];
    });
  }

  #refsOf(rule: RuleName, key: string, entity: EntityFacts): string[] {
    const others = (this.#rivals.get(keyOf(rule)(key)) ?? []).filter(
      ref => ref !== entity.ref,
    );
    return entity.keys.get(rule)?.includes(key)
      ? [...others, entity.ref]
      : others;
  }
}

function keyOf(rule: RuleName): (key: string) => string {
  return key => `${rule} ${key}`;
}

function groupBy<T>(
  items: T[],
  keysOf: (item: T) => string[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) {
        group.push(item);
      } else {
        groups.set(key, [item]);
      }
    }
  }
  return groups;
}
