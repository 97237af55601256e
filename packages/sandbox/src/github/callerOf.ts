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

import type { Request } from 'express';
import type { Caller } from '../git/createGitHttpRouter';

/** The one token that the sandbox accepts; it is worth nothing outside of it. */
export const SANDBOX_TOKEN = 'sandbox-token';

/** Whose token it is. */
export const SANDBOX_LOGIN = 'sandbox-user';

function tokenOf(header: string): string | undefined {
  const [scheme, value = ''] = header.split(/\s+/, 2);
  switch (scheme.toLowerCase()) {
    case 'token':
    case 'bearer':
      return value;
    case 'basic': {
      const [, ...password] = Buffer.from(value, 'base64')
        .toString('utf8')
        .split(':');
      return password.join(':');
    }
    default:
      return undefined;
  }
}

/** Reads `Authorization`, for the API (`token`, `Bearer`) and git (`Basic`, any user) alike. */
export function callerOf(request: Request): Caller {
  const header = request.get('authorization');
  if (!header) {
    return { kind: 'anonymous' };
  }
  return tokenOf(header) === SANDBOX_TOKEN
    ? { kind: 'user', login: SANDBOX_LOGIN }
    : { kind: 'rejected' };
}
