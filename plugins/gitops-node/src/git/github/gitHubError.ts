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
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { GitHubFailure } from './GitHubFailure';

/**
 * A failure as an error that names the repository, what was tried, and the remedy.
 * @internal
 */
export function gitHubError(
  fullName: string,
  what: string,
  failure: GitHubFailure,
): Error {
  const { status, message, kind, retryAfter } = failure;
  const failed = `Could not ${what} in ${fullName}`;
  if (kind === 'rate-limited') {
    const when = retryAfter
      ? ` in ${Math.ceil(retryAfter / 1000)} s`
      : ' later';
    return new ServiceUnavailableError(
      `${failed}: GitHub's rate limit is used up. Try again${when}.`,
    );
  }
  if (kind === 'unknown') {
    const answer = status
      ? `GitHub answered ${status}`
      : 'the connection broke';
    return new ServiceUnavailableError(
      `${failed}: ${answer} (${message}). Try again; what was done already is found.`,
    );
  }
  switch (status) {
    case 401:
      return new AuthenticationError(
        `${failed}: GitHub refuses the credentials. Renew the token under integrations.github, or the user's.`,
      );
    case 403:
      return new NotAllowedError(
        `${failed}: ${message}. Give the token write access to contents and pull requests of ${fullName}.`,
      );
    case 404:
      return new NotFoundError(
        `${failed}: it does not exist, or the token may not see it.`,
      );
    case 409:
      return new ConflictError(`${failed}: ${message}.`);
    default:
      return new InputError(
        `${failed}: GitHub answered ${status} (${message}).`,
      );
  }
}
