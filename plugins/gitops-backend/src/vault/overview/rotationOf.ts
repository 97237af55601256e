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

import { durationToMilliseconds } from '@backstage/types';
import type { SecretRotation } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  matchesPath,
  rotationAgeOf,
  type VaultRotationConfig,
  type VaultSecretMetadata,
} from '@gitops-platform/backstage-plugin-gitops-node';

/**
 * Until when a secret is to be rotated: as its own custom metadata says, else the first rule whose path matches, else the
 * server's policy. `undefined` where nothing is said, and for a text in the metadata that is no duration and no policy.
 */
export function rotationOf(options: {
  path: string;
  metadata: Pick<VaultSecretMetadata, 'customMetadata'>;
  /** When the current version was written. ISO 8601. */
  writtenAt: string;
  policy: VaultRotationConfig;
  now: number;
}): SecretRotation | undefined {
  const { path, metadata, writtenAt, policy, now } = options;
  const own = rotationAgeOf(metadata.customMetadata[policy.metadataKey] ?? '');
  const rule = policy.rules.find(one => matchesPath(one.path, path));
  const maxAge = own ?? rule?.maxAge ?? policy.maxAge;
  if (!maxAge) {
    return undefined;
  }
  const milliseconds = durationToMilliseconds(maxAge);
  const dueAt = Date.parse(writtenAt) + milliseconds;
  return {
    maxAgeSeconds: Math.round(milliseconds / 1_000),
    source: own ? 'secret' : 'policy',
    dueAt: new Date(dueAt).toISOString(),
    overdue: dueAt <= now,
  };
}
