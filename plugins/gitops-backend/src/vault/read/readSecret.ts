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

import type {
  TtlCache,
  VaultLocation,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { VaultReads } from '../VaultServer';
import { isDeleted } from './isDeleted';
import type { KnownSecret } from './PathAnswer';
import { unlessRefused } from './unlessRefused';

const VERSION_1 =
  'A KV engine of version 1 knows names only. To tell the names of the keys, their values would have to be read, which never happens here.';
const KEYS_DENIED =
  "The backend's Vault policy does not let it read the names of keys: it needs read on the path below subkeys.";
const NO_SUBKEYS =
  'This server does not tell the names of keys: Vault 1.10 and newer do.';
const GONE =
  'The current version is deleted, and with it the names of its keys.';
const EMPTY = 'Nothing was ever written to it.';

/**
 * What Vault tells of one secret. Rejects as the client does where its metadata cannot be read.
 *
 * @param keys - the names of the keys of versions, which never change
 */
export async function readSecret(
  client: VaultReads,
  location: VaultLocation,
  keys: TtlCache<string[]>,
): Promise<KnownSecret> {
  const { mount, namespace, path } = location;
  if (mount.version === 1) {
    return { path, keysReason: VERSION_1 };
  }
  const metadata = await client.getMetadata(location);
  const current = metadata.versions.find(
    ({ version }) => version === metadata.currentVersion,
  );
  if (!current) {
    return { path, metadata, keysReason: EMPTY };
  }
  if (isDeleted(current, Date.now())) {
    return { path, metadata, keysReason: GONE };
  }
  // Deleted whole and written anew, a secret counts from 1 again.
  const { version, createdAt } = current;
  const id = JSON.stringify([mount.path, namespace, path, version, createdAt]);
  const read = await unlessRefused(() =>
    keys.get(id, () => client.listKeys(location)),
  );
  if (read.value) {
    return { path, metadata, keys: read.value };
  }
  return {
    path,
    metadata,
    keysReason: read.refused === 'denied' ? KEYS_DENIED : NO_SUBKEYS,
  };
}
