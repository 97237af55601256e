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

import type { HumanDuration, JsonObject } from '@backstage/types';

/**
 * How to authenticate against Vault.
 * @public
 */
export interface VaultAuthConfig {
  /** `token`, `kubernetes`, `approle`, `jwt`, or one that a module adds. */
  method: string;
  /** What stands beside `method`: the method itself reads it. It may hold credentials. */
  settings: JsonObject;
  /** The key of all this in the configuration, for messages. */
  key: string;
}

/**
 * A KV secrets engine.
 * @public
 */
export interface VaultMount {
  /** Without slashes at its ends. */
  path: string;
  version: 1 | 2;
}

/**
 * How old a secret may become.
 * @public
 */
export interface VaultRotationConfig {
  /** Where no rule says otherwise; without it, secrets do not age. */
  maxAge?: HumanDuration;
  /** The first whose path matches counts. */
  rules: { path: string; maxAge: HumanDuration }[];
  /** The name in a secret's custom metadata under which it says so for itself. */
  metadataKey: string;
}

/**
 * One Vault server.
 * @public
 */
export interface VaultServerConfig {
  name: string;
  /** What the backend calls, without a trailing slash. */
  url: string;
  /** What links point to, without a trailing slash. */
  publicUrl: string;
  /** Other addresses of the same server, as SecretStores name them. */
  aliases: string[];
  /** SecretStores that read from it, such as `ClusterSecretStore/vault`, whose manifests are not to be seen. */
  stores: string[];
  /** Without slashes at its ends. */
  namespace?: string;
  /** The namespaces below it that entities may name. */
  allowedNamespaces: string[];
  auth: VaultAuthConfig;
  headers: Record<string, string>;
  tls?: { caFile?: string };
  proxy?: { url: string };
  timeout: HumanDuration;
  /** Empty where they are discovered. */
  mounts: VaultMount[];
  /** Where a service's secrets are, inside a mount. */
  pathPattern: string;
  /** What proves a claimed path. */
  allowedPaths: string[];
  /** The names of custom metadata that people may see. */
  customMetadata: string[];
  rotation: VaultRotationConfig;
  limits: {
    /** How many secrets are listed of one path. */
    secrets: number;
    /** How many calls are under way at a time. */
    concurrency: number;
  };
}

/**
 * The `gitops.vault` section of the configuration, read once.
 * @public
 */
export interface VaultConfig {
  servers: VaultServerConfig[];
}
