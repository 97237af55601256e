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

import { VaultError, type VaultRequest } from './http';
import type { Namespace } from './state';
import type { VaultCall } from './VaultCall';

/** The longest of the mounts that a path is below. */
export function mountOf<Mount>(
  mounts: Record<string, Mount>,
  path: string,
): [path: string, mount: Mount] | undefined {
  return Object.entries(mounts)
    .filter(([at]) => path.startsWith(at) || `${path}/` === at)
    .sort(([a], [b]) => b.length - a.length)[0];
}

/** The namespace that the header and the beginning of the path name, and the path below it. */
export function locate(
  namespaces: Record<string, Namespace>,
  request: VaultRequest,
  header: string,
): Omit<VaultCall, 'now'> {
  const asked = header.split('/').filter(Boolean).join('/');
  const prefix = asked && asked !== 'root' ? `${asked}/` : '';
  if (!Object.hasOwn(namespaces, prefix)) {
    throw new VaultError(404, 'namespace not found');
  }
  const full = `${prefix}${request.path}`;
  const namespacePath = Object.keys(namespaces)
    .filter(one => full.startsWith(one) && one.startsWith(prefix))
    .reduce((a, b) => (a.length >= b.length ? a : b), prefix);
  return {
    request: { ...request, path: full.slice(namespacePath.length) },
    namespace: namespaces[namespacePath],
    namespacePath,
  };
}

/** Whether a write would make a secret that is not there yet. */
export function isNewSecret({ namespace, request }: VaultCall): boolean {
  const found = mountOf(namespace.mounts, request.path);
  if (!found) {
    return false;
  }
  const [at, mount] = found;
  const path = request.path.slice(at.length);
  if (mount.version === 1) {
    return !Object.hasOwn(mount.secrets, path);
  }
  const [first, ...rest] = path.split('/');
  return (
    ['data', 'metadata'].includes(first) &&
    !Object.hasOwn(mount.secrets, rest.join('/'))
  );
}
