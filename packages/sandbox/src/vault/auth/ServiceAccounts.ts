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

import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { randomUUID } from 'node:crypto';

/** As clusters call themselves in the tokens that they issue. */
export const CLUSTER_ISSUER = 'https://kubernetes.default.svc';

const base64 = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** A new key that tokens of service accounts can be signed with, as PEM. */
export function newServiceAccountKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Plays the part of a cluster that issues tokens of service accounts, and says whether one is its own. */
export class ServiceAccounts {
  readonly #key: string;
  readonly #uids: Record<string, string>;
  readonly #now: () => Date;

  constructor(options: {
    key: string;
    /** By `namespace/name`; what is issued for is added. */
    uids: Record<string, string>;
    now: () => Date;
  }) {
    this.#key = options.key;
    this.#uids = options.uids;
    this.#now = options.now;
  }

  /** What its tokens are verified with, as PEM. */
  get publicKey(): string {
    return createPublicKey(this.#key)
      .export({ type: 'spki', format: 'pem' })
      .toString();
  }

  /** The same as a JSON Web Key Set. */
  get keySet() {
    const key = createPublicKey(this.#key).export({ format: 'jwk' });
    return { keys: [{ ...key, kid: 'sandbox', alg: 'RS256', use: 'sig' }] };
  }

  issue(
    namespace: string,
    name: string,
    options: { audiences: string[]; seconds: number },
  ): { token: string; expiresAt: Date } {
    const account = `${namespace}/${name}`;
    this.#uids[account] ??= randomUUID();
    const at = Math.floor(this.#now().getTime() / 1000);
    const claims = {
      aud: options.audiences,
      exp: at + options.seconds,
      iat: at,
      iss: CLUSTER_ISSUER,
      jti: randomUUID(),
      'kubernetes.io': {
        namespace,
        serviceaccount: { name, uid: this.#uids[account] },
      },
      nbf: at,
      sub: `system:serviceaccount:${namespace}:${name}`,
    };
    const content = `${base64({ alg: 'RS256', kid: 'sandbox' })}.${base64(
      claims,
    )}`;
    const signature = sign('sha256', Buffer.from(content), this.#key);
    return {
      token: `${content}.${signature.toString('base64url')}`,
      expiresAt: new Date((at + options.seconds) * 1000),
    };
  }
}
