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

import { InputError } from '@backstage/errors';
import { gitopsInstanceReadPermission } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  UpstreamError,
  type UpstreamFailure,
  type VaultFailure,
} from '@gitops-platform/backstage-plugin-gitops-node';

const FAILURES: Record<Exclude<VaultFailure, 'unreachable'>, string> = {
  denied: "does not let the backend's account do this",
  missing: 'does not know what was asked for',
  sealed: 'is sealed, and gives nothing until it is unsealed',
  standby: 'is a standby, and there is no active server behind it',
  session: "refuses the backend's credentials",
};

const UNREACHABLE: Partial<Record<UpstreamFailure, string>> = {
  timeout: 'does not answer in time',
  dns: 'cannot be found in the network',
  tls: 'presents a certificate that is not trusted',
  connection: 'cannot be reached or breaks the connection',
  redirect: 'sends the backend elsewhere',
  'rate-limited': 'gets too many calls for now',
  'server-error': 'answers with an error of its own',
  'circuit-open': 'has failed repeatedly and is asked again in a moment',
};

/**
 * Why a server gives nothing, for everybody who may read the entity: the kind of the failure alone. Its message names
 * addresses, which `gitops.instance.read` guards.
 */
export function publicVaultReason(
  server: string,
  failure: VaultFailure,
  error?: unknown,
): string {
  const what =
    failure === 'unreachable' ? whyUnreachable(error) : FAILURES[failure];
  return `Vault server '${server}' ${what}: more is in the backend's log, and shown to whoever has the permission ${gitopsInstanceReadPermission.name}`;
}

function whyUnreachable(error: unknown): string {
  if (error instanceof InputError) {
    return 'cannot be asked, because its configuration is wrong';
  }
  return (
    (error instanceof UpstreamError && UNREACHABLE[error.failure]) ||
    'answers something else than Vault does'
  );
}
