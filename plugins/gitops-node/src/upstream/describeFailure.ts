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
import { codeOf, networkError } from './networkError';
import type { Upstream } from './Upstream';
import { UpstreamError } from './UpstreamError';

/** Whatever was thrown on the way, as an error that says who, what and the remedy. */
export function describeFailure(
  upstream: Upstream,
  error: unknown,
): UpstreamError {
  if (error instanceof UpstreamError) {
    return error;
  }
  const unreadable =
    error instanceof RangeError || codeOf(error)?.startsWith('Z_');
  if (unreadable) {
    const { message } = toError(error);
    return new UpstreamError({
      ...upstream,
      failure: 'malformed',
      what: `answered what cannot be read (${message})`,
      remedy: 'does a proxy change or cut off its answers?',
    });
  }
  return networkError(upstream, error);
}
