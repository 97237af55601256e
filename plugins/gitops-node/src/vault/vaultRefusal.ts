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

import type { JsonValue } from '@backstage/types';
import { z } from 'zod';
import { UpstreamError } from '../upstream';

/** What Vault means with a refusal; the texts are those of Vault 1.21. */
export type VaultRefusal =
  | 'sealed'
  | 'standby'
  | 'uninitialised'
  | 'invalid-token'
  | 'denied'
  | 'nothing'
  | 'no-mount'
  | 'refused';

const bodySchema = z.object({
  errors: z.array(z.string()).nullish(),
  data: z.unknown().optional(),
});

const STANDBY =
  /standby|node is not active|local node not active|no active Vault instance/i;

/** Reads the body of a refusal; `undefined` where it is not Vault that answered. */
export function vaultRefusalOf(
  status: number,
  body: JsonValue,
): VaultRefusal | undefined {
  const parsed = bodySchema.safeParse(body).data;
  const errors = parsed?.errors;
  // What was deleted is 404 with data and without errors.
  if (!parsed || (!errors && parsed.data === undefined)) {
    return undefined;
  }
  const said = (errors ?? []).join('\n');
  if (/Vault is sealed/i.test(said)) {
    return 'sealed';
  }
  if (/not initialized/i.test(said)) {
    return 'uninitialised';
  }
  if (status >= 500) {
    return STANDBY.test(said) ? 'standby' : undefined;
  }
  if (status === 403) {
    return /invalid token|bad token/i.test(said) ? 'invalid-token' : 'denied';
  }
  if (status === 404) {
    return /no handler for route/i.test(said) ? 'no-mount' : 'nothing';
  }
  return status === 429 ? undefined : 'refused';
}

/**
 * Why Vault gave nothing: `denied` by a policy; `missing`, because there is nothing; `sealed`; `standby`, without an
 * active node behind it; `session`, because it refuses the backend's credentials; else `unreachable`.
 * @public
 */
export type VaultFailure =
  | 'denied'
  | 'missing'
  | 'sealed'
  | 'standby'
  | 'session'
  | 'unreachable';

const FAILURES: Record<string, VaultFailure> = {
  sealed: 'sealed',
  uninitialised: 'sealed',
  standby: 'standby',
  'invalid-token': 'session',
  login: 'session',
  denied: 'denied',
  nothing: 'missing',
  'no-mount': 'missing',
};

/**
 * Tells the failures of a `VaultClient` apart.
 * @public
 */
export function vaultFailureOf(error: unknown): VaultFailure {
  return error instanceof UpstreamError && typeof error.code === 'string'
    ? FAILURES[error.code] ?? 'unreachable'
    : 'unreachable';
}
