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

import { ConflictError, InputError } from '@backstage/errors';
import {
  getPlatformEnvironment,
  type Platform,
  type PlatformEnvironment,
} from '../platform';

/**
 * The environment whose version another one gets: the one before it, unless somebody names an earlier one.
 *
 * Throws an `InputError` for an environment that is not on the platform or does not come before, with a `ConflictError`
 * where promotion is not what writes the target's version.
 * @public
 */
export function chooseSource(
  platform: Platform,
  options: { environment: string; from?: string },
): PlatformEnvironment {
  const { environment, from } = options;
  const target = getPlatformEnvironment(platform, environment);
  checkWriter(target);
  const place = platform.environments.indexOf(target);
  if (from === undefined) {
    const previous = platform.environments[place - 1];
    if (!previous) {
      throw new InputError(
        `environment: ${environment} is the first one, there is nothing to promote from; choose a later one`,
      );
    }
    return previous;
  }
  const source = getPlatformEnvironment(platform, from);
  if (platform.environments.indexOf(source) >= place) {
    throw new InputError(
      `from: ${from} does not come before ${environment}; a version goes from an earlier environment to a later one. To go back to an earlier version, use the template rollback-release`,
    );
  }
  return source;
}

/**
 * Each environment has one writer of its version. Throws a `ConflictError` where that is not promotion.
 * @internal
 */
export function checkWriter({ name, writer }: PlatformEnvironment): void {
  if (writer !== 'promotion') {
    const who = writer === 'ci' ? 'CI' : 'Argo CD Image Updater';
    throw new ConflictError(
      `environment: the version in ${name} is written by ${who} alone (platform.yaml), which would overwrite this; change the service in its own repository, and ${who} deploys it to ${name}`,
    );
  }
}
