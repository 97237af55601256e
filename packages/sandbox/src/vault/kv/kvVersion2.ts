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

import { readInts } from '../fields';
import {
  NO_CONTENT,
  type Operation,
  type VaultAnswer,
  VaultError,
} from '../http';
import { configPath, dataPath, findSecret, subkeysPath } from './dataPath';
import type { KvCall } from './KvCall';
import { metadataPath } from './metadataPath';
import { changeVersions } from './versionedSecret';

const COMMANDS: Record<Operation, string> = {
  read: 'get',
  list: 'list',
  create: 'put',
  update: 'put',
  patch: 'patch',
  delete: 'delete',
};

/** `delete/`, `undelete/` and `destroy/`, with the numbers of versions in the body. */
const changing =
  (what: 'delete' | 'undelete' | 'destroy') =>
  (call: KvCall): VaultAnswer => {
    const { operation, body } = call.request;
    if (operation !== 'create' && operation !== 'update') {
      throw VaultError.unsupportedOperation();
    }
    const versions = readInts(body, 'versions');
    if (versions.length === 0) {
      throw VaultError.badRequest(
        `${what === 'destroy' ? 'no' : 'No'} version number provided`,
      );
    }
    const secret = findSecret(call);
    if (secret) {
      const { clientId, at } = call;
      changeVersions(secret, { what, versions, operation, clientId, at });
    }
    return NO_CONTENT;
  };

const PATHS: Record<string, (call: KvCall) => VaultAnswer> = {
  data: dataPath,
  metadata: metadataPath,
  subkeys: subkeysPath,
  delete: changing('delete'),
  undelete: changing('undelete'),
  destroy: changing('destroy'),
};

function notVersioned(warning: string): VaultAnswer {
  return { status: 404, warnings: [warning] };
}

/** Serves a KV mount with versions; `path` is that below the mount. */
export function kvVersion2(
  call: Omit<KvCall, 'path'>,
  path: string,
): VaultAnswer {
  const { operation } = call.request;
  const [first, ...rest] = path.split('/');
  const below = rest.join('/');
  if (path === 'config') {
    return configPath({ ...call, path });
  }
  const serve = Object.hasOwn(PATHS, first) ? PATHS[first] : undefined;
  if (serve && rest.length === 0) {
    return notVersioned(
      'Non-listing operations on the root of a K/V v2 mount are not supported.',
    );
  }
  const lists = operation === 'list';
  const folder = lists || below.endsWith('/') || below === '';
  const readsFolder = first === 'data' && operation === 'read' && folder;
  if (!serve || readsFolder || (lists && first !== 'metadata')) {
    return notVersioned(
      `Invalid path for a versioned K/V secrets engine. See the API docs for the appropriate API endpoints to use. If using the Vault CLI, use 'vault kv ${COMMANDS[operation]}' for this operation.`,
    );
  }
  return serve({ ...call, path: below });
}
