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
import type { Upstream } from './Upstream';
import { UpstreamError, type UpstreamFailure } from './UpstreamError';

const LONGEST = 300;

/** gRPC gateways answer failures like this: `error` is an object where a stream was asked for. */
const bodySchema = z.object({
  message: z.string().optional(),
  error: z
    .union([
      z.string(),
      z.object({ message: z.string() }).transform(({ message }) => message),
    ])
    .optional(),
  code: z.number().optional(),
});

const KINDS: Record<number, { failure: UpstreamFailure; remedy: string }> = {
  401: {
    failure: 'unauthorized',
    remedy:
      'check the credentials under auth: is the token revoked or expired?',
  },
  403: {
    failure: 'forbidden',
    remedy: 'it does not exist, or the account lacks the permission to read it',
  },
  404: {
    failure: 'not-found',
    remedy: 'it does not exist, or the url points elsewhere',
  },
  429: {
    failure: 'rate-limited',
    remedy: 'too many calls; the next attempt comes later by itself',
  },
};

/**
 * What the body of a refusal means, as the `code` of the error; `undefined` where it is not in the upstream's own words.
 * @public
 */
export type UpstreamRefusalReader = (
  status: number,
  body: JsonValue,
) => string | undefined;

/**
 * An answer with a status that means failure.
 *
 * @param codeOf - reads the body instead: no word of the upstream's becomes part of the message then, and what has a code is
 * not worth another try
 */
export function statusError(
  upstream: Upstream,
  status: number,
  body: string,
  codeOf?: UpstreamRefusalReader,
): UpstreamError {
  const { message, code } = codeOf
    ? { message: undefined, code: codeOf(status, jsonOf(body)) }
    : detailsOf(body);
  const kind =
    KINDS[status] ??
    (status >= 500
      ? {
          failure: 'server-error' as const,
          remedy: "look at the server's log, or at the proxy in front of it",
        }
      : {
          failure: 'rejected' as const,
          remedy: 'is its version one that this plugin supports?',
        });
  return new UpstreamError({
    ...upstream,
    ...kind,
    status,
    code,
    what: `answered ${status}${message ? ` (${message})` : ''}`,
    retryable:
      typeof code !== 'string' && [429, 502, 503, 504].includes(status),
  });
}

/** Only what a JSON answer calls its message: a proxy's page is of no use, and may echo what was sent. */
function detailsOf(body: string): { message?: string; code?: number } {
  const parsed = bodySchema.safeParse(jsonOf(body));
  if (!parsed.success) {
    return {};
  }
  const { message = parsed.data.error, code } = parsed.data;
  return {
    // The ellipsis tells who masks it that what is last may be half of a credential.
    message:
      message && message.length > LONGEST
        ? `${message.slice(0, LONGEST - 1)}…`
        : message,
    code,
  };
}

function jsonOf(body: string): JsonValue {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
