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

import type { VaultMount } from '@gitops-platform/backstage-plugin-gitops-node';

/**
 * The page of a folder or secret in the UI of a server: that of Vault 1.14 and newer, which older ones lead on from.
 */
export function vaultUiUrl(at: {
  publicUrl: string;
  /** The server's and that below it. */
  namespace?: string;
  mount: VaultMount;
  path: string;
  kind: 'folder' | 'secret';
}): string {
  const { publicUrl, namespace, mount, path, kind } = at;
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const list = kind === 'folder' ? `list/${encoded}/` : undefined;
  const engine = encodeURIComponent(mount.path);
  const page =
    mount.version === 2
      ? `${engine}/kv/${list ?? `${encodeURIComponent(path)}/details`}`
      : `${engine}/${list ?? `show/${encoded}`}`;
  const query = namespace ? `?namespace=${encodeURIComponent(namespace)}` : '';
  return `${publicUrl}/ui/vault/secrets/${page}${query}`;
}
