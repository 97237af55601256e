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

import type { VaultServerConfig } from '@gitops-platform/backstage-plugin-gitops-node';

type Server = Pick<
  VaultServerConfig,
  'name' | 'url' | 'publicUrl' | 'aliases' | 'stores'
>;

/** The configured server at an address, as the backend, people or the cluster call it. */
export function serverAt<T extends Server>(
  servers: T[],
  address: string | undefined,
): T | undefined {
  const wanted = plainAddress(address);
  return wanted === undefined
    ? undefined
    : servers.find(({ url, publicUrl, aliases }) =>
        [url, publicUrl, ...aliases].some(one => plainAddress(one) === wanted),
      );
}

/** Case, the usual port, `/v1` and slashes at the end make no other server. */
function plainAddress(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) {
    return undefined;
  }
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/\/+$/, '').replace(/\/v1$/, '')}`;
}
