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

import type { VaultMount } from '../config';

/**
 * Where a secret or folder is on a server.
 * @public
 */
export interface VaultLocation {
  mount: VaultMount;
  /** Inside the mount, without slashes at its ends. */
  path: string;
  /** Below that of the server. */
  namespace?: string;
}

/**
 * How a server fares by its own account.
 * @public
 */
export interface VaultHealth {
  initialized: boolean;
  sealed: boolean;
  /** It hands calls on to the active node. */
  standby: boolean;
  version?: string;
}

/**
 * One version of a secret. Times are ISO 8601.
 * @public
 */
export interface VaultSecretVersion {
  version: number;
  createdAt?: string;
  /** When it was deleted, or will be: it may lie ahead, where versions are deleted by age. */
  deletionTime?: string;
  destroyed: boolean;
}

/**
 * What is known of a secret without reading it.
 * @public
 */
export interface VaultSecretMetadata {
  /** 0 where nothing was ever written. */
  currentVersion: number;
  createdAt?: string;
  updatedAt?: string;
  /** Newest first. */
  versions: VaultSecretVersion[];
  /** Only what the configuration names. */
  customMetadata: Record<string, string>;
}
