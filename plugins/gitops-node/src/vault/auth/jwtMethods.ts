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

import { z } from 'zod';
import { expected, text } from '../../config/expected';
import { slashedPath } from '../../config/vaultPathSchema';
import { parseSettings } from './parseSettings';
import { readCredentialFile } from './readCredentialFile';
import type { VaultAuthMethod } from './VaultAuthMethod';

const ACCOUNT_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';

const role = text('the name of a Vault role');
const authPath = slashedPath('the path of the auth method in Vault');

const kubernetesSchema = z.strictObject(
  {
    role,
    authPath: authPath.default('kubernetes'),
    serviceAccountTokenPath: text('the path of a file').default(ACCOUNT_TOKEN),
  },
  expected('role beside method: kubernetes'),
);

const jwtSchema = z.strictObject(
  {
    role,
    authPath: authPath.default('jwt'),
    jwtFile: text('the path of a file that holds the JWT'),
  },
  expected('role and jwtFile beside method: jwt'),
);

/** The token of the backend's service account, read anew at each login: Kubernetes replaces it every hour or so. */
export const kubernetesMethod: VaultAuthMethod = {
  name: 'kubernetes',
  createStrategy(options) {
    const settings = parseSettings(kubernetesSchema, options);
    const key = `${options.key}.serviceAccountTokenPath`;
    return {
      login: async api =>
        api.login(`${settings.authPath}/login`, {
          role: settings.role,
          jwt: await readCredentialFile(key, settings.serviceAccountTokenPath),
        }),
    };
  },
};

/** A JWT of another issuer, read anew at each login. */
export const jwtMethod: VaultAuthMethod = {
  name: 'jwt',
  createStrategy(options) {
    const settings = parseSettings(jwtSchema, options);
    return {
      login: async api =>
        api.login(`${settings.authPath}/login`, {
          role: settings.role,
          jwt: await readCredentialFile(
            `${options.key}.jwtFile`,
            settings.jwtFile,
          ),
        }),
    };
  },
};
