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

import type { VaultFailure } from '@gitops-platform/backstage-plugin-gitops-node';
import { publicReason } from '../text/publicReason';

const FAILURES: Partial<Record<VaultFailure, string>> = {
  denied: "does not let the backend's account do this",
  missing: 'does not know what was asked for',
  sealed: 'is sealed, and gives nothing until it is unsealed',
  standby: 'is a standby, and there is no active server behind it',
  session: "refuses the backend's credentials",
};

/** Why a server gives nothing, for everybody who may read the entity: as Vault means it, else the kind of the failure. */
export function publicVaultReason(
  server: string,
  failure: VaultFailure,
  error?: unknown,
): string {
  return publicReason(server, error, {
    system: 'Vault',
    one: 'server',
    what: FAILURES[failure],
  });
}
