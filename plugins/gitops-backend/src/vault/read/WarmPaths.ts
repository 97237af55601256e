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
import { LRUCache } from 'lru-cache';
import {
  vaultFailureOf,
  type VaultFailure,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { settledWithin } from '../../time/settledWithin';
import type { ClaimedPath } from '../claims/ClaimedPath';
import { publicVaultReason } from '../publicVaultReason';
import type { VaultServers } from '../VaultServers';
import type { PathAnswer } from './PathAnswer';

const MAX_PATHS = 10_000;
/** How long the first who asks waits. */
const WAIT_MS = 2_000;
const RETRY_AFTER_MS = 10_000;
const STALE_AFTER_MS = 30_000;
const ROUND_MS = 10_000;
/** How many paths are read again by themselves in a round, the oldest first. */
const READS_A_ROUND = 30;
/** Of how many paths, and for how long after somebody looked. */
const MAX_VIEWED = 1_000;
const VIEWED_FOR_MS = 60 * 60_000;

/** What is known of a path. */
export interface PathState {
  /** What was there when the server last answered. */
  answer?: PathAnswer;
  /** Why the server did not answer just now. */
  failure?: VaultFailure;
  /** The same in words for everybody. */
  reason?: string;
  /** ISO 8601. */
  fetchedAt?: string;
}

interface Entry extends PathState {
  /** Another number whenever something else is known. */
  edition: number;
  askedAt: number;
}

type PathId = Pick<ClaimedPath, 'server' | 'namespace' | 'mount' | 'path'>;

interface Options {
  servers: VaultServers;
  /** Something else is known of a path that the page of an entity shows. */
  onChange: (entityRef: string) => void;
}

/**
 * What is at the paths that pages show, kept warm while somebody looks: what is known is answered at once, and read again in
 * the background. Only who asks first waits, two seconds at most. Where the server fails, what was known stays.
 */
export class WarmPaths {
  readonly #options: Options;
  readonly #entries = new LRUCache<string, Entry>({ max: MAX_PATHS });
  readonly #viewed = new LRUCache<
    string,
    { at: PathId; entityRefs: Set<string> }
  >({ max: MAX_VIEWED, ttl: VIEWED_FOR_MS });
  readonly #underWay = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #editions = 0;

  static create(options: Options): WarmPaths {
    return new WarmPaths(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => this.#round(), ROUND_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#viewed.clear();
  }

  /** For the page of an entity, whose proof of the path the caller has seen to. Never rejects. */
  async read(at: PathId, entityRef: string): Promise<PathState> {
    const key = keyOf(at);
    const entityRefs = this.#viewed.get(key)?.entityRefs ?? new Set<string>();
    this.#viewed.set(key, { at, entityRefs: entityRefs.add(entityRef) });
    const asked = this.#refreshWhenDue(key, at);
    if (asked && !this.#entries.has(key)) {
      await settledWithin(WAIT_MS, asked);
    }
    return this.known(at);
  }

  /** What is known now, without asking for more. */
  known(at: PathId): PathState {
    const { answer, failure, reason, fetchedAt } =
      this.#entries.get(keyOf(at)) ?? {};
    return { answer, failure, reason, fetchedAt };
  }

  /** Changes whenever what `read` answers does: for fingerprints. */
  edition(at: PathId): number {
    return this.#entries.get(keyOf(at))?.edition ?? 0;
  }

  #round(): void {
    const age = (key: string) => this.#entries.peek(key)?.askedAt ?? 0;
    [...this.#viewed.entries()]
      .sort(([one], [other]) => age(one) - age(other))
      .slice(0, READS_A_ROUND)
      .forEach(([key, { at }]) => void this.#refreshWhenDue(key, at));
  }

  /** The read that is under way, or begins now; `undefined` where none is due. */
  #refreshWhenDue(key: string, at: PathId): Promise<void> | undefined {
    const shared = this.#underWay.get(key);
    const known = this.#entries.get(key);
    const freshFor = known?.failure ? RETRY_AFTER_MS : STALE_AFTER_MS;
    if (shared || (known && Date.now() - known.askedAt < freshFor)) {
      return shared;
    }
    const started = this.#ask(key, at).finally(() =>
      this.#underWay.delete(key),
    );
    this.#underWay.set(key, started);
    return started;
  }

  async #ask(key: string, at: PathId): Promise<void> {
    const server = this.#options.servers.get(at.server);
    const before = this.#entries.get(key);
    const askedAt = Date.now();
    let after: Omit<Entry, 'edition'>;
    try {
      after = {
        answer: await server?.read(at),
        askedAt,
        fetchedAt: new Date().toISOString(),
      };
    } catch (error) {
      const { answer, fetchedAt } = before ?? {};
      const failure = vaultFailureOf(error);
      after = {
        answer,
        fetchedAt,
        askedAt,
        failure,
        reason: publicVaultReason(at.server, failure, error),
      };
    }
    const same =
      before !== undefined &&
      before.reason === after.reason &&
      isDeepStrictEqual(before.answer, after.answer);
    this.#entries.set(key, {
      ...after,
      edition: same ? before.edition : (this.#editions += 1),
    });
    if (!same) {
      this.#viewed
        .get(key)
        ?.entityRefs.forEach(entityRef => this.#options.onChange(entityRef));
    }
  }
}

function keyOf({ server, namespace, mount, path }: PathId): string {
  return JSON.stringify([server, namespace, mount, path]);
}
