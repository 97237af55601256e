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

import {
  readFlag,
  readSeconds,
  readText,
  readTextMap,
  readTexts,
} from '../fields';
import { NO_CONTENT, type VaultAnswer, VaultError } from '../http';
import { parseSeconds } from '../fields';
import type { TokenCall } from '../VaultCall';
import type { TokenStore } from './TokenStore';

/** A duration of a new token; its complaint does not name the field. */
function ttlOf(body: Record<string, unknown>): number | undefined {
  const value = body.ttl ?? body.lease;
  if (value === undefined) {
    return undefined;
  }
  try {
    return parseSeconds(value);
  } catch (error) {
    throw VaultError.badRequest(error instanceof Error ? error.message : '');
  }
}

function policiesOf({ request, token, acl }: TokenCall): string[] {
  const asked = readTexts(request.body, 'policies') ?? [];
  const isRoot = acl.allows('sudo', 'auth/token/create');
  if (asked.length === 0) {
    return token.policies;
  }
  if (!isRoot && !asked.every(one => token.policies.includes(one))) {
    throw VaultError.badRequest('child policies must be subset of parent');
  }
  const noDefault = readFlag(request.body, 'no_default_policy') ?? false;
  return asked.includes('root') || noDefault ? asked : [...asked, 'default'];
}

function create(tokens: TokenStore, call: TokenCall): VaultAnswer {
  const { request, namespace, namespacePath, token, acl } = call;
  const { body } = request;
  if (body.type === 'batch') {
    throw VaultError.unimplemented('batch tokens');
  }
  if (body.num_uses) {
    throw VaultError.unimplemented('num_uses of a token');
  }
  const mayChoose = acl.allows('sudo', 'auth/token/create');
  const id = readText(body, 'id');
  const noParent = readFlag(body, 'no_parent') ?? false;
  if (!mayChoose && (id || noParent || body.period)) {
    throw VaultError.badRequest(
      'root or sudo privileges required to specify token id, period or no parent',
    );
  }
  if (id && tokens.has(id)) {
    throw VaultError.badRequest('cannot create a token with a duplicate ID');
  }
  const name = readText(body, 'display_name');
  const policies = policiesOf(call);
  const made = tokens.create({
    ...(id ? { id } : {}),
    namespace: namespacePath,
    policies,
    path: 'auth/token/create',
    displayName: name ? `token-${name}` : 'token',
    meta: readTextMap(body, 'meta'),
    ttl: ttlOf(body),
    explicitMaxTtl: readSeconds(body, 'explicit_max_ttl'),
    period: readSeconds(body, 'period'),
    renewable: readFlag(body, 'renewable'),
    ...(noParent ? {} : { parent: token.id }),
  });
  const unknown = policies.filter(
    one => one !== 'root' && !Object.hasOwn(namespace.policies, one),
  );
  const warnings = [
    ...unknown.map(one => `Policy "${one}" does not exist`),
    ...(id
      ? [
          'Supplying a custom ID for the token uses the weaker SHA1 hashing instead of the more secure SHA2-256 HMAC for token obfuscation. SHA1 hashed tokens on the wire leads to less secure lookups.',
        ]
      : []),
  ];
  return {
    auth: tokens.describeAuth(made),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

/** The token that the body names. */
function named(tokens: TokenStore, { request }: TokenCall) {
  const id = readText(request.body, 'token');
  if (!id) {
    throw VaultError.badRequest('missing token ID');
  }
  if (!tokens.has(id)) {
    throw VaultError.badRequest('bad token');
  }
  return tokens.require(id);
}

/** `auth/token/…`. */
export function tokenPaths(tokens: TokenStore, call: TokenCall): VaultAnswer {
  const { request, token } = call;
  const path = request.path.replace(/^auth\/token\//, '');
  const renew = (renewed: typeof token): VaultAnswer => {
    const asked = readSeconds(request.body, 'increment');
    const warnings = tokens.renew(renewed, asked);
    return {
      auth: tokens.describeAuth(renewed),
      ...(warnings.length > 0 ? { warnings } : {}),
    };
  };
  switch (path) {
    case 'create':
    case 'create-orphan':
      return create(tokens, call);
    case 'lookup-self':
      return { data: tokens.describe(token) };
    case 'renew-self':
      return renew(token);
    case 'revoke-self':
      tokens.revoke(token.id);
      return NO_CONTENT;
    case 'lookup':
      return { data: tokens.describe(named(tokens, call)) };
    case 'renew':
      return renew(named(tokens, call));
    case 'revoke':
      tokens.revoke(named(tokens, call).id);
      return NO_CONTENT;
    default:
      throw VaultError.unimplemented(`auth/token/${path}`);
  }
}
