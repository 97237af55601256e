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

import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { readMap, readText, readTexts } from '../fields';
import { NO_CONTENT, type VaultAnswer, VaultError } from '../http';
import type { AuthMount } from '../state/VaultSnapshot';
import type { AuthCall } from './AuthCall';
import { boundClaimsHold } from './boundClaims';
import { serveRoles } from './serveRoles';
import { describeTokenRole, readTokenRole, type TokenRole } from './tokenRole';
import { type JwtClaims, verifyJwt } from './verifyJwt';

/** Who is trusted to sign. */
export interface JwtConfig {
  /** PEM. */
  keys: string[];
  jwksUrl: string;
  issuer: string;
  defaultRole: string;
}

/** A role of JWT. */
export interface JwtRole extends TokenRole {
  bound_audiences: string[];
  bound_subject: string;
  bound_claims: Record<string, unknown> | null;
  bound_claims_type: string;
  user_claim: string;
}

type Mount = Extract<AuthMount, { type: 'jwt' }>;

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\//;
const JWKS_TIMEOUT_MS = 5000;
const keySet = z.looseObject({
  keys: z.array(z.record(z.string(), z.unknown())),
});

function parseKey(pem: string): KeyObject {
  try {
    return createPublicKey(pem);
  } catch {
    throw VaultError.badRequest(
      'error parsing public key: data does not contain any valid public keys',
    );
  }
}

function writeConfig(mount: Mount, body: Record<string, unknown>) {
  for (const field of ['oidc_discovery_url', 'jwks_pairs', 'jwks_ca_pem']) {
    if (body[field]) {
      throw VaultError.unimplemented(`'${field}' of a JWT method`);
    }
  }
  const keys = readTexts(body, 'jwt_validation_pubkeys') ?? [];
  const jwksUrl = readText(body, 'jwks_url') ?? '';
  if (Number(keys.length > 0) + Number(jwksUrl !== '') !== 1) {
    throw VaultError.badRequest(
      "exactly one of 'jwt_validation_pubkeys', 'jwks_url', 'jwks_pairs' or 'oidc_discovery_url' must be set",
    );
  }
  keys.forEach(parseKey);
  if (jwksUrl && !LOOPBACK.test(jwksUrl)) {
    throw VaultError.unimplemented(
      `keys from ${jwksUrl}: it reaches http:// on loopback only`,
    );
  }
  mount.config = {
    keys,
    jwksUrl,
    issuer: readText(body, 'bound_issuer') ?? '',
    defaultRole: readText(body, 'default_role') ?? '',
  };
  return NO_CONTENT;
}

function describeConfig({ config }: Mount): VaultAnswer {
  if (!config) {
    throw VaultError.nothing();
  }
  return {
    data: {
      bound_issuer: config.issuer,
      default_role: config.defaultRole,
      jwks_url: config.jwksUrl,
      jwt_supported_algs: [],
      jwt_validation_pubkeys: config.keys,
    },
  };
}

function writeRole(
  body: Record<string, unknown>,
  before: JwtRole | undefined,
): JwtRole {
  const type = readText(body, 'role_type') ?? 'oidc';
  if (!before && type !== 'jwt') {
    throw VaultError.unimplemented(`roles of the type '${type}'`);
  }
  const role: JwtRole = {
    ...readTokenRole(body, before),
    bound_audiences:
      readTexts(body, 'bound_audiences') ?? before?.bound_audiences ?? [],
    bound_subject:
      readText(body, 'bound_subject') ?? before?.bound_subject ?? '',
    bound_claims: readMap(body, 'bound_claims') ?? before?.bound_claims ?? null,
    bound_claims_type:
      readText(body, 'bound_claims_type') ??
      before?.bound_claims_type ??
      'string',
    user_claim: readText(body, 'user_claim') ?? before?.user_claim ?? '',
  };
  if (!role.user_claim) {
    throw VaultError.badRequest('a user claim must be defined on the role');
  }
  const { bound_audiences, bound_subject, bound_claims } = role;
  if (
    bound_audiences.length === 0 &&
    !bound_subject &&
    Object.keys(bound_claims ?? {}).length === 0
  ) {
    throw VaultError.badRequest(
      'must have at least one bound constraint when creating/updating a role',
    );
  }
  return role;
}

async function keysOf({ keys, jwksUrl }: JwtConfig): Promise<KeyObject[]> {
  if (!jwksUrl) {
    return keys.map(parseKey);
  }
  const response = await fetch(jwksUrl, {
    signal: AbortSignal.timeout(JWKS_TIMEOUT_MS),
  });
  const found = keySet.parse(await response.json());
  return found.keys.map(key =>
    createPublicKey({ key: { ...key } as JsonWebKey, format: 'jwk' }),
  );
}

async function login(mount: Mount, call: AuthCall): Promise<VaultAnswer> {
  const { config } = mount;
  const { body } = call.request;
  if (!config) {
    throw VaultError.badRequest('could not load configuration');
  }
  const name = readText(body, 'role') || config.defaultRole;
  if (!name) {
    throw VaultError.badRequest('missing role');
  }
  const role = Object.hasOwn(mount.roles, name) ? mount.roles[name] : undefined;
  if (!role) {
    throw VaultError.badRequest(`role "${name}" could not be found`);
  }
  const token = readText(body, 'jwt');
  if (!token) {
    throw VaultError.badRequest('missing token');
  }
  let claims: JwtClaims;
  try {
    claims = verifyJwt(
      token,
      await keysOf(config),
      {
        issuer: config.issuer,
        subject: role.bound_subject,
        audiences: role.bound_audiences,
      },
      call.now,
    );
  } catch (error) {
    throw VaultError.badRequest(
      `error validating token: ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
  if (claims.aud?.length && role.bound_audiences.length === 0) {
    throw VaultError.badRequest(
      'audience claim found in JWT but no audiences bound to the role',
    );
  }
  const broken = boundClaimsHold(role.bound_claims ?? {}, claims, {
    glob: role.bound_claims_type === 'glob',
  });
  if (broken !== undefined) {
    throw VaultError.badRequest(`error validating claims: ${broken}`);
  }
  const user = claims[role.user_claim];
  if (typeof user !== 'string') {
    throw VaultError.badRequest(
      `claim "${role.user_claim}" not found in token`,
    );
  }
  return call.issue({
    role,
    displayName: `jwt-${user}`,
    meta: { role: name },
    entityId: user,
  });
}

/** JWT: tokens that somebody else has signed. */
export async function jwtAuth(
  mount: Mount,
  call: AuthCall,
): Promise<VaultAnswer> {
  const { operation, body } = call.request;
  const writes = operation === 'create' || operation === 'update';
  if (call.path === 'login') {
    return login(mount, call);
  }
  if (call.path === 'config') {
    return writes ? writeConfig(mount, body) : describeConfig(mount);
  }
  return serveRoles(mount.roles, call, {
    write: (_name, fields, before) => ({ role: writeRole(fields, before) }),
    describe: role => ({
      role_type: 'jwt',
      ...role,
      ...describeTokenRole(role),
    }),
  });
}
