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

import { toError } from '@backstage/errors';
import { z } from 'zod';
import type { Upstream } from './Upstream';
import { UpstreamError, type UpstreamFailure } from './UpstreamError';

const TIMEOUTS = [
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
];
const DNS = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'ENODATA'];
const TLS =
  /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED_CERT|HOSTNAME_MISMATCH|EPROTO$)/;

const errorSchema = z.object({
  code: z.string().optional().catch(undefined),
  errors: z.array(z.unknown()).optional(),
  cause: z.unknown().optional(),
});

const REFUSED_TUNNEL = /^Proxy response \((\d+)\)/;

/** Tells the failures of a connection apart. */
export function networkError(
  upstream: Upstream,
  error: unknown,
): UpstreamError {
  const code = codeOf(error);
  const { baseUrl, proxy } = upstream;
  const { host } = new URL(baseUrl);
  const make = (
    failure: UpstreamFailure,
    retryable: boolean,
    what: string,
    remedy: string,
  ) =>
    new UpstreamError({ ...upstream, failure, retryable, code, what, remedy });

  if (code && TIMEOUTS.includes(code)) {
    return timeoutError(upstream, { code });
  }
  const refused = REFUSED_TUNNEL.exec(toError(error).message)?.[1];
  if (proxy && refused) {
    return make(
      'connection',
      ['502', '503', '504'].includes(refused),
      `could not be reached through ${proxy}, which answered ${refused}`,
      refused === '407'
        ? 'are the user name and password in its address right?'
        : `does it allow connections to ${host}?`,
    );
  }
  if (code && DNS.includes(code)) {
    return make(
      'dns',
      code === 'EAI_AGAIN',
      `could not be found (${code})`,
      `does the host name of ${
        proxy ?? baseUrl
      } resolve where the backend runs?`,
    );
  }
  if (code && TLS.test(code)) {
    return make(
      'tls',
      false,
      `presented a certificate that is not trusted (${code})`,
      'set tls.caFile to the authority that issued it, or put the host name right',
    );
  }
  return make(
    'connection',
    true,
    `broke the connection${code ? ` (${code})` : ''}`,
    `is it running, and can the backend reach ${host}${
      proxy ? ` through ${proxy}` : ''
    }?`,
  );
}

/** The call took longer than it may. */
export function timeoutError(
  upstream: Upstream,
  options: { code?: string; milliseconds?: number },
): UpstreamError {
  const { code, milliseconds } = options;
  const within =
    milliseconds === undefined ? 'in time' : `within ${milliseconds / 1000} s`;
  return new UpstreamError({
    ...upstream,
    failure: 'timeout',
    code,
    what: `did not answer ${within}`,
    remedy: `is ${upstream.baseUrl} overloaded or out of reach? A longer timeout can be configured`,
    // The next attempt would most likely take as long: a caller that waits is better told now.
    retryable: false,
  });
}

/** The first code on the way down the causes; of several attempts (IPv4, IPv6) the first. */
export function codeOf(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < 5; depth++) {
    const parsed = errorSchema.safeParse(current).data;
    if (!parsed || parsed.code) {
      return parsed?.code;
    }
    current = parsed.errors?.[0] ?? parsed.cause;
  }
  return undefined;
}
