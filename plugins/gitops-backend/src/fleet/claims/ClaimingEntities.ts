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
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { singleFlight } from '@gitops-platform/backstage-plugin-gitops-node';
import {
  CLAIMING_FIELDS,
  CLAIMING_FILTER,
  toClaimingEntity,
  type ClaimingEntity,
} from './ClaimingEntity';

const REFRESH_EVERY_MS = 60_000;
/** After that long without anybody who asks, the catalog is left alone. */
const IDLE_AFTER_MS = 60 * 60_000;

interface Options {
  catalog: Pick<CatalogService, 'streamEntities'>;
  auth: AuthService;
  logger: LoggerService;
}

/**
 * The entities of the catalog that claim Applications, whoever may read them: read when they are first asked for, and
 * again every minute in the background as long as they are.
 */
export class ClaimingEntities {
  readonly #options: Options;
  readonly #share = singleFlight<void>();
  #known: ReadonlyMap<string, ClaimingEntity> | undefined;
  #readAt = -Infinity;
  #askedAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  static create(options: Options): ClaimingEntities {
    return new ClaimingEntities(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * By entity reference. The same object as long as nothing has changed, and the same entries where they have not.
   *
   * Rejects with `ServiceUnavailableError` where the catalog has never been read: without it, it is not known what
   * nobody claims. Later, what was read last stays.
   */
  async current(): Promise<ReadonlyMap<string, ClaimingEntity>> {
    this.#askedAt = Date.now();
    // Older than that, the background has been idle.
    if (Date.now() - this.#readAt > 2 * REFRESH_EVERY_MS) {
      await this.#refresh();
    }
    this.#schedule();
    if (!this.#known) {
      throw new ServiceUnavailableError(
        'The catalog could not be read, so it is not known who claims what: try again in a moment',
      );
    }
    return this.#known;
  }

  /**
   * Tells of an entity as the catalog has it now, as it comes by: one that has just been registered is in the list before
   * the minute is over.
   */
  saw(entity: Entity): void {
    const entityRef = stringifyEntityRef(entity);
    const claiming = toClaimingEntity(entity);
    if (
      !this.#known ||
      isDeepStrictEqual(this.#known.get(entityRef), claiming)
    ) {
      return;
    }
    const known = new Map(this.#known);
    if (claiming) {
      known.set(entityRef, claiming);
    } else {
      known.delete(entityRef);
    }
    this.#known = known;
  }

  stop(): void {
    // What is being read ends by itself, and is the last.
    this.#askedAt = -Infinity;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #schedule(): void {
    this.#timer ??= setTimeout(async () => {
      await this.#refresh();
      this.#timer = undefined;
      if (Date.now() - this.#askedAt < IDLE_AFTER_MS) {
        this.#schedule();
      }
    }, REFRESH_EVERY_MS).unref();
  }

  /** Never rejects. */
  #refresh(): Promise<void> {
    return this.#share('', async () => {
      try {
        this.#known = await this.#read();
        this.#readAt = Date.now();
      } catch (error) {
        this.#options.logger.warn(
          `Could not read from the catalog which entities claim Applications: ${stringifyError(
            error,
          )}`,
        );
      }
    });
  }

  async #read(): Promise<ReadonlyMap<string, ClaimingEntity>> {
    const { catalog, auth } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const known = this.#known ?? new Map<string, ClaimingEntity>();
    const found = new Map<string, ClaimingEntity>();
    let changed = false;
    for await (const page of catalog.streamEntities(
      { filter: CLAIMING_FILTER, fields: CLAIMING_FIELDS },
      { credentials },
    )) {
      for (const entity of page) {
        const claiming = toClaimingEntity(entity);
        if (claiming) {
          const before = known.get(claiming.entityRef);
          const same = isDeepStrictEqual(before, claiming);
          changed ||= !same;
          found.set(claiming.entityRef, same && before ? before : claiming);
        }
      }
    }
    return changed || found.size !== known.size || !this.#known ? found : known;
  }
}
