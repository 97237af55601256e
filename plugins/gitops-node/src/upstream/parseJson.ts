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
import type { Dispatcher } from 'undici';
import type { Upstream } from './Upstream';
import { UpstreamError } from './UpstreamError';

/** Refuses an answer that is no JSON by its own account, such as the page of a proxy. */
export function checkContentType(
  upstream: Upstream,
  response: Dispatcher.ResponseData,
): void {
  const type = String(response.headers['content-type'] ?? '')
    .split(';')[0]
    .trim()
    .toLowerCase();
  if (/^application\/([\w.-]+\+)?json$/.test(type)) {
    return;
  }
  // What is not read would keep the connection busy; that it is broken off is our own doing.
  response.body.on('error', () => undefined).destroy();
  throw new UpstreamError({
    ...upstream,
    failure: 'content-type',
    what: `answered ${type || 'no content type'} instead of JSON`,
    remedy: `is ${upstream.baseUrl} the API's address, or does a proxy ask for a login?`,
  });
}

/** Parses an answer; one that was cut off becomes a clear error. */
export function parseJson(upstream: Upstream, text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    throw new UpstreamError({
      ...upstream,
      failure: 'malformed',
      what: 'answered JSON that does not parse',
      remedy: 'it was cut off: does a proxy limit the size of answers?',
      retryable: true,
    });
  }
}
