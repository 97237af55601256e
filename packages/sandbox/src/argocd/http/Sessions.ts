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

import {
  createHmac,
  randomBytes,
  randomUUID,
  timingSafeEqual,
} from 'node:crypto';
import { GrpcError } from './GrpcError';

const SESSION_SECONDS = 24 * 60 * 60;
const MAX_FAILURES = 5;
const FAILURE_WINDOW_SECONDS = 300;

/** What outlives a restart, so that a session does too. */
export interface SessionState {
  /** Signs the tokens; random, per sandbox. */
  secret: string;
}

/** Makes the state of an Argo CD that nobody has signed in to yet. */
export function newSessionState(): SessionState {
  return { secret: randomBytes(32).toString('hex') };
}

const encode = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** The one account that may sign in, and the token that is valid without signing in. */
export interface Account {
  username: string;
  password: string;
  apiToken: string;
  /** Who the API token speaks for. */
  apiTokenUser: string;
}

/**
 * Who may call: tokens are JWTs that this server signed, or the fixed API token.
 */
export class Sessions {
  readonly #state: SessionState;
  readonly #account: Account;
  readonly #now: () => Date;
  #failures: number[] = [];

  constructor(options: {
    state: SessionState;
    account: Account;
    now: () => Date;
  }) {
    this.#state = options.state;
    this.#account = options.account;
    this.#now = options.now;
  }

  /** Throws `GrpcError` 401 for a wrong name or password, and after five failures in five minutes for any. */
  signIn(username: unknown, password: unknown): string {
    if (!username && !password) {
      throw new GrpcError('unauthenticated', 'no credentials supplied');
    }
    if (!username || !password) {
      throw new GrpcError('unauthenticated', 'no credentials supplied');
    }
    const now = this.#now().getTime() / 1000;
    this.#failures = this.#failures.filter(
      at => now - at < FAILURE_WINDOW_SECONDS,
    );
    const right =
      username === this.#account.username &&
      password === this.#account.password;
    if (!right || this.#failures.length >= MAX_FAILURES) {
      if (username === this.#account.username) {
        this.#failures.push(now);
      }
      throw new GrpcError('unauthenticated', 'Invalid username or password');
    }
    this.#failures = [];
    return this.#issue(this.#account.username);
  }

  /** The user that a token stands for. Throws `GrpcError` 401 where it stands for none. */
  verify(token: string | undefined): string {
    if (token === this.#account.apiToken) {
      return this.#account.apiTokenUser;
    }
    const parts = token?.split('.') ?? [];
    if (parts.length !== 3) {
      throw new GrpcError('unauthenticated', 'no session information');
    }
    const signature = Buffer.from(parts[2]);
    const expected = Buffer.from(this.#sign(`${parts[0]}.${parts[1]}`));
    if (
      signature.length !== expected.length ||
      !timingSafeEqual(signature, expected)
    ) {
      throw new GrpcError(
        'unauthenticated',
        'invalid session: token signature is invalid: signature is invalid',
      );
    }
    const claims: unknown = JSON.parse(
      Buffer.from(parts[1], 'base64url').toString('utf8'),
    );
    const { sub, exp } = claims as { sub: string; exp: number };
    if (this.#now().getTime() / 1000 >= exp) {
      throw new GrpcError(
        'unauthenticated',
        'invalid session: token has invalid claims: token is expired',
      );
    }
    return sub.split(':')[0];
  }

  #issue(username: string): string {
    const issued = Math.floor(this.#now().getTime() / 1000);
    const head = encode({ alg: 'HS256', typ: 'JWT' });
    const claims = encode({
      iss: 'argocd',
      sub: `${username}:login`,
      exp: issued + SESSION_SECONDS,
      nbf: issued,
      iat: issued,
      jti: randomUUID(),
    });
    return `${head}.${claims}.${this.#sign(`${head}.${claims}`)}`;
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#state.secret)
      .update(text)
      .digest('base64url');
  }
}
