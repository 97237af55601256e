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

import type { VaultMount } from '@gitops-platform/backstage-plugin-gitops-node';

/** Where a secret is, as far as it is known. */
export interface SecretPlace {
  mount?: string;
  /** Inside the mount, or as it is written where the mount is not known. */
  path: string;
}

/**
 * The path that the External Secrets Operator makes of a key: below the store's mount, which the key may repeat, with
 * `data` or without; else the key begins with the mount.
 */
export function locateKey(
  key: string,
  store: { mount?: string; version?: 1 | 2 },
): SecretPlace {
  const mount = store.mount && trim(store.mount);
  const plain = trim(key);
  if (mount) {
    return { mount, path: below(mount, plain, store.version) ?? plain };
  }
  const [first, ...rest] = plain.split('/');
  return rest.length > 0
    ? { mount: first, path: below(first, plain, store.version) ?? plain }
    : { path: plain };
}

/** The path inside of a mount that a path of Vault's API leads to, such as `secret/data/dev/orders`. */
export function locateApiPath(
  written: string,
  mounts: VaultMount[],
): SecretPlace {
  const path = trim(written).replace(/^v1\//, '');
  for (const { path: mount, version } of mounts) {
    const found = below(mount, path, version);
    if (found !== undefined) {
      return { mount, path: found };
    }
  }
  const [, mount, rest] = /^([^/]+)\/data\/(.+)$/.exec(path) ?? [];
  return rest ? { mount, path: rest } : { path };
}

function below(
  mount: string,
  path: string,
  version: 1 | 2 = 2,
): string | undefined {
  if (!path.startsWith(`${mount}/`)) {
    return undefined;
  }
  const rest = path.slice(mount.length + 1);
  return version === 2 ? rest.replace(/^data\//, '') : rest;
}

/** A namespace as it compares: without slashes at its ends. */
export function plainNamespace(written: string | undefined): {
  namespace?: string;
} {
  return written === undefined ? {} : { namespace: trim(written) };
}

function trim(path: string): string {
  return path.trim().replace(/^\/+|\/+$/g, '');
}
