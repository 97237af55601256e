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
  SecretMetadata,
  SecretPath,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { Expectation, ExpectedSecret } from '../references/Expectation';
import { isGone, type ShownPath } from './SecretsView';

/** What Vault says of a secret that the cluster expects. */
export type Judgement =
  /** Nobody can tell: nothing proved covers it, or the server does not answer. */
  | { is: 'unknown' }
  | { is: 'missing'; item: SecretPath }
  | { is: 'gone'; item: SecretPath; secret: SecretMetadata }
  | { is: 'incomplete'; secret: SecretMetadata; missing: string[] }
  | { is: 'present'; secret: SecretMetadata };

/** Compares an expected secret with what is known of the paths that cover it. */
export function judgeExpected(
  expected: ExpectedSecret,
  { reference }: Pick<Expectation, 'reference'>,
  paths: ShownPath[],
): Judgement {
  const covering = paths.filter(({ item }) =>
    covers(item, expected, reference),
  );
  const [found] = covering.flatMap(({ item }) =>
    item.secrets
      .filter(secret => secret.path === expected.path)
      .map(secret => ({ item, secret })),
  );
  if (!found) {
    const item = covering[0]?.item;
    // A list that was cut short, what policies keep back, or a store that may be another one's, proves no absence.
    const certain =
      covering.every(shown => listsAll(shown, expected)) &&
      (reference.server !== undefined || reference.status !== 'synced');
    return item && certain ? { is: 'missing', item } : { is: 'unknown' };
  }
  const { item, secret } = found;
  if (isGone(secret)) {
    return { is: 'gone', item, secret };
  }
  const missing = secret.keys
    ? expected.keys.filter(key => !hasKey(secret.keys ?? [], key))
    : [];
  return missing.length > 0
    ? { is: 'incomplete', secret, missing }
    : { is: 'present', secret };
}

function covers(
  item: SecretPath,
  expected: ExpectedSecret,
  { server, provider, environment }: Expectation['reference'],
): boolean {
  return (
    ['ok', 'missing'].includes(item.status) &&
    ['vault', 'unknown'].includes(provider) &&
    !expected.folder &&
    (server === undefined || server === item.server) &&
    (expected.mount === undefined || expected.mount === item.mount) &&
    (expected.namespace === undefined ||
      expected.namespace === (item.namespace ?? '')) &&
    item.environment === environment &&
    `${expected.path}/`.startsWith(`${item.path}/`)
  );
}

/** Whether what is expected would be in the list, if it were there. */
function listsAll(
  { item, denied, closed }: ShownPath,
  { path }: ExpectedSecret,
): boolean {
  return (
    item.limit === undefined &&
    !denied.some(folder => path.startsWith(`${folder}/`)) &&
    !(closed && path === item.path)
  );
}

/** A property may lead into what a key holds, as in `tls.key`; a key may as well be called so. */
function hasKey(keys: string[], property: string): boolean {
  return keys.includes(property) || keys.includes(property.split('.')[0]);
}
