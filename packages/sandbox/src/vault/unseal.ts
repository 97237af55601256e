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

import { readText } from './fields';
import { type VaultAnswer, VaultError, type VaultRequest } from './http';
import type { VaultSnapshot } from './state';
import { sealStatus } from './sys';

/** The one share of the sandbox's key. It protects nothing: the state is a readable file. */
export const UNSEAL_KEY = Buffer.from('the sandbox keeps no secret').toString(
  'hex',
);

/** `sys/unseal`, which needs no token; `undefined` for any other path. */
export function unseal(
  state: VaultSnapshot,
  { path, operation, body }: VaultRequest,
): VaultAnswer | undefined {
  if (path !== 'sys/unseal' || operation !== 'update') {
    return undefined;
  }
  const key = readText(body, 'key') ?? '';
  if (!/^([0-9a-f]{2}|[\w+/=]{4})+$/i.test(key)) {
    throw VaultError.badRequest("'key' must be a valid hex or base64 string");
  }
  if (state.sealed && key !== UNSEAL_KEY) {
    throw VaultError.badRequest(
      'Unseal failed, invalid key: failed to decrypt keys from storage',
    );
  }
  state.sealed = false;
  return sealStatus(state);
}
