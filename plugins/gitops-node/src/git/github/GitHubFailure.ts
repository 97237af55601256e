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

import { parseRetryAfter } from '../../upstream/retryDelay';

/**
 * What an attempt at a call came to when it failed.
 * @internal
 */
export interface GitHubFailure {
  /** `unknown`: the call may have been carried out, nobody told us. */
  kind: 'refused' | 'rate-limited' | 'unknown';
  status?: number;
  message: string;
  /** Milliseconds that GitHub asks to wait. */
  retryAfter?: number;
}

/**
 * Reads an error that Octokit threw.
 * @internal
 */
export function gitHubFailure(error: unknown, now: number): GitHubFailure {
  const { status, message, response } = Object(error);
  const headers: Record<string, string | undefined> =
    Object(response).headers ?? {};
  const text = String(message ?? error).replace(
    / - https:\/\/docs\.github\.com\S*/,
    '',
  );
  if (typeof status !== 'number' || !response) {
    return { kind: 'unknown', message: text };
  }
  const limited =
    status === 429 ||
    (status === 403 &&
      (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /rate limit/i.test(text)));
  if (limited) {
    const reset = Number(headers['x-ratelimit-reset']) * 1000 - now;
    return {
      kind: 'rate-limited',
      status,
      message: text,
      retryAfter:
        parseRetryAfter(headers['retry-after'], now) ??
        (reset > 0 ? reset : undefined),
    };
  }
  // A 404 that was cut off does not say what is not there.
  const incomplete =
    status === 404 && typeof Object(response).data !== 'object';
  return {
    kind: status >= 500 || incomplete ? 'unknown' : 'refused',
    status,
    message: text,
  };
}
