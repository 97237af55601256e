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

import { randomUUID } from 'node:crypto';
import { readFlag, readInt, readSeconds, readText } from '../fields';
import { NO_CONTENT, type VaultAnswer, VaultError } from '../http';
import type { AuthMount } from '../state/VaultSnapshot';
import type { AuthCall } from './AuthCall';
import { serveRoles } from './serveRoles';
import { describeTokenRole, readTokenRole, type TokenRole } from './tokenRole';

interface SecretId {
  accessor: string;
  /** How often it may still be used; absent where that is not bounded. */
  usesLeft?: number;
  /** Milliseconds. */
  expiresAt?: number;
}

/** A role of AppRole. */
export interface AppRole extends TokenRole {
  roleId: string;
  bindSecretId: boolean;
  secretIdUses: number;
  /** Seconds. */
  secretIdTtl: number;
  secretIds: Record<string, SecretId>;
}

type Mount = Extract<AuthMount, { type: 'approle' }>;

function login({ roles }: Mount, call: AuthCall): VaultAnswer {
  const roleId = readText(call.request.body, 'role_id');
  const secretId = readText(call.request.body, 'secret_id');
  if (!roleId) {
    throw new VaultError(
      500,
      'failed to determine alias name from login request',
    );
  }
  const wrong = VaultError.badRequest('invalid role or secret ID');
  const found = Object.entries(roles).find(([, one]) => one.roleId === roleId);
  if (!found) {
    throw wrong;
  }
  const [name, role] = found;
  if (role.bindSecretId) {
    if (!secretId) {
      throw VaultError.badRequest('missing secret_id');
    }
    const known = Object.hasOwn(role.secretIds, secretId)
      ? role.secretIds[secretId]
      : undefined;
    if (!known || (known.expiresAt ?? Infinity) <= call.now.getTime()) {
      throw wrong;
    }
    if (known.usesLeft !== undefined) {
      known.usesLeft -= 1;
      if (known.usesLeft === 0) {
        delete role.secretIds[secretId];
      }
    }
  }
  return call.issue({
    role,
    displayName: 'approle',
    meta: { role_name: name },
    entityId: roleId,
  });
}

function writeRole(
  body: Record<string, unknown>,
  before: AppRole | undefined,
): AppRole {
  return {
    ...readTokenRole(body, before),
    roleId: readText(body, 'role_id') ?? before?.roleId ?? randomUUID(),
    bindSecretId:
      readFlag(body, 'bind_secret_id') ?? before?.bindSecretId ?? true,
    secretIdUses:
      readInt(body, 'secret_id_num_uses') ?? before?.secretIdUses ?? 0,
    secretIdTtl: readSeconds(body, 'secret_id_ttl') ?? before?.secretIdTtl ?? 0,
    secretIds: before?.secretIds ?? {},
  };
}

function newSecretId(role: AppRole, id: string, now: Date): VaultAnswer {
  const accessor = randomUUID();
  const { secretIdUses, secretIdTtl } = role;
  role.secretIds[id] = {
    accessor,
    ...(secretIdUses > 0 ? { usesLeft: secretIdUses } : {}),
    ...(secretIdTtl > 0
      ? { expiresAt: now.getTime() + secretIdTtl * 1000 }
      : {}),
  };
  return {
    data: {
      secret_id: id,
      secret_id_accessor: accessor,
      secret_id_num_uses: secretIdUses,
      secret_id_ttl: secretIdTtl,
    },
  };
}

function describe(role: AppRole): Record<string, unknown> {
  return {
    bind_secret_id: role.bindSecretId,
    local_secret_ids: false,
    secret_id_bound_cidrs: null,
    secret_id_num_uses: role.secretIdUses,
    secret_id_ttl: role.secretIdTtl,
    ...describeTokenRole(role),
  };
}

function roleField(
  mount: Mount,
  call: AuthCall,
  [name, field]: string[],
): VaultAnswer {
  const { operation, body } = call.request;
  const writes = operation === 'create' || operation === 'update';
  const role = Object.hasOwn(mount.roles, name) ? mount.roles[name] : undefined;
  if (!role) {
    throw writes
      ? new VaultError(404, `role "${name}" does not exist`)
      : VaultError.nothing();
  }
  if (field === 'role-id') {
    if (writes) {
      role.roleId = readText(body, 'role_id') ?? role.roleId;
      return NO_CONTENT;
    }
    return { data: { role_id: role.roleId } };
  }
  if (writes && field === 'secret-id') {
    return newSecretId(role, randomUUID(), call.now);
  }
  if (writes && field === 'custom-secret-id') {
    const id = readText(body, 'secret_id') ?? randomUUID();
    return newSecretId(role, id, call.now);
  }
  throw VaultError.unimplemented(
    `${operation} of '${field}' of a role of AppRole`,
  );
}

/** AppRole: an id and a secret for each role. */
export function appRoleAuth(mount: Mount, call: AuthCall): VaultAnswer {
  if (call.path === 'login') {
    return login(mount, call);
  }
  const [first, ...names] = call.path.split('/');
  if (first === 'role' && names.length === 2 && names[1] !== '') {
    return roleField(mount, call, names);
  }
  return serveRoles(mount.roles, call, {
    write: (_name, body, before) => ({ role: writeRole(body, before) }),
    describe,
  });
}
