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
import type { JsonObject } from '@backstage/types';
import {
  VaultClient,
  vaultFailureOf,
  type VaultServerConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';

import { target } from './target';

/** The suite reports by itself. */
const silent: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silent,
};

/** The client that the backend reads with, on the target. Whoever makes one closes it. */
export function ourClient(
  auth: JsonObject & { method: string },
  differs: Partial<VaultServerConfig> = {},
): VaultClient {
  const { method, ...settings } = auth;
  return VaultClient.create({
    config: {
      name: 'target',
      url: target.url,
      publicUrl: target.url,
      aliases: [],
      stores: [],
      allowedNamespaces: [],
      auth: { method, settings, key: 'auth' },
      headers: {},
      timeout: { seconds: 10 },
      mounts: [],
      pathPattern: '{environment}/{service}',
      allowedPaths: [],
      customMetadata: ['owner'],
      rotation: { rules: [], metadataKey: 'rotation-max-age' },
      limits: { secrets: 200, concurrency: 5 },
      ...differs,
    },
    logger: silent,
  });
}

/** The failure of a call, as the cards see it. */
export async function failureOf(ask: () => Promise<unknown>) {
  try {
    await ask();
  } catch (error) {
    return vaultFailureOf(error);
  }
  return undefined;
}
