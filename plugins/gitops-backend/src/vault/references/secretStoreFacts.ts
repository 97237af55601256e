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

import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { some, text } from '../../argocd/applied/projectors/lenient';

/** Where secrets come from. */
export type SecretProvider = 'vault' | 'aws' | 'other';

/** What is kept of a SecretStore or ClusterSecretStore. */
export interface SecretStoreFacts {
  provider: SecretProvider;
  /** Of Vault: its address as the cluster has it. */
  address?: string;
  /** Of Vault. */
  namespace?: string;
  /** Of Vault: the mount. */
  mount?: string;
  /** Of Vault: of the KV engine. */
  version?: 1 | 2;
}

const storeSchema = z.object({
  spec: z.object({
    provider: z.object({
      vault: some(
        z.object({ server: text, namespace: text, path: text, version: text }),
      ),
      aws: some(z.object({ service: text })),
    }),
  }),
});

export function secretStoreFacts(
  live: JsonObject,
): SecretStoreFacts | undefined {
  const provider = storeSchema.safeParse(live).data?.spec.provider;
  if (!provider?.vault) {
    return provider && { provider: provider.aws ? 'aws' : 'other' };
  }
  const { server, namespace, path, version } = provider.vault;
  return {
    provider: 'vault',
    address: server,
    namespace,
    mount: path,
    // What the operator takes where nothing is said.
    version: version === 'v1' ? 1 : 2,
  };
}
