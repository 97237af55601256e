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

import { randomBytes } from 'node:crypto';
import { shortSeconds } from '../fields';
import { type AuthAnswer, VaultError } from '../http';
import type { NewToken, Token } from './Token';

/** 768 hours, in seconds: Vault's own default, and its bound. */
export const DEFAULT_TTL = 2_764_800;

function randomText(length: number): string {
  return randomBytes(length).toString('base64url').replace(/[-_]/g, 'x');
}

/** Issues tokens and lets them run out. */
export class TokenStore {
  readonly #tokens: Record<string, Token>;
  readonly #now: () => Date;

  constructor(tokens: Record<string, Token>, now: () => Date) {
    this.#tokens = tokens;
    this.#now = now;
  }

  /** A token that is valid now; throws Vault's 403 for any other. */
  require(id: string): Token {
    this.#sweep();
    const token = Object.hasOwn(this.#tokens, id)
      ? this.#tokens[id]
      : undefined;
    if (!token) {
      throw VaultError.invalidToken();
    }
    return token;
  }

  has(id: string): boolean {
    this.#sweep();
    return Object.hasOwn(this.#tokens, id);
  }

  create(options: NewToken): Token {
    const isRoot = options.policies.includes('root');
    const { maxTtl = 0, explicitMaxTtl = 0, period = 0 } = options;
    const asked = period || options.ttl || (isRoot ? 0 : DEFAULT_TTL);
    const bound = period
      ? explicitMaxTtl || Infinity
      : Math.min(explicitMaxTtl || Infinity, maxTtl || DEFAULT_TTL);
    const ttl = isRoot ? asked : Math.min(asked, bound);
    const issuedAt = this.#now().getTime();
    const token: Token = {
      id: options.id ?? `hvs.${randomText(70)}`,
      accessor: randomText(18),
      namespace: options.namespace,
      policies: [...new Set(options.policies)].sort(),
      path: options.path,
      displayName: options.displayName,
      ...(options.meta ? { meta: options.meta } : {}),
      issuedAt,
      creationTtl: ttl,
      ...(ttl > 0 ? { expiresAt: issuedAt + ttl * 1000 } : {}),
      maxTtl,
      explicitMaxTtl,
      period,
      renewable: ttl > 0 && options.renewable !== false,
      orphan: options.parent === undefined,
      ...(options.parent ? { parent: options.parent } : {}),
      entityId: options.entityId ?? '',
    };
    this.#tokens[token.id] = token;
    return token;
  }

  /** Renews a token within its bound; answers the warnings. `increment` in seconds. */
  renew(token: Token, increment: number | undefined): string[] {
    if (!token.renewable) {
      throw VaultError.badRequest('lease is not renewable');
    }
    const now = this.#now().getTime();
    const { period, explicitMaxTtl, issuedAt } = token;
    const most = period
      ? explicitMaxTtl || Infinity
      : Math.min(explicitMaxTtl || Infinity, token.maxTtl || DEFAULT_TTL);
    const asked = period || increment || token.creationTtl;
    token.expiresAt = Math.min(now + asked * 1000, issuedAt + most * 1000);
    token.lastRenewal = now;
    const capped = asked > most;
    return capped
      ? [
          `TTL of "${shortSeconds(
            asked,
          )}" exceeded the effective max_ttl of "${shortSeconds(
            most,
          )}"; TTL value is capped accordingly`,
        ]
      : [];
  }

  /** Ends a token, and what was made with it. */
  revoke(id: string): void {
    delete this.#tokens[id];
    const children = Object.values(this.#tokens).filter(
      ({ parent }) => parent === id,
    );
    for (const child of children) {
      this.revoke(child.id);
    }
  }

  /** Ends what a login at this mount gave. */
  revokeOf(namespace: string, mount: string): void {
    const ended = Object.values(this.#tokens).filter(
      token => token.namespace === namespace && token.path.startsWith(mount),
    );
    for (const { id } of ended) {
      this.revoke(id);
    }
  }

  describeAuth(token: Token): AuthAnswer {
    const remaining = token.expiresAt
      ? Math.round((token.expiresAt - this.#now().getTime()) / 1000)
      : 0;
    return {
      client_token: token.id,
      accessor: token.accessor,
      policies: token.policies,
      token_policies: token.policies,
      metadata: token.meta ?? null,
      lease_duration: remaining,
      renewable: token.renewable,
      entity_id: token.entityId,
      token_type: 'service',
      orphan: token.orphan,
      mfa_requirement: null,
      num_uses: 0,
    };
  }

  /** As `lookup-self` answers it. */
  describe(token: Token): Record<string, unknown> {
    const now = Math.round(this.#now().getTime() / 1000) * 1000;
    const { expiresAt, lastRenewal } = token;
    return {
      accessor: token.accessor,
      creation_time: Math.floor(token.issuedAt / 1000),
      creation_ttl: token.creationTtl,
      display_name: token.displayName,
      entity_id: token.entityId,
      expire_time: expiresAt ? new Date(expiresAt).toISOString() : null,
      explicit_max_ttl: token.explicitMaxTtl,
      id: token.id,
      issue_time: new Date(token.issuedAt).toISOString(),
      ...(lastRenewal
        ? {
            last_renewal: new Date(lastRenewal).toISOString(),
            last_renewal_time: Math.floor(lastRenewal / 1000),
          }
        : {}),
      meta: token.meta ?? null,
      ...(token.namespace ? { namespace_path: token.namespace } : {}),
      num_uses: 0,
      orphan: token.orphan,
      path: token.path,
      ...(token.period ? { period: token.period } : {}),
      policies: token.policies,
      renewable: token.renewable,
      ttl: expiresAt ? Math.max(0, Math.floor((expiresAt - now) / 1000)) : 0,
      type: 'service',
    };
  }

  #sweep(): void {
    const now = this.#now().getTime();
    for (const { id, expiresAt } of Object.values(this.#tokens)) {
      if (expiresAt !== undefined && expiresAt <= now) {
        this.revoke(id);
      }
    }
  }
}
