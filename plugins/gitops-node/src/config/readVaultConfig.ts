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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { describeIssue } from './describeIssue';
import { readPeerVault } from './readPeerVault';
import type { VaultConfig } from './VaultConfig';
import { vaultSchema } from './vaultServerSchema';

const KEY = 'gitops.vault';
const FALLBACK = `there is no ${KEY}, so its server is read from vault`;

/**
 * Reads `gitops.vault`. Without it the server is that of the Community plugin's `vault`, if there is one; the logger says
 * so. What a method of authentication wants under `auth` is not looked at here.
 *
 * @throws InputError that names every key that is wrong, what was found there and what is expected. It never contains a
 * credential.
 * @public
 */
export function readVaultConfig(
  config: Config,
  options: { logger?: Pick<LoggerService, 'info'> } = {},
): VaultConfig {
  const own = config.getOptional(KEY);
  const peer = own === undefined ? readPeerVault(config) : undefined;
  const data = own ?? peer;
  const result = vaultSchema.safeParse(data);
  if (!result.success) {
    const problems = result.error.issues.map(issue =>
      describeIssue(KEY, data ?? null, issue),
    );
    throw new InputError(
      `Invalid configuration${peer ? ` (${FALLBACK})` : ''}: ${problems.join(
        '; ',
      )}`,
    );
  }
  if (peer) {
    options.logger?.info(`Vault: ${FALLBACK}`);
  }
  return {
    servers: result.data.servers.map((server, index) => ({
      ...server,
      auth: {
        ...server.auth,
        key: peer ? 'vault.auth' : `${KEY}.servers[${index}].auth`,
      },
      allowedPaths:
        server.allowedPaths.length > 0
          ? server.allowedPaths
          : provingPatterns(server.pathPattern),
    })),
  };
}

/** Where nothing is said, the place where a service's secrets are looked for is its own, if it has a name of its own. */
function provingPatterns(pathPattern: string): string[] {
  return /\{(service|owner|system)\}/.test(pathPattern) ? [pathPattern] : [];
}
