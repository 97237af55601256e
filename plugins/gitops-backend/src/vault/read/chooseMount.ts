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

import { ANNOTATION_VAULT_SECRETS_ENGINE } from '@gitops-platform/backstage-plugin-gitops-common';
import type { VaultMount } from '@gitops-platform/backstage-plugin-gitops-node';

const USUAL = 'secret';

/**
 * The mount that a claim means: the one that it names; else the only one, the usual one, or the first of those that the
 * configuration lists.
 */
export function chooseMount(options: {
  mounts: VaultMount[];
  /** Whether the mounts are those of the configuration, in its order. */
  configured: boolean;
  wanted?: string;
}): VaultMount | { reason: string } {
  const { mounts, configured, wanted } = options;
  const names = mounts.map(({ path }) => path).sort();
  if (mounts.length === 0) {
    return {
      reason:
        "The backend's Vault policies let it see no KV secrets engine: its policy needs the paths below metadata of one.",
    };
  }
  if (wanted !== undefined) {
    return (
      mounts.find(({ path }) => path === wanted) ?? {
        reason: `There is no KV secrets engine '${wanted}' that the backend may see: there is ${names.join(
          ', ',
        )}.`,
      }
    );
  }
  const chosen =
    mounts.length === 1 || configured
      ? mounts[0]
      : mounts.find(({ path }) => path === USUAL);
  return (
    chosen ?? {
      reason: `There are several KV secrets engines, ${names.join(
        ', ',
      )}: name one with the annotation ${ANNOTATION_VAULT_SECRETS_ENGINE}.`,
    }
  );
}
