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

import type { Upstream } from './Upstream';
import { UpstreamError } from './UpstreamError';

/**
 * Where a redirect of a GET leads, if it stays at the origin of the instance.
 *
 * Another origin is never followed: it would be sent our credentials, or answer in the instance's name.
 */
export function followRedirect(
  upstream: Upstream,
  redirect: { from: URL; location: string | undefined; method: string },
): URL {
  const { from, location, method } = redirect;
  const target =
    location && URL.canParse(location, from)
      ? new URL(location, from)
      : undefined;
  if (target && target.origin === from.origin && method === 'GET') {
    return target;
  }
  // No more than the origin: a path or query may carry the state of a login.
  const elsewhere = target && target.origin !== from.origin && target.origin;
  throw new UpstreamError({
    ...upstream,
    failure: 'redirect',
    what: elsewhere
      ? `redirects to another origin, ${elsewhere}`
      : 'redirects where it should answer',
    remedy: elsewhere
      ? `set its url to ${elsewhere} if that is the same server, or let the proxy in front pass the backend without a login`
      : 'look at the proxy in front of it',
  });
}
