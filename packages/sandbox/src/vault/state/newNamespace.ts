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

import { randomBytes, randomUUID } from 'node:crypto';
import { DEFAULT_POLICY } from '../policies';
import type { AuthMount, Namespace, SecretMount } from './VaultSnapshot';

/** Identity and accessor of a new mount. */
export function newIdentity(type: string) {
  return {
    accessor: `${type}_${randomBytes(4).toString('hex')}`,
    uuid: randomUUID(),
  };
}

/** A namespace with what every one has: a token store, the default policy, nothing that holds secrets. */
export function newNamespace(): Namespace {
  return {
    mounts: {},
    auths: {},
    policies: { default: DEFAULT_POLICY },
    builtIn: {
      'cubbyhole/': newIdentity('cubbyhole'),
      'identity/': newIdentity('identity'),
      'sys/': newIdentity('system'),
      'token/': newIdentity('auth_token'),
    },
  };
}

export function newSecretMount(
  version: 1 | 2,
  description: string,
): SecretMount {
  const base = { ...newIdentity('kv'), description };
  return version === 1
    ? { ...base, version, secrets: {} }
    : {
        ...base,
        version,
        secrets: {},
        config: {
          max_versions: 0,
          cas_required: false,
          delete_version_after: 0,
        },
      };
}

export function newAuthMount(
  type: AuthMount['type'],
  description: string,
): AuthMount {
  return { ...newIdentity(`auth_${type}`), description, type, roles: {} };
}
