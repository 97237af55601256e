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

import type {
  VaultMount,
  VaultSecretMetadata,
} from '@gitops-platform/backstage-plugin-gitops-node';

/** A secret as far as Vault lets the backend know it. */
export interface KnownSecret {
  /** Inside the mount. */
  path: string;
  /** Absent in a KV v1 engine, and where policies keep it back. */
  metadata?: VaultSecretMetadata;
  keys?: string[];
  /** Why there are no keys. */
  keysReason?: string;
}

/** What is at a claimed path. It holds no time of its own, so that two of them compare. */
export type PathAnswer =
  | {
      status: 'ok';
      mount: VaultMount;
      secrets: KnownSecret[];
      /** There are more than were listed. */
      limited: boolean;
      /** Folders, itself or below it, that policies keep back. */
      denied: string[];
      /** Policies keep back whether there is a secret of the path's own name. */
      closed?: boolean;
    }
  | { status: 'missing' | 'denied'; mount?: VaultMount; reason: string };
