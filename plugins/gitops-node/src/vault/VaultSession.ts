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

import { toError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { UpstreamError, type Clock } from '../upstream';
import type {
  VaultAuthStrategy,
  VaultLogin,
  VaultLoginApi,
} from './auth/VaultAuthMethod';

/** The part of a lease after which its token is renewed. */
const RENEW_AT = 2 / 3;
/** A renewal that failed is tried again so soon, as long as the token is good. */
const RETRY_AFTER = 10_000;
/** A token that is refused this young is not refused for its age. */
const TOO_YOUNG = 10_000;
/** Vault locks an AppRole out after five refused logins in a quarter of an hour. */
const FIRST_PAUSE = 60_000;
const LONGEST_PAUSE = 600_000;

interface Lease {
  token: string;
  renewable: boolean;
  seconds: number;
  since: number;
  renewAt: number;
  until: number;
}

interface Options {
  strategy: VaultAuthStrategy;
  api: VaultLoginApi & { renew(token: string): Promise<VaultLogin> };
  logger: LoggerService;
  clock: Clock;
}

/**
 * The token of one server, shared by all its calls: got at the first, renewed after two thirds of its time or else got
 * anew, once for all who wait.
 */
export class VaultSession {
  readonly #options: Options;
  #lease?: Lease;
  #underWay?: Promise<Lease>;
  #refusals = 0;
  #refusal?: { error: unknown; until: number };

  static create(options: Options): VaultSession {
    return new VaultSession(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** The token to send. To be called now and then, so that a token that nobody needs does not run out either. */
  async token(): Promise<string> {
    const lease = this.#lease;
    const now = this.#options.clock.now();
    if (!lease || now >= lease.until) {
      return (await this.#once(() => this.#login())).token;
    }
    if (now < lease.renewAt) {
      return lease.token;
    }
    return (await this.#once(() => this.#extend(lease))).token;
  }

  /** After a refusal of that token: whether there is another one, so that the call may be repeated. */
  async replace(refused: string): Promise<boolean> {
    const lease = this.#lease;
    if (lease?.token === refused) {
      if (this.#options.clock.now() - lease.since < TOO_YOUNG) {
        return false;
      }
      this.#lease = undefined;
    }
    return (await this.token()) !== refused;
  }

  #once(get: () => Promise<Lease>): Promise<Lease> {
    this.#underWay ??= get().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  /** Another token or more time for this one; where neither is to be had yet, the token is good for a while. */
  async #extend(lease: Lease): Promise<Lease> {
    const { api, logger, clock } = this.#options;
    try {
      return lease.renewable
        ? this.#keep(await api.renew(lease.token), lease)
        : await this.#login();
    } catch (error) {
      logger.warn(toError(error).message);
    }
    try {
      return lease.renewable ? await this.#login() : this.#goOnWith(lease);
    } catch (error) {
      if (clock.now() >= lease.until) {
        throw error;
      }
      return this.#goOnWith(lease);
    }
  }

  #goOnWith(lease: Lease): Lease {
    const renewAt = this.#options.clock.now() + RETRY_AFTER;
    this.#lease = { ...lease, renewAt };
    return this.#lease;
  }

  async #login(): Promise<Lease> {
    const { strategy, api, clock } = this.#options;
    if (this.#refusal && clock.now() < this.#refusal.until) {
      throw this.#refusal.error;
    }
    try {
      const login = await strategy.login(api);
      this.#refusal = undefined;
      this.#refusals = 0;
      return this.#keep(login);
    } catch (error) {
      if (error instanceof UpstreamError && error.code === 'login') {
        const pause = FIRST_PAUSE * 2 ** this.#refusals;
        this.#refusals += 1;
        this.#refusal = {
          error,
          until: clock.now() + Math.min(LONGEST_PAUSE, pause),
        };
      }
      throw error;
    }
  }

  #keep({ token, leaseSeconds, renewable }: VaultLogin, before?: Lease): Lease {
    const since = this.#options.clock.now();
    const seconds = leaseSeconds ?? Infinity;
    this.#lease = {
      token,
      seconds: before?.seconds ?? seconds,
      // Less time than at first: it is near its longest life, and the next renewal would give even less.
      renewable: renewable && seconds >= (before?.seconds ?? 0),
      since,
      renewAt: since + seconds * 1_000 * RENEW_AT,
      until: since + seconds * 1_000,
    };
    return this.#lease;
  }
}
