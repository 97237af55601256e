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
  DeliverySecrets,
  SecretMetadata,
  SecretReference,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { RowFacts } from './RowFacts';

/** How a row's secrets stand; `undefined` where there is nothing to say of any. */
export function secretsOf({
  paths,
  references,
}: RowFacts): DeliverySecrets | undefined {
  if (paths.length === 0 && references.length === 0) {
    return undefined;
  }
  const held = new Map<string, SecretMetadata>();
  for (const path of paths) {
    for (const secret of path.secrets) {
      held.set(keyOf(secret.path, path.server), secret);
    }
  }
  const secrets = [...held.values()];
  const present = secrets.filter(isPresent);
  const asked = askedBeside(references, secrets);
  const rotated = present
    .flatMap(({ updatedAt, createdAt }) => updatedAt ?? createdAt ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    expected: secrets.length + asked.size,
    present:
      present.length + [...asked.values()].filter(synced => synced).length,
    overdue: present.filter(({ rotation }) => rotation?.overdue).length,
    lastRotatedAt: rotated.at(-1),
    oldestRotatedAt: rotated[0],
  };
}

function isPresent({ deletedAt, destroyed }: SecretMetadata): boolean {
  return deletedAt === undefined && !destroyed;
}

/**
 * The secrets that the cluster asks for and that no path holds, and whether it has them all the same: they may be in
 * another server, or where this entity's claim is not proved.
 */
function askedBeside(
  references: SecretReference[],
  held: SecretMetadata[],
): Map<string, boolean> {
  const paths = new Set(held.map(({ path }) => path));
  const asked = new Map<string, boolean>();
  for (const { provider, secrets, server, status } of references) {
    // Where the store is not known, a path that is held says enough.
    const mayBeHeld = provider === 'vault' || provider === 'unknown';
    for (const { path } of secrets) {
      if (!mayBeHeld || !paths.has(path)) {
        const key = keyOf(path, server ?? provider);
        asked.set(key, asked.get(key) || status === 'synced');
      }
    }
  }
  return asked;
}

function keyOf(path: string, holder: string): string {
  return `${holder}\n${path}`;
}
