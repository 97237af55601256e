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

import { type VaultAnswer, VaultError } from '../http';
import type { Acl } from '../policies';
import type { Namespace } from '../state';
import type { VaultCall } from '../VaultCall';
import {
  builtInMounts,
  describeAuthMount,
  describeSecretMount,
  describeTokenMount,
} from './describeMount';

const EFFECTIVE = { effective: true };

function secretMounts(namespace: Namespace) {
  const own = Object.entries(namespace.mounts).map(([path, mount]) => [
    path,
    describeSecretMount(mount, EFFECTIVE),
  ]);
  return {
    ...Object.fromEntries(own),
    ...builtInMounts(namespace, EFFECTIVE),
  };
}

function authMounts(namespace: Namespace) {
  const own = Object.entries(namespace.auths).map(([path, mount]) => [
    path,
    describeAuthMount(mount, EFFECTIVE),
  ]);
  return {
    ...Object.fromEntries(own),
    'token/': describeTokenMount(namespace, EFFECTIVE),
  };
}

/**
 * `sys/internal/ui/mounts`: those that the caller may reach, or one of them with `path` below it. Without a token, or
 * with one that is not valid, there is none.
 */
export function uiMountPaths(
  { namespace, namespacePath }: VaultCall,
  path: string,
  acl: Acl | undefined,
): VaultAnswer {
  const shown = (mounts: Record<string, unknown>, prefix: string) =>
    Object.fromEntries(
      Object.entries(mounts).filter(([at]) =>
        acl?.reaches(`${namespacePath}${prefix}${at}`),
      ),
    );
  const secret = shown(secretMounts(namespace), '');
  if (path === '') {
    return { data: { auth: shown(authMounts(namespace), 'auth/'), secret } };
  }
  const wanted = `${path.replace(/\/$/, '')}/`;
  const found = Object.entries(secret).find(([at]) => wanted.startsWith(at));
  if (!found) {
    throw new VaultError(
      403,
      `preflight capability check returned 403, please ensure client's policies grant access to path "${wanted}"`,
    );
  }
  const [at, mount] = found;
  return { data: { ...Object(mount), path: at } };
}
