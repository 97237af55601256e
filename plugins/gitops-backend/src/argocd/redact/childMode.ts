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

import { endsAsReference, type KeyRole } from './roleOfKey';

/**
 * How values are masked: `plain`, by their keys and shapes; `leaves`, unless a key says that they only tell about
 * something; `everything`.
 */
export type MaskMode = 'plain' | 'leaves' | 'everything';

/** The scalars beside a value, by key. */
type Siblings = Record<string, string | undefined>;

interface Surroundings {
  mode: MaskMode;
  siblings: Siblings;
  /** Whether the value has no values inside. */
  leaf: boolean;
  roleOf: (key: string) => KeyRole;
}

/** What a value is called whose name stands beside it, as in `{ name: DB_PASSWORD, value: … }`. */
const VALUES = new Set([
  'value',
  'values',
  'string',
  'array',
  'map',
  'default',
  'defaultvalue',
  'content',
  'data',
]);

/** How the value of a key is masked, by the key, what stands beside it and what surrounds them. */
export function childMode(key: string, surroundings: Surroundings): MaskMode {
  const { mode, siblings, leaf } = surroundings;
  if (mode === 'everything' || holdsSecretData(key, siblings)) {
    return 'everything';
  }
  switch (roleIn(key, surroundings)) {
    case 'credential':
      // `auth: { enabled, username, password }`: its own keys say more.
      return !leaf && /auth$/i.test(key) ? mode : 'leaves';
    case 'reference':
      return 'plain';
    default:
      return mode === 'leaves' && tellsAboutSecret(key, siblings)
        ? 'plain'
        : mode;
  }
}

function roleIn(key: string, { siblings, roleOf }: Surroundings): KeyRole {
  // An ExternalSecret names the key of the Secret like this.
  if (key === 'secretKey' && 'remoteRef' in siblings) {
    return 'reference';
  }
  const own = roleOf(key);
  const named = own === 'plain' && VALUES.has(key.toLowerCase());
  return named ? roleOf(nameAmong(siblings)) : own;
}

function nameAmong(siblings: Siblings): string {
  const name = Object.entries(siblings).find(
    ([key, value]) =>
      value !== undefined && /^(name|key|variable|parameter)$/i.test(key),
  );
  return name?.[1] ?? '';
}

/** The data of a Secret; `encryptedData` is that of a SealedSecret. */
function holdsSecretData(key: string, { kind }: Siblings): boolean {
  return (
    key === 'encryptedData' ||
    (kind === 'Secret' && /^(data|stringData)$/.test(key))
  );
}

/** `secret: { secretName, items: [{ key, path }] }`, as volumes have it. */
function tellsAboutSecret(key: string, siblings: Siblings): boolean {
  return key === 'key'
    ? ['path', 'objectName', 'property', 'name'].some(
        other => other in siblings,
      )
    : endsAsReference(key) || key === 'property';
}
