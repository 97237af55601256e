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
import { toError } from '@backstage/errors';
import {
  vaultFailureOf,
  type VaultClient,
  type VaultFailure,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { publicVaultReason } from './publicVaultReason';

const ROUND_MS = 30_000;

/** How a server fares. */
export interface ServerState {
  /** `stale`: it has answered before, and does not now. */
  status: 'ok' | 'stale' | 'error';
  failure?: VaultFailure;
  /** What failed and what mends it, with addresses: for those who run the server. */
  error?: string;
  /** What failed, for everybody who sees the page of an entity. */
  reason?: string;
  /** When the present status began. ISO 8601. */
  since: string;
  /** When the server last answered. ISO 8601. */
  fetchedAt?: string;
  version?: string;
}

interface Options {
  name: string;
  client: Pick<VaultClient, 'getHealth' | 'keepSession'>;
  logger: LoggerService;
  /** The server fares otherwise than before. */
  onChange: () => void;
}

/**
 * Asks a server every half minute how it is, and keeps the backend's token alive meanwhile. What else is asked of the
 * server tells of it as well.
 */
export class ServerWatch {
  readonly #options: Options;
  #state: ServerState;
  #timer: NodeJS.Timeout | undefined;

  static create(options: Options): ServerWatch {
    return new ServerWatch(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    const reason = `Vault server '${options.name}' has not answered yet: its secrets appear as soon as it does`;
    const since = new Date().toISOString();
    this.#state = { status: 'error', error: reason, reason, since };
  }

  get state(): ServerState {
    return this.#state;
  }

  start(): void {
    this.#timer = setInterval(() => void this.#round(), ROUND_MS);
    this.#timer.unref();
    void this.#round();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  answered(): void {
    const { version } = this.#state;
    const fetchedAt = new Date().toISOString();
    this.#become({ status: 'ok', version, fetchedAt });
  }

  /** Something asked of the server failed. A refusal of one path tells nothing of the server. */
  failed(thrown: unknown): void {
    const failure = vaultFailureOf(thrown);
    if (failure === 'denied' || failure === 'missing') {
      this.answered();
      return;
    }
    this.#fail(failure, toError(thrown).message, thrown);
  }

  async #round(): Promise<void> {
    const { client, name } = this.#options;
    try {
      const { sealed, initialized, version } = await client.getHealth();
      this.#state = { ...this.#state, version };
      if (sealed || !initialized) {
        const what = initialized ? 'is sealed' : 'is not initialised';
        this.#fail(
          'sealed',
          `Vault server '${name}' ${what}: unseal it, and look at why it was restarted or sealed`,
        );
        return;
      }
      await client.keepSession();
      this.answered();
    } catch (error) {
      // Health and session are the server's own: a refusal there is none of one path.
      this.#fail(vaultFailureOf(error), toError(error).message, error);
    }
  }

  #fail(failure: VaultFailure, error: string, thrown?: unknown): void {
    const { name, logger } = this.#options;
    if (this.#state.error !== error) {
      logger.warn(error);
    }
    const { fetchedAt, version } = this.#state;
    this.#become({
      status: fetchedAt ? 'stale' : 'error',
      failure,
      error,
      reason: publicVaultReason(name, failure, thrown),
      fetchedAt,
      version,
    });
  }

  #become(next: Omit<ServerState, 'since'>): void {
    const before = this.#state;
    const same = before.status === next.status && before.reason === next.reason;
    this.#state = {
      ...next,
      since: same ? before.since : new Date().toISOString(),
    };
    if (!same) {
      this.#options.onChange();
    }
  }
}
