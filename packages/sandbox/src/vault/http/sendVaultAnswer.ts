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

import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import { VaultError } from './VaultError';
import type { VaultAnswer } from './VaultRequest';

function send(response: Response, status: number, body?: unknown): void {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    'Content-Type': 'application/json',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  });
  response.end(body === undefined ? undefined : `${JSON.stringify(body)}\n`);
}

/** Puts an answer into Vault's envelope. `mountType` is what serves the path, and told of successes only. */
export function sendVaultAnswer(
  response: Response,
  answer: VaultAnswer,
  mountType: string,
): void {
  const { status = 200, data = null, auth = null, warnings, plain } = answer;
  if (status === 204) {
    send(response, 204);
    return;
  }
  if (plain) {
    send(response, status, plain);
    return;
  }
  send(response, status, {
    ...(answer.flat ? data : {}),
    request_id: randomUUID(),
    lease_id: '',
    renewable: false,
    lease_duration: answer.leaseDuration ?? 0,
    data,
    wrap_info: null,
    warnings: warnings ?? null,
    auth,
    mount_type: status === 200 ? mountType : '',
  });
}

/** Sends an error as Vault does; what is not one of its own is a 500. */
export function sendVaultError(response: Response, error: unknown): void {
  const { status, errors } =
    error instanceof VaultError
      ? error
      : new VaultError(500, `1 error occurred:\n\t* ${error}\n\n`);
  send(response, status, { errors });
}
