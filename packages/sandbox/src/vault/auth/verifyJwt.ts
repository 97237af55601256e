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

import { constants, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';

/** Seconds that clocks may differ by. */
const LEEWAY = 60;

const claimsShape = z.looseObject({
  iss: z.string().optional(),
  sub: z.string().optional(),
  aud: z
    .union([z.string(), z.array(z.string())])
    .transform(aud => [aud].flat())
    .optional(),
  exp: z.number().optional(),
  nbf: z.number().optional(),
  iat: z.number().optional(),
});

/** What a token says; every other claim is there, too. */
export type JwtClaims = z.infer<typeof claimsShape>;

/** What must hold beside the signature. */
export interface ExpectedClaims {
  issuer?: string;
  subject?: string;
  audiences: string[];
  /** Whether a token without any time is taken. */
  timeless?: boolean;
}

function decode(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
}

function signatureHolds(token: string, key: KeyObject): boolean {
  const [header, payload, signature] = token.split('.');
  const { alg } = z.looseObject({ alg: z.string() }).parse(decode(header));
  const match = /^(RS|PS|ES)(256|384|512)$/.exec(alg);
  const family = key.asymmetricKeyType;
  const fits =
    (match && (match[1] === 'ES' ? 'ec' : 'rsa') === family) ||
    (alg === 'EdDSA' && family === 'ed25519');
  if (!fits) {
    return false;
  }
  return verify(
    match ? `sha${match[2]}` : null,
    Buffer.from(`${header}.${payload}`),
    {
      key,
      dsaEncoding: 'ieee-p1363',
      ...(match?.[1] === 'PS'
        ? { padding: constants.RSA_PKCS1_PSS_PADDING }
        : {}),
    },
    Buffer.from(signature, 'base64url'),
  );
}

/** Reads a token without looking at its signature. Throws where it is none. */
export function readJwt(token: string): JwtClaims {
  const parts = token.split('.');
  if (parts.length !== 3) {
    throw new Error('malformed jwt');
  }
  return claimsShape.parse(decode(parts[1]));
}

function checkTimes(claims: JwtClaims, now: Date, timeless = false): void {
  const { exp, nbf, iat } = claims;
  const seconds = now.getTime() / 1000;
  if ([exp, nbf, iat].every(time => time === undefined)) {
    if (timeless) {
      return;
    }
    throw new Error(
      'no issued at (iat), not before (nbf), or expiration time (exp) claims in token',
    );
  }
  if (nbf !== undefined && nbf > seconds + LEEWAY) {
    throw new Error('invalid not before (nbf) claim: token not yet valid');
  }
  if (exp !== undefined && exp < seconds - LEEWAY) {
    throw new Error('invalid expiration time (exp) claim: token is expired');
  }
  if (iat !== undefined && iat > seconds + LEEWAY) {
    throw new Error(
      'invalid issued at (iat) claim: token issued in the future',
    );
  }
}

/** Checks what a token says, in the order that Vault does. Throws what is wrong, in its words. */
export function checkClaims(
  claims: JwtClaims,
  expected: ExpectedClaims,
  now: Date,
): void {
  const { issuer, subject, audiences } = expected;
  if (issuer && claims.iss !== issuer) {
    throw new Error('invalid issuer (iss) claim');
  }
  if (subject && claims.sub !== subject) {
    throw new Error('invalid subject (sub) claim');
  }
  if (
    audiences.length > 0 &&
    !audiences.some(one => claims.aud?.includes(one))
  ) {
    throw new Error(
      'invalid audience (aud) claim: audience claim does not match any expected audience',
    );
  }
  checkTimes(claims, now, expected.timeless);
}

/** Verifies a token with any of the keys, and checks what it says. Throws what is wrong, in Vault's words. */
export function verifyJwt(
  token: string,
  keys: KeyObject[],
  expected: ExpectedClaims,
  now: Date,
): JwtClaims {
  let holds: boolean;
  try {
    readJwt(token);
    holds = keys.some(key => signatureHolds(token, key));
  } catch (error) {
    throw new Error(
      `error verifying token signature: ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
  if (!holds) {
    throw new Error(
      'error verifying token signature: no known key successfully validated the token signature',
    );
  }
  const claims = readJwt(token);
  checkClaims(claims, expected, now);
  return claims;
}
