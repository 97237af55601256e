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

import { InputError } from '@backstage/errors';
import { Platform, PlatformEnvironment } from './Platform';

/**
 * The environment of that name. Throws an `InputError` that names the known ones.
 * @public
 */
export function getPlatformEnvironment(
  platform: Platform,
  name: string,
): PlatformEnvironment {
  const environment = platform.environments.find(item => item.name === name);
  if (!environment) {
    const known = platform.environments.map(item => item.name).join(', ');
    throw new InputError(
      `There is no environment "${name}" in platform.yaml; choose from ${known}, or add it there first`,
    );
  }
  return environment;
}
