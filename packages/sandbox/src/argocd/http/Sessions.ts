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
import { z } from 'zod';
import { formatTime } from '../cluster';
import type { Account, Caller } from '../rbac';
import { GrpcError } from './GrpcError';
import { LoginFailures } from './LoginFailures';

const SESSION_SECONDS = 24 * 60 * 60;
const MAX_LOGINS_AT_ONCE = 50;

/** Argo CD takes its time to compare a password; without that, no two logins would ever meet. */
const COMPARING_MS = 20;

/** What outlives a restart, so that a session does too. */
export interface SessionState {
  /** Signs the tokens; random, per sandbox. */
  secret: string;
  /** The ids of tokens that were given up before their time. */
  revoked?: string[];
}

/** Makes the state of an Argo CD that nobody has signed in to yet. */
export function newSessionState(): SessionState {
  return { secret: randomBytes(32).toString('hex') };
}

const claimsOf = z.object({
  sub: z.string(),
  iat: z.number(),
  exp: z.number().optional(),
  jti: z.string(),
});

const encode = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

const refusal = (message: string) => new GrpcError('unauthenticated', message);

/**
 * Who may call: tokens are JWTs that this server signed, or the fixed API tokens of accounts.
 */
export class Sessions {
  readonly #state: SessionState;
  readonly #accounts: Account[];
  readonly #now: () => Date;
  readonly #sessionSeconds: number;
  readonly #hasProjectRole: (project: string, role: string) => boolean;
  readonly #failures: LoginFailures;
  readonly #startedAt: string;
  #logins = 0;

  constructor(options: {
    state: SessionState;
    accounts: Account[];
    now: () => Date;
    /** How long somebody who has signed in stays so; a day where it is absent. */
    sessionSeconds?: number;
    /** Whether a token of that role still stands for something. */
    hasProjectRole: (project: string, role: string) => boolean;
  }) {
    this.#state = options.state;
    this.#accounts = options.accounts;
    this.#now = options.now;
    this.#sessionSeconds = options.sessionSeconds ?? SESSION_SECONDS;
    this.#hasProjectRole = options.hasProjectRole;
    this.#failures = new LoginFailures(options.now);
    this.#startedAt = formatTime(options.now());
  }

  /**
   * Rejects with `GrpcError` 401 for a wrong name or password, after five failures in five minutes for any, and where
   * fifty others sign in at the same moment.
   */
  async signIn(username: unknown, password: unknown): Promise<string> {
    if (typeof username !== 'string' || !username || !password) {
      throw refusal('no credentials supplied');
    }
    if (this.#logins >= MAX_LOGINS_AT_ONCE) {
      throw refusal('Invalid username or password');
    }
    this.#logins += 1;
    try {
      await new Promise(done => setTimeout(done, COMPARING_MS));
      return this.#compare(username, password);
    } finally {
      this.#logins -= 1;
    }
  }

  /** A token that speaks for a role of a project; it ends only where `expiresIn` (seconds) is above 0. */
  issueProjectToken(options: {
    project: string;
    role: string;
    id?: string;
    expiresIn?: number;
  }): string {
    const { project, role, id, expiresIn = 0 } = options;
    return this.#issue(`proj:${project}:${role}`, expiresIn, id);
  }

  /** Who a token stands for. Throws `GrpcError` 401 where it stands for nobody. */
  verify(token: string | undefined): Caller {
    const account = this.#accounts.find(
      one => one.apiToken !== undefined && one.apiToken === token,
    );
    if (account) {
      return { username: account.name, issuedAt: this.#startedAt };
    }
    const { sub, iat, exp, jti } = this.#claims(token);
    if (exp !== undefined && this.#now().getTime() / 1000 >= exp) {
      throw refusal(
        'invalid session: token has invalid claims: token is expired',
      );
    }
    if (this.#state.revoked?.includes(jti)) {
      throw refusal('invalid session: token is revoked, please re-login');
    }
    const [kind, project, role] = sub.split(':');
    if (kind === 'proj' && !this.#hasProjectRole(project, role)) {
      throw refusal(
        `invalid session: project role '${role}' of '${project}' does not exist`,
      );
    }
    return {
      username: kind === 'proj' ? sub : kind,
      issuedAt: formatTime(new Date(iat * 1000)),
    };
  }

  /** Ends a session. Throws `GrpcError` 401 for what is no token. */
  revoke(token: string): void {
    const { jti } = this.#claims(token);
    this.#state.revoked = [...(this.#state.revoked ?? []), jti];
  }

  #compare(username: string, password: unknown): string {
    const account = this.#accounts.find(({ name }) => name === username);
    const right =
      account?.password !== undefined && account.password === password;
    const locked = this.#failures.isLocked(username);
    if (!locked) {
      this.#failures.record(username, right);
    }
    if (!right || locked) {
      throw refusal('Invalid username or password');
    }
    return this.#issue(`${username}:login`, this.#sessionSeconds);
  }

  #claims(token: string | undefined) {
    const parts = token?.split('.') ?? [];
    if (parts.length !== 3) {
      throw refusal('no session information');
    }
    const signature = Buffer.from(parts[2]);
    const expected = Buffer.from(this.#sign(`${parts[0]}.${parts[1]}`));
    if (
      signature.length !== expected.length ||
      !timingSafeEqual(signature, expected)
    ) {
      throw refusal(
        'invalid session: token signature is invalid: signature is invalid',
      );
    }
    return claimsOf.parse(
      JSON.parse(Buffer.from(parts[1], 'base64url').toString('utf8')),
    );
  }

  #issue(sub: string, seconds: number, id: string = randomUUID()): string {
    const iat = Math.floor(this.#now().getTime() / 1000);
    const head = encode({ alg: 'HS256', typ: 'JWT' });
    const claims = encode({
      iss: 'argocd',
      sub,
      ...(seconds > 0 ? { exp: iat + seconds } : {}),
      nbf: iat,
      iat,
      jti: id,
    });
    return `${head}.${claims}.${this.#sign(`${head}.${claims}`)}`;
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#state.secret)
      .update(text)
      .digest('base64url');
  }
}
