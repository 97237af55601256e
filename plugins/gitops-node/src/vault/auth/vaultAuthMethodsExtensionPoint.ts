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

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { VaultAuthMethod } from './VaultAuthMethod';

/**
 * Adds methods beside token, kubernetes, approle and jwt; one of the same name takes the place of ours.
 * @public
 */
export interface GitOpsVaultAuthMethodsExtensionPoint {
  addMethod(method: VaultAuthMethod): void;
}

/**
 * Where modules of the `gitops` plugin add ways to authenticate against Vault.
 *
 * @example
 * ```ts
 * createBackendModule({
 *   pluginId: 'gitops',
 *   moduleId: 'vault-userpass',
 *   register(env) {
 *     env.registerInit({
 *       deps: { vault: gitOpsVaultAuthMethodsExtensionPoint },
 *       init: async ({ vault }) =>
 *         vault.addMethod({
 *           name: 'userpass',
 *           createStrategy: ({ settings }) => ({
 *             login: api =>
 *               api.login(`userpass/login/${settings.username}`, {
 *                 password: settings.password,
 *               }),
 *           }),
 *         }),
 *     });
 *   },
 * });
 * ```
 * @public
 */
export const gitOpsVaultAuthMethodsExtensionPoint =
  createExtensionPoint<GitOpsVaultAuthMethodsExtensionPoint>({
    id: 'gitops.vault-auth-methods',
  });
