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

import type { ArgoCdAuth } from '../config';
import type { Clock } from '../upstream';
import type { ArgoCdSession } from './ArgoCdSession';
import { PasswordSession, type ArgoCdLogin } from './PasswordSession';
import { TokenFileSession } from './TokenFileSession';

/** The session that a configuration asks for. */
export function createArgoCdSession(options: {
  auth: ArgoCdAuth;
  /** How the instance is called in messages. */
  subject: string;
  login: ArgoCdLogin;
  clock: Clock;
}): ArgoCdSession {
  const { auth, subject, login, clock } = options;
  switch (auth.type) {
    case 'token':
      return { token: async () => auth.token, renew: async () => false };
    case 'tokenFile':
      return new TokenFileSession(subject, auth.tokenFile);
    default:
      return new PasswordSession(auth, login, clock);
  }
}
