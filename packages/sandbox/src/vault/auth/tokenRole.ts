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

import { readInt, readSeconds, readTexts } from '../fields';
import { VaultError } from '../http';

/** What every role of an auth method says of the tokens that it gives. Durations in seconds. */
export interface TokenRole {
  token_policies: string[];
  token_ttl: number;
  token_max_ttl: number;
  token_explicit_max_ttl: number;
  token_period: number;
  token_no_default_policy: boolean;
}

/** Reads those fields, over what the role said before. */
export function readTokenRole(
  body: Record<string, unknown>,
  before?: TokenRole,
): TokenRole {
  const seconds = (field: keyof TokenRole, known: number | undefined) =>
    readSeconds(body, field) ?? known ?? 0;
  const uses = readInt(body, 'token_num_uses') ?? 0;
  if (uses !== 0) {
    throw VaultError.unimplemented('token_num_uses');
  }
  const role: TokenRole = {
    token_policies:
      readTexts(body, 'token_policies') ??
      readTexts(body, 'policies') ??
      before?.token_policies ??
      [],
    token_ttl: seconds('token_ttl', before?.token_ttl),
    token_max_ttl: seconds('token_max_ttl', before?.token_max_ttl),
    token_explicit_max_ttl: seconds(
      'token_explicit_max_ttl',
      before?.token_explicit_max_ttl,
    ),
    token_period: seconds('token_period', before?.token_period),
    token_no_default_policy:
      body.token_no_default_policy === undefined
        ? before?.token_no_default_policy ?? false
        : body.token_no_default_policy === true,
  };
  if (role.token_max_ttl > 0 && role.token_ttl > role.token_max_ttl) {
    throw VaultError.badRequest(
      "'token_ttl' cannot be greater than 'token_max_ttl'",
    );
  }
  return role;
}

/** The same as Vault answers it. */
export function describeTokenRole(role: TokenRole): Record<string, unknown> {
  return {
    token_bound_cidrs: [],
    token_explicit_max_ttl: role.token_explicit_max_ttl,
    token_max_ttl: role.token_max_ttl,
    token_no_default_policy: role.token_no_default_policy,
    token_num_uses: 0,
    token_period: role.token_period,
    token_policies: role.token_policies,
    token_ttl: role.token_ttl,
    token_type: 'default',
  };
}
