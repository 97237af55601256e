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

import type { SecretMetadata } from '@gitops-platform/backstage-plugin-gitops-common';
import type { VaultServerConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import { isDeleted } from '../read/isDeleted';
import type { KnownSecret } from '../read/PathAnswer';
import { rotationOf } from './rotationOf';

const MAX_VERSIONS = 10;
const MAX_VALUE = 200;

/** What people see of one secret. */
export function projectSecret(options: {
  secret: KnownSecret;
  /** The claimed path that it is at or below. */
  claimed: string;
  url: string;
  config: Pick<VaultServerConfig, 'customMetadata' | 'rotation'>;
  now: number;
}): SecretMetadata {
  const { secret, claimed, url, config, now } = options;
  const { path, metadata, keys, keysReason } = secret;
  const shared = {
    name: nameOf(path, claimed),
    path,
    url,
    keys,
    keysReason,
  };
  const current = metadata?.versions.find(
    ({ version }) => version === metadata.currentVersion,
  );
  if (!metadata) {
    return { ...shared, versions: [], customMetadata: [] };
  }
  const writtenAt = current?.createdAt ?? metadata.updatedAt;
  const gone = current && isDeleted(current, now);
  return {
    ...shared,
    version: metadata.currentVersion,
    createdAt: metadata.createdAt,
    updatedAt: writtenAt,
    deletedAt: gone ? current.deletionTime : undefined,
    destroyed: current?.destroyed || undefined,
    versions: metadata.versions.slice(0, MAX_VERSIONS).map(version => ({
      version: version.version,
      createdAt: version.createdAt ?? '',
      deletedAt: isDeleted(version, now) ? version.deletionTime : undefined,
      destroyed: version.destroyed,
    })),
    rotation:
      current && writtenAt && !gone
        ? rotationOf({
            path,
            metadata,
            writtenAt,
            policy: config.rotation,
            now,
          })
        : undefined,
    customMetadata: config.customMetadata.flatMap(name => {
      const value = metadata.customMetadata[name];
      return value === undefined
        ? []
        : [{ name, value: value.slice(0, MAX_VALUE) }];
    }),
  };
}

function nameOf(path: string, claimed: string): string {
  return path.startsWith(`${claimed}/`)
    ? path.slice(claimed.length + 1)
    : path.slice(path.lastIndexOf('/') + 1);
}
