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

import { addVersion, newSecret, type VersionedSecret } from './kv';
import type { VaultState } from './state';
import { timestamp } from './timestamp';

/** A secret of a KV v2 mount of the root namespace; `undefined` where there is none. */
export function secretAt(
  state: VaultState,
  mount: string,
  path: string,
): VersionedSecret | undefined {
  const { mounts } = state.root;
  const found = Object.hasOwn(mounts, `${mount}/`)
    ? mounts[`${mount}/`]
    : undefined;
  return found?.version === 2 && Object.hasOwn(found.secrets, path)
    ? found.secrets[path]
    : undefined;
}

/** Writes a version of a secret past all policies, as of any time. Says whether the mount is there. */
export function putSecret(
  state: VaultState,
  options: {
    mount: string;
    path: string;
    data: Record<string, unknown>;
    at: Date;
    customMetadata?: Record<string, string>;
  },
): boolean {
  const { mount, path, data, customMetadata } = options;
  const found = state.root.mounts[`${mount}/`];
  if (found?.version !== 2) {
    return false;
  }
  const at = timestamp(options.at);
  const secret = secretAt(state, mount, path) ?? newSecret(at);
  secret.custom_metadata = customMetadata ?? secret.custom_metadata;
  found.secrets[path] = secret;
  addVersion(secret, {
    data,
    config: found.config,
    operation: secret.current_version > 0 ? 'update' : 'create',
    clientId: 'sandbox',
    at,
  });
  state.touch();
  return true;
}
