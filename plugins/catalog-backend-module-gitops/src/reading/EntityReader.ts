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

import { isDeepStrictEqual } from 'node:util';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { hasClaim, isFound } from '../applications/annotations';
import { factsOf, type EntityFacts } from '../applications/EntityFacts';
import type { ApplicationRule } from '../applications/rules';
import { FailureLog } from './FailureLog';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
];

/**
 * Reads the entities that Applications are found for: one that is being processed does not show whether another has
 * the same claim. Those whose claims people have written take no part.
 */
export class EntityReader {
  readonly #catalog: Pick<CatalogService, 'streamEntities'>;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  readonly #rules: ApplicationRule[];
  readonly #kinds: string[];
  readonly #failures: FailureLog;
  #entities?: EntityFacts[];

  static create(options: {
    catalog: Pick<CatalogService, 'streamEntities'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    rules: ApplicationRule[];
    kinds: string[];
    logger: LoggerService;
  }): EntityReader {
    return new EntityReader(options);
  }

  private constructor(options: {
    catalog: Pick<CatalogService, 'streamEntities'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    rules: ApplicationRule[];
    kinds: string[];
    logger: LoggerService;
  }) {
    const { catalog, auth, rules, kinds, logger } = options;
    this.#catalog = catalog;
    this.#auth = auth;
    this.#rules = rules;
    this.#kinds = kinds;
    this.#failures = FailureLog.create({ logger });
  }

  /** `undefined` until they have been read once; the same list while nothing changes. */
  get entities(): EntityFacts[] | undefined {
    return this.#entities;
  }

  /** Where they cannot be read, those of before are kept. */
  async refresh(): Promise<void> {
    try {
      const entities = await this.#read();
      this.#failures.succeeded();
      if (!isDeepStrictEqual(entities, this.#entities)) {
        this.#entities = entities;
      }
    } catch (error) {
      this.#failures.failed(
        error,
        'The list of entities in the catalog could not be read: Applications are found by the last one, if there was any.',
      );
    }
  }

  async #read(): Promise<EntityFacts[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const pages = this.#catalog.streamEntities(
      { filter: { kind: this.#kinds }, fields: FIELDS },
      { credentials },
    );
    const facts: EntityFacts[] = [];
    for await (const page of pages) {
      for (const entity of page) {
        if (!hasClaim(entity) || isFound(entity)) {
          facts.push(factsOf(entity, this.#rules));
        }
      }
    }
    return facts;
  }
}
