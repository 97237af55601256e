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

import type { Operation } from '../http';
import type { KvConfig } from '../state/VaultSnapshot';

/** Who did something to a version; the sandbox tells the operation only. */
export interface Attribution {
  actor: 'token';
  operation: Operation;
  client_id: string;
}

/** One version of a secret. Times are RFC 3339 texts; empty where there is none. */
export interface SecretVersion {
  created_time: string;
  deletion_time: string;
  destroyed: boolean;
  created_by: Attribution;
  deleted_by: Attribution | null;
  /** Gone once the version is destroyed. */
  data?: Record<string, unknown>;
}

/** A secret of KV v2 with its metadata. */
export interface VersionedSecret {
  created_time: string;
  updated_time: string;
  current_version: number;
  oldest_version: number;
  /** 0 where the mount decides. */
  max_versions: number;
  cas_required: boolean;
  /** Seconds; 0 where the mount decides. */
  delete_version_after: number;
  custom_metadata: Record<string, string> | null;
  last_updated_by: Attribution | null;
  versions: Record<string, SecretVersion>;
}

/** How many versions are kept where neither the secret nor its mount says so. */
const KEPT = 10;

export function newSecret(at: string): VersionedSecret {
  return {
    created_time: at,
    updated_time: at,
    current_version: 0,
    oldest_version: 0,
    max_versions: 0,
    cas_required: false,
    delete_version_after: 0,
    custom_metadata: null,
    last_updated_by: null,
    versions: {},
  };
}

function attributed(operation: Operation, clientId: string): Attribution {
  return { actor: 'token', operation, client_id: clientId };
}

/** Adds a version and lets go of those that are too many. `at` is when; `now` is the same as a moment. */
export function addVersion(
  secret: VersionedSecret,
  options: {
    data: Record<string, unknown>;
    config: KvConfig;
    operation: Operation;
    clientId: string;
    at: string;
  },
): SecretVersion {
  const { data, config, operation, clientId, at } = options;
  const number = secret.current_version + 1;
  const seconds = secret.delete_version_after || config.delete_version_after;
  const by = attributed(operation, clientId);
  const version: SecretVersion = {
    created_time: at,
    deletion_time:
      seconds > 0
        ? new Date(Date.parse(at) + seconds * 1000).toISOString()
        : '',
    destroyed: false,
    created_by: by,
    deleted_by: null,
    data,
  };
  secret.versions[number] = version;
  secret.current_version = number;
  secret.updated_time = at;
  secret.last_updated_by = by;
  const kept = secret.max_versions || config.max_versions || KEPT;
  for (const key of Object.keys(secret.versions)) {
    if (Number(key) <= number - kept) {
      delete secret.versions[key];
      secret.oldest_version = number - kept + 1;
    }
  }
  return version;
}

/** Whether a version can be read now. */
export function isReadable(version: SecretVersion, now: Date): boolean {
  const gone =
    version.deletion_time !== '' &&
    Date.parse(version.deletion_time) <= now.getTime();
  return !version.destroyed && !gone;
}

/** Marks versions as deleted, readable again, or destroyed for good. What is not there is passed over. */
export function changeVersions(
  secret: VersionedSecret,
  change: {
    what: 'delete' | 'undelete' | 'destroy';
    versions: number[];
    operation: Operation;
    clientId: string;
    at: string;
  },
): void {
  const by = attributed(change.operation, change.clientId);
  for (const number of change.versions) {
    const version = secret.versions[number];
    if (!version || version.destroyed) {
      continue;
    }
    if (change.what === 'undelete') {
      version.deletion_time = '';
      version.deleted_by = null;
    } else if (change.what === 'destroy') {
      version.destroyed = true;
      delete version.data;
    } else if (isReadable(version, new Date(change.at))) {
      version.deletion_time = change.at;
      version.deleted_by = by;
    } else {
      continue;
    }
    secret.last_updated_by = by;
  }
}
