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
import type { KnownSecret, PathAnswer } from './PathAnswer';
import { readSecret } from './readSecret';
import { unlessRefused } from './unlessRefused';
import { walkFolder } from './walkFolder';

const MISSING =
  'There is nothing at this path. A secret that is written there appears here.';
const NO_FOLDER =
  'There is no folder at this path. In a KV engine of version 1 only folders can be looked into: name the one that the secret is in.';
const DENIED =
  "The backend's Vault policy does not let it read here: it needs read and list on the path below metadata.";
const SECRET_DENIED =
  "The backend's Vault policy does not let it read this secret's metadata.";

/**
 * What is at a path, which may be a secret, a folder or both, and nothing beside it. Rejects where the server fails.
 */
export async function readPath(
  client: VaultReads,
  location: VaultLocation,
  options: { limit: number; keys: TtlCache<string[]> },
): Promise<PathAnswer> {
  const { limit, keys } = options;
  const { mount } = location;
  const versioned = mount.version === 2;
  const [folder, itself] = await Promise.all([
    unlessRefused(() => walkFolder(client, location, limit)),
    versioned
      ? unlessRefused(() => readSecret(client, location, keys))
      : { refused: 'missing' as const },
  ]);
  const own = 'value' in itself ? itself.value : undefined;
  const found = folder.value;
  if (!found && !own) {
    const refusals = [folder, itself].flatMap(one =>
      'refused' in one ? one.refused : [],
    );
    return refusals.includes('denied')
      ? { status: 'denied', mount, reason: DENIED }
      : { status: 'missing', mount, reason: versioned ? MISSING : NO_FOLDER };
  }
  const secrets = await Promise.all(
    (found?.paths ?? []).map(path => listed({ ...location, path })),
  );
  return {
    status: 'ok',
    mount,
    secrets: [own, ...secrets].filter(secret => secret !== undefined),
    limited: found?.limited ?? false,
    denied:
      'refused' in folder && folder.refused === 'denied'
        ? [location.path]
        : found?.denied ?? [],
    closed: 'refused' in itself && itself.refused === 'denied',
  };

  /** One whose name is known already. */
  async function listed(at: VaultLocation): Promise<KnownSecret | undefined> {
    const read = await unlessRefused(() => readSecret(client, at, keys));
    if (read.value) {
      return read.value;
    }
    return read.refused === 'denied'
      ? { path: at.path, keysReason: SECRET_DENIED }
      : undefined;
  }
}
