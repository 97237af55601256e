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

import { readMap, readText } from '../fields';
import { NO_CONTENT, type VaultAnswer, VaultError } from '../http';
import { type AuthMount, newAuthMount, newSecretMount } from '../state';
import type { TokenStore } from '../tokens';
import type { TokenCall } from '../VaultCall';
import {
  builtInMounts,
  describeAuthMount,
  describeSecretMount,
  describeTokenMount,
} from './describeMount';

/** What Vault brings along and the sandbox does not play. */
const OTHER_PLUGINS =
  /^(ad|alicloud|aws|azure|cert|cf|consul|database|gcp|gcpkms|github|kerberos|kmip|ldap|mongodbatlas|nomad|oci|oidc|okta|openldap|pki|rabbitmq|radius|saml|spiffe|ssh|terraform|totp|transform|transit|userpass)$/;

const AUTH_TYPES: Record<string, AuthMount['type']> = {
  approle: 'approle',
  jwt: 'jwt',
  kubernetes: 'kubernetes',
};

function refuseType(type: string | undefined): VaultError {
  if (!type) {
    return VaultError.badRequest('backend type must be specified as a string');
  }
  return OTHER_PLUGINS.test(type)
    ? VaultError.unimplemented(`the plugin '${type}'`)
    : VaultError.badRequest(`plugin not found in the catalog: ${type}`);
}

function refuseTaken(path: string, taken: string[]): void {
  const other = taken.find(one => path.startsWith(one) || one.startsWith(path));
  if (other) {
    throw VaultError.badRequest(`path is already in use at ${other}`);
  }
}

function versionOf(body: Record<string, unknown>): 1 | 2 | undefined {
  const type = readText(body, 'type');
  if (type === 'kv-v2') {
    return 2;
  }
  if (type !== 'kv' && type !== 'generic') {
    return undefined;
  }
  return String(readMap(body, 'options')?.version ?? '1') === '2' ? 2 : 1;
}

const NOMINAL = { effective: false };

/** A table of mounts and what is below its path in `sys/`. */
function serveTable<Mount>(
  { request }: TokenCall,
  path: string,
  table: {
    mounts: Record<string, Mount>;
    /** As errors call one of its mounts. */
    noun: string;
    describe(mount: Mount): Record<string, unknown>;
    /** What is always there, described. */
    builtIn: Record<string, Record<string, unknown>>;
    make(body: Record<string, unknown>, description: string): Mount;
    removed(mount: string): void;
  },
): VaultAnswer {
  const { mounts, builtIn } = table;
  const mount = `${path.replace(/\/$/, '')}/`;
  if (path === '') {
    const own = Object.entries(mounts).map(([at, one]) => [
      at,
      table.describe(one),
    ]);
    return { flat: true, data: { ...Object.fromEntries(own), ...builtIn } };
  }
  if (/\/tune$/.test(path)) {
    throw VaultError.unimplemented(request.path);
  }
  switch (request.operation) {
    case 'read':
      if (!Object.hasOwn(mounts, mount)) {
        throw VaultError.badRequest(`No ${table.noun} at ${mount}`);
      }
      return { flat: true, data: table.describe(mounts[mount]) };
    case 'update': {
      const description = readText(request.body, 'description') ?? '';
      const made = table.make(request.body, description);
      refuseTaken(mount, [...Object.keys(mounts), ...Object.keys(builtIn)]);
      mounts[mount] = made;
      return NO_CONTENT;
    }
    case 'delete':
      delete mounts[mount];
      table.removed(mount);
      return NO_CONTENT;
    default:
      throw VaultError.unsupportedOperation();
  }
}

/** `sys/mounts` and what is below it. */
export function mountPaths(call: TokenCall, path: string): VaultAnswer {
  const { namespace } = call;
  return serveTable(call, path, {
    mounts: namespace.mounts,
    noun: 'secret engine mount',
    describe: mount => describeSecretMount(mount, NOMINAL),
    builtIn: builtInMounts(namespace, NOMINAL),
    make: (body, description) => {
      const version = versionOf(body);
      if (!version) {
        throw refuseType(readText(body, 'type'));
      }
      return newSecretMount(version, description);
    },
    removed: () => undefined,
  });
}

/** `sys/auth` and what is below it. */
export function authMountPaths(
  call: TokenCall,
  path: string,
  tokens: TokenStore,
): VaultAnswer {
  const { namespace, namespacePath } = call;
  return serveTable(call, path, {
    mounts: namespace.auths,
    noun: 'auth engine',
    describe: mount => describeAuthMount(mount, NOMINAL),
    builtIn: { 'token/': describeTokenMount(namespace, NOMINAL) },
    make: (body, description) => {
      const type = readText(body, 'type') ?? '';
      if (!Object.hasOwn(AUTH_TYPES, type)) {
        throw refuseType(type);
      }
      return newAuthMount(AUTH_TYPES[type], description);
    },
    removed: mount => tokens.revokeOf(namespacePath, `auth/${mount}`),
  });
}
