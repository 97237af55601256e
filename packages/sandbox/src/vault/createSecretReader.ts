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

import type { SecretReader } from '../argocd';
import { isReadable } from './kv';
import type { Vault } from './Vault';

/** What the External Secrets Operator of the sandbox's clusters sees of a Vault: its root namespace. */
export function createSecretReader(
  { state }: Vault,
  now: () => Date = () => new Date(),
): SecretReader {
  return {
    problem: () => {
      const { sealed, standby } = state.value;
      if (sealed) {
        return 'Error making API request: Code: 503. Errors: * Vault is sealed';
      }
      return standby
        ? 'Error making API request: Code: 503. Errors: * no active Vault instance found'
        : undefined;
    },
    read: ({ mount, path, version }) => {
      const { mounts } = state.root;
      const found = Object.hasOwn(mounts, `${mount}/`)
        ? mounts[`${mount}/`]
        : undefined;
      if (!found || !Object.hasOwn(found.secrets, path)) {
        return undefined;
      }
      if (found.version === 1) {
        return found.secrets[path];
      }
      const secret = found.secrets[path];
      const wanted = secret.versions[version ?? secret.current_version];
      return wanted && isReadable(wanted, now()) ? wanted.data : undefined;
    },
  };
}
