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

import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { VaultServerConfig } from '../../config';
import type { Clock } from '../../upstream';
import { fakeClock } from '../../upstream/__testUtils__/fakeClock';
import type { VaultAuthMethod } from '../auth';
import { VaultClient } from '../VaultClient';

const clients: VaultClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map(client => client.close()));
});

/** A client that ends with the test. */
export function vaultClientFor(
  url: string,
  options: {
    auth?: JsonObject & { method: string };
    clock?: Clock;
    methods?: VaultAuthMethod[];
    config?: Partial<VaultServerConfig>;
  } = {},
): VaultClient {
  const { auth = { method: 'token', token: 's.good' }, methods } = options;
  const { method, ...settings } = auth;
  const client = VaultClient.create({
    config: {
      name: 'main',
      url,
      publicUrl: url,
      aliases: [],
      stores: [],
      allowedNamespaces: [],
      auth: { method, settings, key: 'gitops.vault.servers[0].auth' },
      headers: { 'x-proxy': 'yes' },
      timeout: { seconds: 5 },
      mounts: [],
      pathPattern: '{environment}/{service}',
      allowedPaths: [],
      customMetadata: ['owner'],
      rotation: { rules: [], metadataKey: 'rotation-max-age' },
      limits: { secrets: 200, concurrency: 5 },
      ...options.config,
    },
    logger: mockServices.logger.mock(),
    methods,
    clock: options.clock ?? fakeClock(),
  });
  clients.push(client);
  return client;
}
