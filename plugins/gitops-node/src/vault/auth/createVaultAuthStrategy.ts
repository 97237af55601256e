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

import { InputError } from '@backstage/errors';
import type { VaultAuthConfig } from '../../config';
import { appRoleMethod } from './appRoleMethod';
import { jwtMethod, kubernetesMethod } from './jwtMethods';
import { tokenMethod } from './tokenMethod';
import type { VaultAuthMethod, VaultAuthStrategy } from './VaultAuthMethod';

const builtIn = [tokenMethod, kubernetesMethod, appRoleMethod, jwtMethod];

/** The strategy that a configuration asks for; a method that a module adds comes before ours. */
export function createVaultAuthStrategy(options: {
  auth: VaultAuthConfig;
  methods: VaultAuthMethod[];
}): VaultAuthStrategy {
  const { method, settings, key } = options.auth;
  const all = [...options.methods, ...builtIn];
  const found = all.find(({ name }) => name === method);
  if (!found) {
    const names = [...new Set(all.map(({ name }) => name))];
    throw new InputError(
      `Invalid configuration: ${key}.method: found '${method}', expected one of ${names.join(
        ', ',
      )}`,
    );
  }
  return found.createStrategy({ settings, key });
}
