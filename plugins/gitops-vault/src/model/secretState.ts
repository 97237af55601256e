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

/**
 * Whether the current version of a secret can be read by who may.
 *
 * - `deleting`: it can, and Vault deletes it at `deletedAt`, as the secret or its mount was told to.
 * - `deleted`: it cannot, and can be undeleted.
 * - `destroyed`: it cannot, for good.
 */
export type SecretState = 'current' | 'deleting' | 'deleted' | 'destroyed';

/** `now` is in milliseconds. */
export function secretState(
  { destroyed, deletedAt }: Pick<SecretMetadata, 'destroyed' | 'deletedAt'>,
  now: number,
): SecretState {
  if (destroyed) {
    return 'destroyed';
  }
  if (!deletedAt) {
    return 'current';
  }
  return Date.parse(deletedAt) > now ? 'deleting' : 'deleted';
}

/** Whether the current version cannot be read any more. */
export function isGone(
  secret: Pick<SecretMetadata, 'destroyed' | 'deletedAt'>,
  now: number,
): boolean {
  return ['deleted', 'destroyed'].includes(secretState(secret, now));
}
