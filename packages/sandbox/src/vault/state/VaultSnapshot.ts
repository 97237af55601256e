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

import type { AppRole } from '../auth/appRole';
import type { JwtConfig, JwtRole } from '../auth/jwtAuth';
import type { KubernetesConfig, KubernetesRole } from '../auth/kubernetesAuth';
import type { VersionedSecret } from '../kv/versionedSecret';
import type { Token } from '../tokens/Token';

interface MountBase {
  accessor: string;
  uuid: string;
  description: string;
}

/** A KV secrets engine. */
export type SecretMount = MountBase &
  (
    | { version: 1; secrets: Record<string, Record<string, unknown>> }
    | { version: 2; secrets: Record<string, VersionedSecret>; config: KvConfig }
  );

/** What holds for every secret of a KV v2 mount that says nothing else. */
export interface KvConfig {
  max_versions: number;
  cas_required: boolean;
  /** Seconds. */
  delete_version_after: number;
}

/** An auth method. */
export type AuthMount = MountBase &
  (
    | { type: 'approle'; roles: Record<string, AppRole> }
    | { type: 'jwt'; config?: JwtConfig; roles: Record<string, JwtRole> }
    | {
        type: 'kubernetes';
        config?: KubernetesConfig;
        roles: Record<string, KubernetesRole>;
      }
  );

/** One namespace. The paths of its mounts end with a slash. */
export interface Namespace {
  mounts: Record<string, SecretMount>;
  auths: Record<string, AuthMount>;
  /** Texts, by name. */
  policies: Record<string, string>;
  /** Identities and accessors of what is built in, so that they stay the same. */
  builtIn: Record<string, { accessor: string; uuid: string }>;
}

/** Everything of a Vault that outlives a restart. */
export interface VaultSnapshot {
  clusterId: string;
  sealed: boolean;
  /** It plays a node that waits for another one to fail. */
  standby: boolean;
  /** By path, `''` for the root and `team-a/` below it. */
  namespaces: Record<string, Namespace>;
  /** By id. */
  tokens: Record<string, Token>;
  /** What service-account tokens are signed with, as PEM. */
  serviceAccountKey: string;
  /** The uids of the service accounts that tokens were issued for, by `namespace/name`. */
  serviceAccounts: Record<string, string>;
}
