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

import { NO_CONTENT, type VaultAnswer, VaultError } from '../http';
import { newNamespace, type VaultSnapshot } from '../state';
import type { TokenCall } from '../VaultCall';

/** `sys/namespaces`, which Vault Enterprise and OpenBao have: those right below the one that is asked. */
export function namespacePaths(
  { namespaces }: VaultSnapshot,
  { namespacePath, request }: TokenCall,
  path: string,
): VaultAnswer {
  const name = path.replace(/\/$/, '');
  const full = `${namespacePath}${name}/`;
  switch (request.operation) {
    case 'list': {
      const keys = Object.keys(namespaces)
        .filter(one => one !== namespacePath && one.startsWith(namespacePath))
        .map(one => one.slice(namespacePath.length))
        .filter(one => one.indexOf('/') === one.length - 1)
        .sort();
      if (keys.length === 0) {
        throw VaultError.nothing();
      }
      return { data: { keys } };
    }
    case 'read':
      if (!Object.hasOwn(namespaces, full)) {
        throw VaultError.nothing();
      }
      return { data: { path: full } };
    case 'update':
    case 'patch':
      if (!/^[\w-]+$/.test(name) || name === 'root') {
        throw VaultError.badRequest(`"${name}" is not a name for a namespace`);
      }
      namespaces[full] ??= newNamespace();
      return { data: { path: full } };
    case 'delete':
      for (const one of Object.keys(namespaces)) {
        if (one.startsWith(full)) {
          delete namespaces[one];
        }
      }
      return NO_CONTENT;
    default:
      throw VaultError.unsupportedOperation();
  }
}
