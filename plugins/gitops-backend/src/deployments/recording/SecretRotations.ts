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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EntitySecrets } from '@gitops-platform/backstage-plugin-gitops-common';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { chunksOf } from '../database/chunksOf';
import { readIsoTime } from '../facts/isoTime';
import { stableId } from '../facts/stableId';

const REMEMBERED = 20_000;

/** One version of one secret, on the page of an entity. */
interface SecretVersionRow {
  id: string;
  secret_id: string;
  entity_ref: string;
  environment: string;
  /** Of Vault. */
  server: string;
  version: number;
  created_at: string;
}

/** A secret got another version. */
export interface Rotation {
  environment: string;
  /** ISO 8601. */
  at: string;
}

/** What is known of the secrets of some entities. */
export interface RecordedRotations {
  rotations: Rotation[];
  /** By environment: how many secrets have been seen. */
  secrets: Map<string, number>;
}

/**
 * Notes which versions secrets were seen to have, as Vault's metadata says it. The server remembers some versions and
 * when they were made, so that it suffices to look now and then.
 */
export class SecretRotations {
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  /** What is written already. */
  readonly #known = new LRUCache<string, true>({ max: REMEMBERED });

  static create(options: {
    knex: Knex;
    logger: LoggerService;
  }): SecretRotations {
    return new SecretRotations(options.knex, options.logger);
  }

  private constructor(knex: Knex, logger: LoggerService) {
    this.#knex = knex;
    this.#logger = logger;
  }

  /**
   * Takes what the vault part answered for an entity, whoever asked. Never rejects: a page must not wait for it, nor
   * fail with it.
   */
  async record(
    entityRef: string,
    secrets: Pick<EntitySecrets, 'items'>,
  ): Promise<void> {
    const rows = versionsOf(entityRef, secrets).filter(
      ({ id }) => !this.#known.has(id),
    );
    try {
      for (const chunk of chunksOf(rows)) {
        await this.#knex('secret_versions')
          .insert(chunk)
          .onConflict('id')
          .ignore();
        chunk.forEach(({ id }) => this.#known.set(id, true));
      }
    } catch (error) {
      this.#logger.warn(
        `The versions of the secrets of ${entityRef} could not be recorded: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  /** The rotations of these entities' secrets in that time, each secret once, as far as the caller may know of them. */
  async read(
    entityRefs: string[],
    period: { from: string; to: string },
    allows: (of: {
      entityRef: string;
      environment: string;
      server: string;
    }) => boolean,
  ): Promise<RecordedRotations> {
    const seen = new Map<string, SecretVersionRow>();
    for (const chunk of chunksOf(entityRefs)) {
      const rows: SecretVersionRow[] = await this.#knex(
        'secret_versions',
      ).whereIn('entity_ref', chunk);
      rows
        .filter(({ entity_ref: entityRef, environment, server }) =>
          allows({ entityRef, environment, server }),
        )
        .forEach(row => seen.set(`${row.secret_id} ${row.version}`, row));
    }
    const rows = [...seen.values()];
    const secrets = new Map<string, Set<string>>();
    for (const { environment, secret_id: secret } of rows) {
      secrets.set(
        environment,
        (secrets.get(environment) ?? new Set()).add(secret),
      );
    }
    return {
      // The first version is not a rotation, but the secret's beginning.
      rotations: rows
        .filter(
          ({ version, created_at: at }) =>
            version > 1 && at >= period.from && at < period.to,
        )
        .map(({ environment, created_at: at }) => ({ environment, at })),
      secrets: new Map(
        [...secrets].map(([environment, { size }]) => [environment, size]),
      ),
    };
  }
}

function versionsOf(
  entityRef: string,
  { items }: Pick<EntitySecrets, 'items'>,
): SecretVersionRow[] {
  return items.flatMap(
    ({ server, namespace = '', mount, environment, secrets }) =>
      secrets.flatMap(({ path, version, updatedAt, versions }) => {
        const secretId = stableId(server, namespace, mount, path);
        const listed = versions.map(({ version: number, createdAt }) => ({
          number,
          createdAt,
        }));
        if (version !== undefined && updatedAt) {
          listed.push({ number: version, createdAt: updatedAt });
        }
        const byNumber = new Map(
          listed.reverse().map(one => [one.number, one]),
        );
        return [...byNumber.values()].flatMap(({ number, createdAt }) => {
          const at = readIsoTime(createdAt);
          return at
            ? {
                id: stableId(secretId, entityRef, number),
                secret_id: secretId,
                entity_ref: entityRef,
                environment,
                server,
                version: number,
                created_at: at,
              }
            : [];
        });
      }),
  );
}
