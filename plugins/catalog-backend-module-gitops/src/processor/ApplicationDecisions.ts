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
import { ApplicationIndex } from '../applications/ApplicationIndex';
import type { CatalogApplication } from '../applications/CatalogApplication';
import {
  decideApplications,
  type Decision,
} from '../applications/decideApplications';
import { factsOf, type EntityFacts } from '../applications/EntityFacts';
import type { ApplicationRule } from '../applications/rules';
import type { EntityReader } from '../reading/EntityReader';
import type { InstanceReader } from '../reading/InstanceReader';

const NOTHING: CatalogApplication[] = [];

/**
 * How much is known since the start: `complete` once all instances have answered, `partial` where some were asked and
 * have not, `none` before that.
 */
export type Knowledge = 'none' | 'partial' | 'complete';

type Readers = {
  instances: Pick<InstanceReader, 'reading' | 'asked'>[];
  entities: Pick<EntityReader, 'entities'>;
};

/** Decides by what was read last, without a call. */
export class ApplicationDecisions {
  readonly #rules: ApplicationRule[];
  readonly #readers: Readers;
  #kept?: { parts: unknown[]; index: ApplicationIndex };

  static create(options: {
    rules: ApplicationRule[];
    readers: Readers;
  }): ApplicationDecisions {
    return new ApplicationDecisions(options.rules, options.readers);
  }

  private constructor(rules: ApplicationRule[], readers: Readers) {
    this.#rules = rules;
    this.#readers = readers;
  }

  get knowledge(): Knowledge {
    const { instances, entities } = this.#readers;
    if (!entities.entities || instances.some(({ asked }) => !asked)) {
      return 'none';
    }
    return instances.every(({ reading }) => reading) ? 'complete' : 'partial';
  }

  /** Changes whenever a decision may have. */
  get index(): ApplicationIndex {
    const entities = this.#readers.entities.entities ?? [];
    const lists = this.#readers.instances.map(
      ({ reading }) => reading?.applications ?? NOTHING,
    );
    const parts = [entities, ...lists];
    if (
      !this.#kept ||
      parts.some((part, at) => part !== this.#kept?.parts[at])
    ) {
      const index = ApplicationIndex.create({
        rules: this.#rules,
        applications: lists.flat(),
        entities,
      });
      this.#kept = { parts, index };
    }
    return this.#kept.index;
  }

  decide(entity: Entity): Decision {
    return decideApplications(factsOf(entity, this.#rules), this.index);
  }

  /** Of all entities, by reference. */
  decideAll(): Map<string, Decision> {
    const entities: EntityFacts[] = this.#readers.entities.entities ?? [];
    return new Map(
      entities.map(facts => [facts.ref, decideApplications(facts, this.index)]),
    );
  }
}
