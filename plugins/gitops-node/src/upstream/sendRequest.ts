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

import type { IncomingHttpHeaders } from 'node:http';
import type { JsonValue } from '@backstage/types';
import { request, type Dispatcher } from 'undici';
import { followRedirect } from './followRedirect';
import { readBody } from './readBody';
import { statusError, type UpstreamRefusalReader } from './statusError';
import type { Upstream } from './Upstream';

const MAX_REDIRECTS = 3;
const MAX_FAILURE_BYTES = 64_000;
const FAILURE_TIMEOUT = 2_000;

/** One request on the wire. */
export interface UpstreamRequest {
  dispatcher: Dispatcher;
  /** Encoded, with a leading slash. */
  path: string;
  method: 'GET' | 'POST' | 'DELETE';
  query?: Record<string, string | undefined>;
  headers: Record<string, string>;
  body?: JsonValue;
  signal?: AbortSignal;
  /** Milliseconds; 0 for none. */
  headersTimeout?: number;
  /** Milliseconds; 0 for none. */
  bodyTimeout?: number;
  codeOf?: UpstreamRefusalReader;
  /** The headers of an answer that means failure, before it is thrown. */
  onFailure?: (headers: IncomingHttpHeaders) => void;
}

/** Sends, follows redirects that stay at the origin, and resolves only with an answer that means success. */
export async function sendRequest(
  upstream: Upstream,
  options: UpstreamRequest,
): Promise<Dispatcher.ResponseData> {
  const { path, query, method, body, headers, onFailure, codeOf, ...rest } =
    options;
  let url = urlOf(upstream, path, query);
  for (let redirects = 0; ; redirects++) {
    const sent = request(url, {
      ...rest,
      method,
      headers: {
        accept: 'application/json',
        // Argo CD answers writes without it with 415, those without a body included.
        ...(method !== 'GET' && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const response = await unlessAborted(sent, rest.signal);
    const { statusCode } = response;
    if (statusCode >= 200 && statusCode < 300) {
      return response;
    }
    if (statusCode >= 300 && statusCode < 400 && redirects < MAX_REDIRECTS) {
      await response.body.dump({ limit: MAX_FAILURE_BYTES });
      url = followRedirect(upstream, {
        from: url,
        location: [response.headers.location].flat()[0],
        method,
      });
    } else {
      onFailure?.(response.headers);
      const text = await readFailure(upstream, response);
      throw statusError(upstream, statusCode, text, codeOf);
    }
  }
}

/** What waits for a connection, undici gives up only when it gets one. */
function unlessAborted<T>(sent: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) {
    return sent;
  }
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    sent
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', giveUp));
  });
}

function urlOf(
  upstream: Upstream,
  path: string,
  query: UpstreamRequest['query'] = {},
): URL {
  const url = new URL(`${upstream.baseUrl}${path}`);
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) {
      url.searchParams.set(key, value);
    }
  }
  return url;
}

/** The body of a failure is a courtesy: without it, the status speaks for itself. */
async function readFailure(
  upstream: Upstream,
  response: Dispatcher.ResponseData,
): Promise<string> {
  try {
    return await readBody(upstream, response, {
      maxBytes: MAX_FAILURE_BYTES,
      signal: AbortSignal.timeout(FAILURE_TIMEOUT),
    });
  } catch {
    return '';
  }
}
